import Foundation
import Synchronization

/// Wakes whoever waits for a descriptor, once and for all: the end of a socket that becomes
/// readable.
final class StopSignal: Sendable {
    /// Becomes readable (and stays so) when the signal is given.
    let descriptor: Int32
    private let writer: Mutex<Int32>

    /// A signal that was not given yet; throws ``IngestError`` where the system has no socket
    /// left.
    init() throws(IngestError) {
        var ends: [Int32] = [-1, -1]
        // Unlike a pipe, a pair of sockets is born with the mark that keeps it from workers.
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw IngestError.system(doing: "open a pair of sockets", errno: errno)
        }
        descriptor = ends[0]
        writer = Mutex(ends[1])
    }

    deinit {
        give()
        close(descriptor)
    }

    /// Whether the signal was given.
    var isGiven: Bool { writer.withLock { $0 < 0 } }

    /// Gives the signal; giving it again does nothing.
    func give() {
        writer.withLock { end in
            if end >= 0 { close(end) }
            end = -1
        }
    }
}
