public import CallModel
import Foundation

extension GapText {
    /// The gap of all and of people by name as one JSON object, or the history of one listener.
    ///
    /// The score of a person with fewer than ten answers is absent, and sittings stand only in a
    /// history.
    public static func json(_ gap: PerceptionGap, of listener: ListenerID? = nil) -> String {
        let members: [JSONText.Member]
        if let listener {
            let sittings = gap.history(of: listener)
            members = [
                .init("listener", .string(listener.rawValue)),
                .init("level", .number(gap.level)),
                .init("summary", summary(PerceptionGap.Summary(sittings), withScore: true)),
                .init("sittings", .array(sittings.map(sitting))),
            ]
        } else {
            members = [
                .init("level", .number(gap.level)),
                .init("unmeasured", .integer(gap.unmeasured)),
                .init("team", summary(gap.team, withScore: true)),
                .init("reasons", .array(gap.reasons.map(reason))),
                .init("people", .array(gap.people.map(person))),
            ]
        }
        return JSONText.object(members).text(indented: true) + "\n"
    }

    private static func score(_ score: PerceptionGap.Score) -> [JSONText.Member] {
        [
            .init("misplacedPer100", .number(score.misplaced)),
            .init("noiseFloorPer100", .number(score.noiseFloor)),
            .init("excessPer100", .number(score.excess)),
        ]
    }

    static func summary(
        _ summary: PerceptionGap.Summary, withScore: Bool
    ) -> JSONText {
        .object(
            [
                .init("sittings", .integer(summary.sittings)),
                .init("questions", .integer(summary.questions)),
                .init("tooHigh", .integer(summary.tooHigh)),
                .init("tooLow", .integer(summary.tooLow)),
                .init("within", .integer(summary.within)),
            ] + (withScore ? summary.score.map(score) ?? [] : []))
    }

    private static func person(_ person: PerceptionGap.Person) -> JSONText {
        guard person.isComparable else {
            return .object([
                .init("listener", .string(person.listener.rawValue)),
                .init("questions", .integer(person.summary.questions)),
            ])
        }
        return .object([
            .init("listener", .string(person.listener.rawValue)),
            .init("questions", .integer(person.summary.questions)),
            .init("summary", summary(person.summary, withScore: true)),
        ])
    }

    private static func reason(_ reason: PerceptionGap.Reason) -> JSONText {
        .object([
            .init("key", .string(reason.reason)),
            .init("label", .string(reason.label)),
            .init("guesses", .integer(reason.guesses)),
            .init("meanGuess", .number(reason.meanGuess)),
            .init("meanMeasured", .number(reason.meanMeasured)),
            .init("tooHigh", .integer(reason.tooHigh)),
            .init("tooLow", .integer(reason.tooLow)),
        ])
    }

    private static func sitting(_ sitting: PerceptionGap.Sitting) -> JSONText {
        .object(
            [
                .init("session", .string(sitting.session.rawValue)),
                .init("startedAt", .string(sitting.startedAt.formatted(.iso8601))),
                .init("period", .string(sitting.period.label)),
                .init("counted", .integer(sitting.counted)),
            ] + score(sitting.score) + [
                .init("questions", .array(sitting.questions.map(question)))
            ])
    }

    private static func question(_ question: PerceptionGap.Question) -> JSONText {
        .object([
            .init("key", .string(question.reason)),
            .init("label", .string(question.label)),
            .init("guess", .number(question.guess)),
            .init("measured", .number(question.measured.value)),
            .init("measuredLow", .number(question.measured.low)),
            .init("measuredHigh", .number(question.measured.high)),
            .init("gap", .number(question.gap.value)),
            .init("gapLow", .number(question.gap.low)),
            .init("gapHigh", .number(question.gap.high)),
            .init("verdict", .string(question.verdict.rawValue)),
        ])
    }
}
