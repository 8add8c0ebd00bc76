import Synchronization

/// A door that opens once, or breaks; whoever waits then goes through, or learns why not.
final class Gate: Sendable {
    private struct State {
        var result: Result<Void, any Error>?
        var waiting: [Int: CheckedContinuation<Void, any Error>] = [:]
        var count = 0
    }

    private let state = Mutex(State())

    /// Opens the door, or breaks it with a reason; only the first time counts.
    func open(_ result: Result<Void, any Error> = .success(())) {
        let waiting = state.withLock { state in
            guard state.result == nil else { return [CheckedContinuation<Void, any Error>]() }
            state.result = result
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for continuation in waiting { continuation.resume(with: result) }
    }

    /// Returns when the door is open; throws the reason where it breaks, and `CancellationError`
    /// where the waiting task is cancelled.
    func wait() async throws {
        let number = state.withLock { state in
            state.count += 1
            return state.count
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation {
                (continuation: CheckedContinuation<Void, any Error>) in
                let result = state.withLock { state -> Result<Void, any Error>? in
                    if let result = state.result { return result }
                    if Task.isCancelled { return .failure(CancellationError()) }
                    state.waiting[number] = continuation
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: number) }?
                .resume(throwing: CancellationError())
        }
    }
}
