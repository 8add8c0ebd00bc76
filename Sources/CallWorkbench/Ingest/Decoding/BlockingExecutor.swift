import Dispatch

/// Runs an actor on a thread of its own, so that it may wait for a descriptor without holding up
/// anybody else.
public final class BlockingExecutor: SerialExecutor {
    private let queue: DispatchQueue

    /// A thread that debuggers know by a label.
    public init(label: String) {
        queue = DispatchQueue(label: label)
    }

    /// Runs a job when those before it are done.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    /// The executor as an actor names it.
    public func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }
}
