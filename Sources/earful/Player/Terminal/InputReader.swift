import CallWorkbench
import Dispatch

#if canImport(Glibc)
import Glibc
#endif

/// Reads keys from standard input on a queue of its own.
final class InputReader {
    /// How long a lone Esc may be the start of a sequence.
    private static let patience = DispatchTimeInterval.milliseconds(40)

    private let source: any DispatchSourceRead

    /// Begins to read; `deliver` gets what came, and nil once when the terminal went away.
    init(deliver: @escaping @Sendable ([TerminalInput]?) -> Void) {
        let queue = DispatchQueue(label: "earful.keys")
        let source = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: queue)
        self.source = source
        let state = ReadingState()
        // A descriptor at its end is readable for ever: nobody may listen to it any longer.
        state.stop = { source.cancel() }
        source.setEventHandler {
            guard let bytes = Self.read() else {
                state.stop?()
                state.stop = nil
                return deliver(nil)
            }
            let found = state.decoder.feed(bytes)
            if !found.isEmpty { deliver(found) }
            state.count += 1
            guard state.decoder.isWaiting else { return }
            let count = state.count
            queue.asyncAfter(deadline: .now() + Self.patience) {
                guard state.count == count else { return }
                let rest = state.decoder.flush()
                if !rest.isEmpty { deliver(rest) }
            }
        }
        source.setCancelHandler { state.stop = nil }
        source.resume()
    }

    deinit { source.cancel() }

    /// What can be read now; nil where the terminal is gone.
    private static func read() -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
        if count > 0 { return Array(bytes[..<count]) }
        return count < 0 && [EINTR, EAGAIN].contains(errno) ? [] : nil
    }
}

/// What the reader's queue alone touches.
// The lock is the serial queue: every use is in a block of it.
private final class ReadingState: @unchecked Sendable {
    var decoder = KeyDecoder()
    var count = 0
    var stop: (() -> Void)?
}
