/// A tally that contradicts itself, in a sentence.
public struct TallyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The sentence.
    public let description: String
}
