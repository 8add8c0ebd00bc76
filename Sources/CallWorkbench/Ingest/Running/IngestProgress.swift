import CallModel
import Synchronization

/// How far an ingest has come.
public struct IngestProgress: Sendable, Hashable {
    /// Files dealt with, of those that are new or changed.
    public var filesDone: Int
    /// Files that are new or changed.
    public var filesTotal: Int
    /// Seconds of sound decoded so far, those of files in hand among them.
    public var audioSeconds: Double
    /// Seconds since decoding began.
    public var elapsedSeconds: Double
    /// Seconds until all is done, by the bytes that are left; nil as long as nothing is done.
    public var remainingSeconds: Double?

    /// Seconds of sound decoded in a second; nil at the very beginning.
    public var audioPerSecond: Double? {
        elapsedSeconds > 0.5 ? audioSeconds / elapsedSeconds : nil
    }
}

/// What an ingest tells while it runs.
public enum IngestEvent: Sendable {
    /// How far it has come.
    case progress(IngestProgress)
    /// What became of a file; told after what it changed is on the disk.
    case outcome(IngestOutcome)
    /// A row of the call records that was not taken.
    case rowProblem(CallLogProblem)
}

/// Keeps count of what several workers do at once.
final class ProgressBoard: Sendable {
    private struct State {
        var filesDone = 0
        var bytesDone = 0
        var audioDone = 0.0
        /// Seconds decoded of the call that each worker has in hand.
        var inHand: [Int: Double] = [:]
    }

    private let state = Mutex(State())
    private let filesTotal: Int
    private let bytesTotal: Int
    private let start = ContinuousClock.now

    init(filesTotal: Int, bytesTotal: Int) {
        self.filesTotal = filesTotal
        self.bytesTotal = bytesTotal
    }

    /// Notes how far a worker has come with the call it has in hand.
    func note(worker: Int, seconds: Double) -> IngestProgress {
        state.withLock { state in
            state.inHand[worker] = seconds
            return progress(state)
        }
    }

    /// Notes that a worker is done with files that hold so many seconds.
    func finish(worker: Int, files: Int, bytes: Int, seconds: Double) -> IngestProgress {
        state.withLock { state in
            state.inHand[worker] = nil
            state.filesDone += files
            state.bytesDone += bytes
            state.audioDone += seconds
            return progress(state)
        }
    }

    private func progress(_ state: State) -> IngestProgress {
        let elapsed = (ContinuousClock.now - start) / .seconds(1)
        let left = Double(bytesTotal - state.bytesDone)
        return IngestProgress(
            filesDone: state.filesDone, filesTotal: filesTotal,
            audioSeconds: state.audioDone + state.inHand.values.reduce(0, +),
            elapsedSeconds: elapsed,
            remainingSeconds: state.bytesDone > 0
                ? elapsed * left / Double(state.bytesDone) : nil)
    }
}
