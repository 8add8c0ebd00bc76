import GRDB
import Synchronization

/// Writes that wait for the database together, stored in one transaction: they share the flush of
/// the disk that makes each of them durable.
///
/// A flush takes milliseconds and only one runs at a time, so what is asked for meanwhile queues.
/// Each write has a savepoint of its own: one that fails is undone alone.
final class GroupCommit: Sendable {
    /// The most writes in one transaction; more would keep the first of them waiting.
    static let largestBatch = 256

    /// Tells whoever waits for a write that it is on the disk.
    private typealias Acknowledgement = @Sendable () -> Void

    private struct Write: Sendable {
        let perform: @Sendable (Database) throws -> Acknowledgement
        let fail: @Sendable (any Error) -> Void
    }

    private let waiting = Mutex<[Write]>([])

    /// How many writes wait.
    var waitingCount: Int { waiting.withLock(\.count) }

    /// Writes, together with what else waits; on the disk when this returns. What the body throws
    /// undoes that body alone. Cancelling the caller cancels nothing: others share the transaction.
    func write<Value: Sendable>(
        to database: any DatabaseWriter, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let write = Write(
                perform: { connection in
                    let value = try body(connection)
                    return { continuation.resume(returning: value) }
                },
                fail: { continuation.resume(throwing: $0) })
            waiting.withLock { $0.append(write) }
            // Each write asks for a turn; whichever comes first takes all that wait, and the turns
            // left over find nothing.
            database.asyncWriteWithoutTransaction { self.storeWaiting($0) }
        }
    }

    private func storeWaiting(_ connection: Database) {
        let batch = waiting.withLock { waiting in
            let batch = waiting.prefix(Self.largestBatch)
            waiting.removeFirst(batch.count)
            return Array(batch)
        }
        guard !batch.isEmpty else { return }
        var outcomes: [Result<Acknowledgement, any Error>] = []
        do {
            try connection.inTransaction(.immediate) {
                if batch.count == 1 {
                    // What undoes a write that is alone is the end of the transaction.
                    outcomes = [.success(try batch[0].perform(connection))]
                } else {
                    outcomes = try batch.map { try Self.outcome(of: $0, connection) }
                }
                return .commit
            }
        } catch {
            // The transaction is gone, and with it what its writes had stored.
            for write in batch { write.fail(error) }
            return
        }
        for (write, outcome) in zip(batch, outcomes) {
            switch outcome {
            case .success(let acknowledge): acknowledge()
            case .failure(let error): write.fail(error)
            }
        }
    }

    /// What one write did within its savepoint. Throws where its failure ended the transaction too,
    /// as a full disk does.
    private static func outcome(
        of write: Write, _ connection: Database
    ) throws -> Result<Acknowledgement, any Error> {
        do {
            var acknowledge: Acknowledgement?
            try connection.inSavepoint {
                acknowledge = try write.perform(connection)
                return .commit
            }
            return .success(acknowledge ?? {})
        } catch  where connection.isInsideTransaction {
            return .failure(error)
        }
    }
}
