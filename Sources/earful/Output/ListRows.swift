import CallArchive
import CallReports

extension CallRow {
    /// The line of a call that the archive lists.
    init(_ call: CallSummary) {
        self.init(
            id: call.id, record: call.record, recordingState: call.recordingState,
            recordedSeconds: call.recordedSeconds, completeness: call.completeness,
            holdSeconds: call.holdSeconds, flaws: call.flaws, reasons: call.reasons,
            painPoints: call.painPoints)
    }
}

extension SittingRow {
    /// The line of a sitting that the archive lists.
    init(_ sitting: CallArchive.SessionSummary) {
        self.init(
            id: sitting.id, purpose: sitting.purpose, listener: sitting.listener,
            startedAt: sitting.startedAt, isOpen: sitting.endedAt == nil,
            heardSeconds: sitting.heardSeconds, callCount: sitting.callCount,
            tagCount: sitting.tagCount, ideaCount: sitting.ideaCount)
    }
}
