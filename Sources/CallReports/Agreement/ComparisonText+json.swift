public import CallModel
import Foundation

extension ComparisonText {
    /// One call side by side as one JSON object. Where only one person has judged it, what they said
    /// is left out.
    public static func json(_ call: JudgedCall, settlement: Settlement?) -> String {
        JSONText.object([
            .init("call", .string(call.id.rawValue)),
            .init("listeners", .integer(call.judgements.count)),
            .init(
                "judgements",
                .array(call.isDoublyHeard ? call.judgements.map(judgement) : [])),
            .init("settled", settlement?.labels.map(labels)),
            .init("history", .array((settlement?.acts ?? []).map(act))),
        ]).text(indented: true) + "\n"
    }

    static func judgement(_ judgement: Judgement) -> JSONText {
        .object([
            .init("listener", .string(judgement.listener.rawValue)),
            .init("session", .string(judgement.session.rawValue)),
            .init("reason", judgement.reason.map(JSONText.string)),
            .init("painPoints", .array(judgement.marks.map(mark))),
        ])
    }

    private static func mark(_ mark: Judgement.Mark) -> JSONText {
        .object([
            .init("key", .string(mark.painPoint)),
            .init("severity", .integer(mark.severity)),
            .init("startMs", (mark.range?.start.milliseconds).map(JSONText.integer)),
            .init("endMs", (mark.range?.end.milliseconds).map(JSONText.integer)),
        ])
    }

    private static func labels(_ labels: Settlement.Labels) -> JSONText {
        .object([
            .init("reason", labels.reason.map(JSONText.string)),
            .init(
                "painPoints",
                .object(
                    labels.painPoints.sorted { $0.key < $1.key }
                        .map { .init($0.key, .integer($0.value)) })),
        ])
    }

    private static func act(_ act: Settlement.Act) -> JSONText {
        var members: [JSONText.Member] = [
            .init("by", .string(act.by.rawValue)),
            .init("at", .string(act.at.formatted(.iso8601))),
        ]
        switch act.kind {
        case .settled(let settled):
            members += [.init("act", .string("settled")), .init("labels", labels(settled))]
        case .reopened: members.append(.init("act", .string("reopened")))
        }
        if !act.because.isEmpty { members.append(.init("because", .string(act.because))) }
        return .object(members)
    }
}
