import Synchronization

/// What was counted lately, in memory: a server asks for the same weeks with every page.
final class RecentCounts: Sendable {
    /// How much is kept at most, in bytes of the files that it is written as.
    private static let mostBytes = 8 << 20

    private let kept = Mutex<(bytes: Int, counts: [String: any Sendable])>((0, [:]))

    /// What was kept of a subject.
    subscript(subject: String) -> (any Sendable)? { kept.withLock { $0.counts[subject] } }

    /// Keeps something that is so many bytes long when it is written.
    func keep(_ counts: any Sendable, bytes: Int, of subject: String) {
        kept.withLock { kept in
            if kept.bytes + bytes > Self.mostBytes { kept = (0, [:]) }
            kept.counts[subject] = counts
            kept.bytes += bytes
        }
    }
}
