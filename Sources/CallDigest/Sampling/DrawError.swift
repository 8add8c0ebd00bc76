/// Why a draw cannot be made, in a sentence that says what to do.
public struct DrawError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The sentence.
    public let description: String
}
