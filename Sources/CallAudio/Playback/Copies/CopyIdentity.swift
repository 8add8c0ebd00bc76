import CallModel

/// What a playable copy is a copy of: the bytes of the files, how they are decoded, and how they lie
/// in time. It is the copy's name, so a changed file has another copy and exchanged sides the same.
struct CopyIdentity: Sendable, Hashable {
    /// The hashes of the files, in the order of the copy's channels.
    let hashes: [ContentHash]
    /// The name of the copy's file, without the digest of the copy's own bytes.
    let stem: String

    /// Counts up when other samples, or the same in another form, come out of the same files.
    private static let revision = 1

    /// The copy of these files.
    init(_ files: [(hash: ContentHash, offset: CallTime, codec: AudioCodec)]) {
        hashes = files.map(\.hash)
        let words = files.map { "\($0.hash) \($0.offset.milliseconds) \($0.codec.rawValue)" }
        let text = "earful copy \(Self.revision)\n" + words.joined(separator: "\n")
        let hasher = ContentHasher()
        text.utf8.withContiguousStorageIfAvailable { hasher.update(UnsafeRawBufferPointer($0)) }
        stem =
            (hashes.map(Self.part) + [String(hasher.finish().rawValue.prefix(16))])
            .joined(separator: "-")
    }

    /// What stands for a file in the names of its copies: enough of its hash that no other has it.
    static func part(_ hash: ContentHash) -> String { String(hash.rawValue.prefix(32)) }
}
