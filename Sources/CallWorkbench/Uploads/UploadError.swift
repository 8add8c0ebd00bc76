/// Why an upload was not taken: a sentence that says what to do.
public struct UploadError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is in the way.
    public enum Kind: Sendable, Hashable {
        /// The file is larger than is taken.
        case tooLarge
        /// The content is nothing that is decoded.
        case notAudio
        /// There is no upload of this name.
        case unknown
        /// What was sent does not begin where the file ends; it ends here.
        case wrongOffset(Int)
        /// There is no room, or the disk fails.
        case noRoom
        /// The name of the upload, or its length, cannot be.
        case malformed
        /// Too many uploads are under way.
        case tooMany
    }

    /// What is in the way.
    public let kind: Kind
    /// The sentence.
    public let description: String

    init(_ kind: Kind, _ sentence: String) {
        self.kind = kind
        description = sentence
    }
}
