import Synchronization

/// Values that hold until something changes, looked up once.
///
/// `change` gives another number after each change, as an archive's change counts do. What this process
/// cannot see changing is not for it.
package final class UntilChange<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let most: Int
    private let change: @Sendable () -> Int
    private let kept = Mutex<(change: Int, values: [Key: Value])>((0, [:]))

    /// Nothing yet, and at most so many values later.
    package init(atMost most: Int, change: @escaping @Sendable () -> Int) {
        self.most = most
        self.change = change
    }

    /// The value that is kept, else the one that is looked up; nil is looked up each time.
    package func value(of key: Key, lookUp: () async throws -> Value?) async throws -> Value? {
        // Read before looking: what changes meanwhile makes a value too old, never too new.
        let change = change()
        let known = kept.withLock { kept -> Value? in
            if kept.change != change { kept = (change, [:]) }
            return kept.values[key]
        }
        if let known { return known }
        guard let value = try await lookUp() else { return nil }
        kept.withLock { kept in
            guard kept.change == change else { return }
            if kept.values.count >= most { kept.values = [:] }
            kept.values[key] = value
        }
        return value
    }
}
