import Synchronization

/// Bytes that several may append to.
final class KeptBytes: Sendable {
    private let state = Mutex<[UInt8]>([])

    var all: [UInt8] { state.withLock { $0 } }

    func append(_ more: [UInt8]) { state.withLock { $0 += more } }
}
