import CallModel

/// The names of the files in a cache of copies. What is not named so is nobody's business here.
///
///     HASH[-HASH]-IDENTITY-DIGEST.flac    a finished copy; the digest is that of its own bytes
///     HASH[-HASH]-IDENTITY.part           a copy that is being written, locked by its maker
///     spool-…                             decoded samples, for the instant in which they have a name
struct CopyName: Hashable {
    static let spoolPrefix = "spool-"
    private static let finishedSuffix = ".flac"
    private static let partialSuffix = ".part"

    /// What it is a copy of.
    let stem: String
    /// The SHA-256 of a finished copy's bytes.
    let digest: String

    /// Reads the name of a finished copy; nil for any other file.
    init?(_ name: String) {
        guard name.hasSuffix(Self.finishedSuffix) else { return nil }
        let parts = name.dropLast(Self.finishedSuffix.count).split(
            separator: "-", omittingEmptySubsequences: false)
        guard (3...4).contains(parts.count), let last = parts.last, last.count == 64,
            parts.allSatisfy({ $0.allSatisfy(\.isHexDigit) })
        else { return nil }
        digest = String(last)
        stem = parts.dropLast().joined(separator: "-")
    }

    /// What stands for each file whose sound it holds, as ``CopyIdentity/part(_:)`` made it.
    var sources: [String] { stem.split(separator: "-").dropLast().map(String.init) }

    static func finished(_ identity: CopyIdentity, digest: ContentHash) -> String {
        "\(identity.stem)-\(digest)\(finishedSuffix)"
    }

    static func partial(_ identity: CopyIdentity) -> String { identity.stem + partialSuffix }

    static func isPartial(_ name: String) -> Bool { name.hasSuffix(partialSuffix) }
}
