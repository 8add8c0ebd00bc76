internal import Foundation

/// Ranks words by how well they fit what was typed.
struct WordFilter {
    /// What is known of a word.
    struct Candidate {
        var label: String
        var key: String
        var above: [String]
        var description: String
    }

    private let query: String
    private let parts: [String]

    init(_ query: String) {
        parts = Self.words(of: query)
        self.query = parts.joined(separator: " ")
    }

    /// The words that fit, best first; equally good ones stay in their order.
    func best<Word>(of words: [Word], candidate: (Word) -> Candidate) -> [Word] {
        guard !parts.isEmpty else { return words }
        return words.enumerated()
            .compactMap { index, word in
                rank(candidate(word)).map { (rank: $0, index: index, word: word) }
            }
            .sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
            .map(\.word)
    }

    /// How well a word fits, 0 the best; nil where it does not fit.
    private func rank(_ candidate: Candidate) -> Int? {
        let label = Self.words(of: candidate.label)
        if label.joined(separator: " ").hasPrefix(query) { return 0 }
        if begins(label) { return 1 }
        let path = label + Self.words(of: candidate.key) + candidate.above.flatMap(Self.words)
        if begins(path) { return 2 }
        if parts.allSatisfy({ part in path.contains { $0.contains(part) } }) { return 3 }
        if begins(path + Self.words(of: candidate.description)) { return 4 }
        return nil
    }

    /// Whether everything typed begins one of the words.
    private func begins(_ words: [String]) -> Bool {
        parts.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
    }

    private static func words(of text: String) -> [String] {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            .split { !$0.isLetter && !$0.isNumber }
            .map(String.init)
    }
}
