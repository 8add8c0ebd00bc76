import Synchronization

/// Where whatever happens is put down until one reader takes it.
final class Mailbox<Letter: Sendable>: Sendable {
    /// Yields when there is something to take.
    let signals: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation
    private let waiting = Mutex<[Letter]>([])

    init() {
        (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func post(_ letter: Letter) {
        waiting.withLock { $0.append(letter) }
        signal.yield()
    }

    /// Everything that was put down, in order.
    func takeAll() -> [Letter] {
        waiting.withLock { letters in
            defer { letters = [] }
            return letters
        }
    }
}
