import CALSA
import Foundation

/// Wakes a thread that waits for a device or a time, from any other.
final class WakeUp: Sendable {
    private let listener: Int32
    private let ringer: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        // Without descriptors left there is no player either: opening the device says so.
        _ = pipe(&ends)
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        listener = ends[0]
        ringer = ends[1]
    }

    deinit {
        close(listener)
        close(ringer)
    }

    /// Wakes the thread, or lets its next wait end at once.
    func ring() {
        var byte: UInt8 = 1
        // A full pipe wakes as well.
        _ = write(ringer, &byte, 1)
    }

    /// Makes ready for the next ring.
    func clear() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(listener, &bytes, bytes.count) == bytes.count {}
    }

    /// Waits for a ring, for as long as given (nil: for ever).
    func wait(milliseconds: Int?) {
        var none: [pollfd] = []
        wait(milliseconds: milliseconds, or: &none)
    }

    /// The same, and for other descriptors, whose events it sets; whether there was anything.
    @discardableResult
    func wait(milliseconds: Int?, or others: inout [pollfd]) -> Bool {
        var all = [pollfd(fd: listener, events: Int16(POLLIN), revents: 0)] + others
        let found = poll(&all, nfds_t(all.count), Int32(milliseconds ?? -1))
        others = Array(all.dropFirst())
        return found > 0
    }
}
