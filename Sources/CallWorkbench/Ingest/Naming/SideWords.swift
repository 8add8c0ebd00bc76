import CallModel

/// The words in a file's name that mark it as one side of a call: `call-7_agent.wav` and
/// `call-7_caller.wav`, or `agent.wav` and `customer.wav`.
public struct SideWords: Sendable, Hashable {
    /// Words for the agent's side, in lower case.
    public var agent = ["agent", "agente", "advisor", "rep", "out", "tx"]
    /// Words for the customer's side, in lower case.
    public var customer = ["customer", "caller", "client", "cliente", "in", "rx"]

    /// The defaults. `in` is what the caller sent (as Asterisk's Monitor names it), `out` what they
    /// were sent.
    public init() {}

    /// A name taken apart around its word.
    struct Mark: Hashable {
        /// Whose side the word marks.
        var side: Side
        /// What stands before and after the word.
        var before, after: String

        /// The name without the word and one of the marks beside it.
        var rest: String {
            if before.isEmpty { return String(after.drop(while: SideWords.isSeparator)) }
            let head =
                before.last.map(SideWords.isSeparator) == true ? before.dropLast() : before[...]
            return head + after
        }
    }

    /// Finds the last word in a name (without its extension) that marks a side; nil where none
    /// does.
    ///
    /// A word counts only whole, between separators (`_ - . space`) or the ends of the name; and
    /// words that also name directions (`in`, `out`, `tx`, `rx`) only at the end.
    func mark(in stem: String) -> Mark? {
        var end = stem.endIndex
        while true {
            let start = stem[..<end].lastIndex(where: Self.isSeparator).map(stem.index(after:))
            let word = stem[(start ?? stem.startIndex)..<end].lowercased()
            let isLast = end == stem.endIndex
            if let side = side(of: word), isLast || !Self.directionWords.contains(word) {
                let begin = start ?? stem.startIndex
                let isBare = begin == stem.startIndex && isLast
                if !isBare || !Self.directionWords.contains(word) {
                    return Mark(
                        side: side, before: String(stem[..<begin]), after: String(stem[end...]))
                }
            }
            guard let start else { return nil }
            end = stem.index(before: start)
        }
    }

    private func side(of word: String) -> Side? {
        if agent.contains(word) { return .agent }
        return customer.contains(word) ? .customer : nil
    }

    private static let directionWords: Set<String> = ["in", "out", "tx", "rx"]

    static func isSeparator(_ character: Character) -> Bool { "_-. ".contains(character) }
}
