public import CallModel

extension ExplanationText {
    /// The numbers of the sums and what goes into them, as JSON; the line itself as a digest has it.
    public static func json(_ explanation: Explanation) -> String {
        func mean(_ mean: Explanation.Mean, _ rest: [JSONText.Member]) -> JSONText {
            .object(
                [.init("mean", .number(mean.value)), .init("variance", .number(mean.variance))]
                    + rest)
        }
        let digest = explanation.digest
        let value = JSONText.object([
            .init("period", DigestJSON.period(digest.period)),
            .init("scope", DigestJSON.scope(digest.scope)),
            .init("level", .number(digest.level)),
            .init("finding", DigestJSON.finding(explanation.finding, in: digest)),
            .init(
                "alarm",
                digest.alarms?.painPoints.first { $0.key == explanation.finding.key }
                    .map(DigestJSON.alarm)),
            .init("calls", .array(explanation.affected.map(call))),
            .init(
                "withheld", explanation.withheld > 0 ? .integer(explanation.withheld) : nil),
            .init("groups", .array(explanation.groups.map(group))),
            .init("standFor", .number(explanation.weightSum)),
            .init("coveredCalls", .number(explanation.covered)),
            .init("months", .number(explanation.months)),
            .init(
                "share",
                mean(
                    explanation.share,
                    [
                        .init(
                            "effectiveByWeights",
                            explanation.designEffective.map(JSONText.number))
                    ])),
            .init(
                "minutes",
                mean(
                    explanation.minutes,
                    [.init("oneMoreCallPerMonth", .number(explanation.increment))])),
        ])
        return value.text(indented: true) + "\n"
    }

    private static func call(_ call: Explanation.Affected) -> JSONText {
        .object([
            .init("call", .string(call.call.rawValue)),
            .init("standsFor", .number(call.weight)),
            .init("heardBy", .number(call.share)),
            .init("minutes", .number(call.minutes)),
            .init("severity", .integer(call.severity)),
            .init(
                "ranges",
                .array(
                    call.ranges.map {
                        .object([
                            .init("startMilliseconds", .integer($0.start.milliseconds)),
                            .init("endMilliseconds", .integer($0.end.milliseconds)),
                        ])
                    })),
        ])
    }

    private static func group(_ group: Explanation.Group) -> JSONText {
        .object([
            .init("name", .string(group.name)),
            .init("population", .integer(group.population)),
            .init("counted", .integer(group.counted)),
            .init("inScope", .integer(group.inScope)),
            .init("affected", .number(group.affected)),
        ])
    }
}
