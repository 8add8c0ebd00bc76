public import CallModel
import Foundation

/// A digest as JSON: every number with its interval, the number of calls and the effective number
/// of calls behind it. The schema is `Docs/digest-json.md`.
///
/// What is not known is absent, never null and never nought; members keep their order.
public enum DigestJSON {
    /// The revision of the schema; it counts up when a member changes its meaning.
    public static let schemaVersion = 1

    /// The digest, indented.
    public static func text(_ digest: Digest) -> String {
        value(digest).text(indented: true) + "\n"
    }

    /// The digest as a value, to be put into a larger one.
    public static func value(_ digest: Digest) -> JSONText {
        func findings(_ list: [Digest.Finding]) -> JSONText {
            .array(list.map { finding($0, in: digest) })
        }
        return .object([
            .init("schemaVersion", .integer(schemaVersion)),
            .init("period", period(digest.period)),
            .init("scope", scope(digest.scope)),
            .init("level", .number(digest.level)),
            .init("measure", .string(digest.measure.rawValue)),
            .init("taxonomyVersion", .integer(digest.taxonomyVersion)),
            .init("sample", sample(digest.sample)),
            .init("previous", previous(digest)),
            .init("comparison", digest.comparison.map(comparison)),
            .init("agreement", digest.agreement.map(agreement)),
            .init("alarms", alarms(of: digest)),
            .init("ranked", findings(digest.ranked)),
            .init("alerts", findings(digest.alerts)),
            .init("early", findings(digest.early)),
            .init("handPickedOnly", findings(digest.handPickedOnly)),
            .init("notHeard", findings(digest.notHeard)),
            .init("quiet", findings(digest.quiet)),
            .init(
                "initiatives",
                digest.initiatives.isEmpty
                    ? nil : .array(digest.initiatives.map(initiative))),
            .init("coverage", digest.coverage.map(coverage)),
            .init(
                "corners",
                digest.corners.isEmpty ? nil : .array(digest.corners.map(corner))),
            .init("reasons", .array(digest.reasons.map { reason($0, in: digest) })),
            .init(
                "expectations",
                digest.expectations.map { GapText.summary($0, withScore: true) }),
            .init("holds", digest.holds.map(holds)),
            .init(
                "partialLog",
                digest.partialLog.map {
                    .object([
                        .init("days", .integer($0.days)),
                        .init("daysWithCalls", .integer($0.daysWithCalls)),
                    ])
                }),
            .init("unhearable", unhearable(digest.unhearable)),
        ])
    }

    private static func holds(_ holds: Digest.Holds) -> JSONText {
        .object([
            .init("calls", .integer(holds.now.calls)),
            .init("callsHeld", .integer(holds.now.callsHeld)),
            .init("holds", .integer(holds.now.holds)),
            .init("ratio", holds.ratio.map(ends)),
            .init("p", holds.p.map(JSONText.number)),
            .init("dispersion", holds.dispersion.map(JSONText.number)),
        ])
    }

    static func period(_ period: Period) -> JSONText {
        let style = Date.ISO8601FormatStyle()
        return .object([
            .init("kind", .string(period.kind.rawValue)),
            .init("label", .string(period.label)),
            .init("start", .string(style.format(period.start))),
            .init("end", .string(style.format(period.end))),
            .init("timeZone", .string(period.timeZone)),
        ])
    }

    static func scope(_ scope: Scope) -> JSONText {
        .object([
            .init("site", scope.site.map(JSONText.string)),
            .init("queue", scope.queue.map(JSONText.string)),
            .init("direction", scope.direction.map { .string($0.rawValue) }),
        ])
    }

    private static func sample(_ sample: Digest.Sample) -> JSONText {
        .object([
            .init("population", sample.population.map(JSONText.integer)),
            .init("counted", .integer(sample.counted)),
            .init("handPicked", .integer(sample.handPicked)),
            .init("effective", sample.effective.map(JSONText.number)),
            .init("isStratified", .bool(sample.isStratified)),
            .init("isCensus", .bool(sample.isCensus)),
            .init("uncoveredShare", sample.uncoveredShare.map(JSONText.number)),
            .init("heaviestCallShare", sample.heaviestCallShare.map(JSONText.number)),
            .init("degreesOfFreedom", sample.degreesOfFreedom.map(JSONText.integer)),
            .init("rejected", .array(sample.rejected.map { .string($0.rawValue) })),
            .init("listeners", .integer(sample.listeners)),
            .init("heardSeconds", .number(sample.heardSeconds)),
            .init("heardTwice", .integer(sample.heardTwice)),
            .init("draws", .array(sample.draws.map { .string($0.rawValue) })),
            .init(
                "strata",
                .array(
                    sample.strata.map { stratum in
                        .object([
                            .init("name", .string(stratum.name)),
                            .init("population", stratum.population.map(JSONText.integer)),
                            .init("drawn", .integer(stratum.drawn)),
                            .init("skipped", .integer(stratum.skipped)),
                            .init("heard", .integer(stratum.heard)),
                            .init("draws", .array(stratum.draws.map { .string($0.rawValue) })),
                        ])
                    })),
        ])
    }

    static func agreement(_ base: Digest.AgreementBase) -> JSONText {
        .object([
            .init("period", .string(base.period.label)),
            .init("calls", .integer(base.calls)),
            .init("isEnough", .bool(base.isEnough)),
        ])
    }

    private static func previous(_ digest: Digest) -> JSONText? {
        guard digest.previousCounted != nil || digest.previousLabel != nil else { return nil }
        return .object([
            .init("label", digest.previousLabel.map(JSONText.string)),
            .init("counted", digest.previousCounted.map(JSONText.integer)),
        ])
    }

    private static func comparison(_ comparison: Digest.Comparison) -> JSONText {
        .object([
            .init("label", .string(comparison.label)),
            .init("counted", .integer(comparison.counted)),
            .init("obstacle", comparison.obstacle.map(obstacle)),
            .init("volumeRatio", comparison.volumeRatio.map(JSONText.number)),
            .init("tested", .integer(comparison.tested)),
        ])
    }

    private static func obstacle(_ obstacle: Digest.Comparison.Obstacle) -> JSONText {
        switch obstacle {
        case .tooFewCalls(let fewest):
            .object([.init("kind", .string("tooFewCalls")), .init("fewest", .integer(fewest))])
        case .partialLog(let label, let daysWithCalls, let days):
            .object([
                .init("kind", .string("partialLog")), .init("label", .string(label)),
                .init("daysWithCalls", .integer(daysWithCalls)), .init("days", .integer(days)),
            ])
        case .otherListeners(let shared):
            .object([.init("kind", .string("otherListeners")), .init("shared", .number(shared))])
        case .unknownPopulation:
            .object([.init("kind", .string("unknownPopulation"))])
        }
    }

    private static func unhearable(_ unhearable: Digest.Unhearable) -> JSONText {
        .object([
            .init("withoutRecording", .integer(unhearable.withoutRecording)),
            .init("undecodable", .integer(unhearable.undecodable)),
            .init("retired", .integer(unhearable.retired)),
            .init("incomplete", .integer(unhearable.incomplete)),
            .init("missingSeconds", .number(unhearable.missingSeconds)),
        ])
    }
}
