import Synchronization

/// Tells open pages what is new.
///
/// A page that does not keep up loses the oldest news, never the newest: what it shows it can always
/// load again. A lock and no actor, because a page that closes must be forgotten without a wait.
final class NewsDesk: Sendable {
    /// Pages that may listen at once.
    static let mostListeners = 256
    /// News that wait for one page, at most.
    static let mostWaiting = 64

    private struct State {
        var listeners: [Int: AsyncStream<News>.Continuation] = [:]
        var nextListener = 0
    }

    private let state = Mutex(State())

    /// How many pages listen.
    var listenerCount: Int { state.withLock { $0.listeners.count } }

    /// News from now on, until the stream is dropped; nil where too many listen already.
    func listen() -> AsyncStream<News>? {
        let (stream, continuation) = AsyncStream.makeStream(
            of: News.self, bufferingPolicy: .bufferingNewest(Self.mostWaiting))
        let number: Int? = state.withLock { state in
            guard state.listeners.count < Self.mostListeners else { return nil }
            state.nextListener += 1
            state.listeners[state.nextListener] = continuation
            return state.nextListener
        }
        guard let number else { return nil }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { $0.listeners[number] = nil }
        }
        return stream
    }

    /// Tells every page.
    func tell(_ news: News) {
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners { listener.yield(news) }
    }
}
