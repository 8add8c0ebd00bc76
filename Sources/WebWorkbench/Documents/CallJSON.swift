public import CallArchive
import CallModel
public import CallReports
import Foundation

/// Calls as JSON; what is unknown is absent.
public enum CallJSON {
    /// One line of a list.
    public static func summary(_ call: CallSummary) -> JSONText {
        .object([
            .init("id", .string(call.id.rawValue)),
            .init("startedAt", call.record.startedAt.map(InstantText.json)),
            .init("direction", call.record.direction.map { .string($0.rawValue) }),
            .init("queue", call.record.queue.map { .string($0) }),
            .init("site", call.record.site.map { .string($0) }),
            .init("agent", call.record.agent.map { .string($0) }),
            .init("caller", call.record.caller.map { .string($0) }),
            .init("callSeconds", call.record.seconds.map { .number($0) }),
            .init("recording", .string(call.recordingState.rawValue)),
            .init("recordedSeconds", call.recordedSeconds.map { .number($0) }),
            .init("completeness", call.completeness.map { .number($0) }),
            .init("holdSeconds", call.holdSeconds.map { .number($0) }),
            .init("holdIsEstimated", call.holdSeconds == nil ? nil : .bool(call.holdIsEstimated)),
            .init("deadAirSeconds", call.deadAirSeconds.map { .number($0) }),
            .init("agentTalkShare", call.agentTalkShare.map { .number($0) }),
            .init("overtalkShare", call.overtalkShare.map { .number($0) }),
            .init("flaws", strings(call.flaws.map(\.rawValue))),
            .init("undecodableReason", call.undecodableReason.map { .string($0) }),
            .init("reasons", strings(call.reasons)),
            .init("painPoints", strings(call.painPoints)),
            .init("listeners", strings(call.listeners.map(\.rawValue))),
            .init("keptFresh", call.isKeptFresh ? .bool(true) : nil),
        ])
    }

    private static func strings(_ texts: [String]) -> JSONText { .array(texts.map { .string($0) }) }
}
