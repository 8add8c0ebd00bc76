import Dispatch

/// Runs an actor on a thread of its own, so that it may wait for a descriptor without holding up
/// anybody else.
final class BlockingExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "earful.decode-worker")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }
}
