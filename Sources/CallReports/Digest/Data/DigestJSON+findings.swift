import CallModel

extension DigestJSON {
    static func finding(_ finding: Digest.Finding, in digest: Digest) -> JSONText {
        func number(_ value: Estimate?) -> JSONText? {
            estimate(value, effective: finding.effective, in: digest)
        }
        return .object([
            .init("key", .string(finding.key)),
            .init("label", .string(finding.label)),
            .init("regulated", .bool(finding.regulated)),
            .init("rank", finding.rank.map(JSONText.integer)),
            .init("minutesPerMonth", number(finding.minutesPerMonth)),
            .init(
                "severityWeightedMinutesPerMonth", number(finding.severityWeightedMinutesPerMonth)),
            .init("callsPerMonth", number(finding.callsPerMonth)),
            .init("share", number(finding.share)),
            .init("showsPercentage", .bool(finding.showsPercentage)),
            .init("shrunkenShare", finding.shrunkenShare.map(JSONText.number)),
            .init("heaviestCallShare", finding.heaviestCallShare.map(JSONText.number)),
            .init("calls", .integer(finding.calls)),
            .init("callers", .integer(finding.callers)),
            .init("agents", .integer(finding.agents)),
            .init("weeks", .integer(finding.weeks)),
            .init("evidenceCalls", .integer(finding.evidenceCalls)),
            .init("severeShare", finding.severeShare.map(JSONText.number)),
            .init("worstSeverity", finding.worstSeverity.map(JSONText.integer)),
            .init("previousCalls", finding.previousCalls.map(JSONText.integer)),
            .init("change", finding.change.map(change)),
            .init("redefined", finding.redefined.map { .string($0.description) }),
            .init("trend", finding.trend.map(trend)),
            .init(
                "history",
                finding.history.isEmpty ? nil : .array(finding.history.map(weekPoint))),
            .init("order", finding.order.map(order)),
            .init("recurrence", finding.recurrence.map { .string($0.rawValue) }),
            .init("lately", finding.lately.map(lately)),
            .init("novelty", finding.novelty.map(novelty)),
            .init(
                "bursts",
                finding.bursts.isEmpty
                    ? nil
                    : .array(
                        finding.bursts.map { burst in
                            .object([
                                .init("first", .string(burst.first)),
                                .init("last", .string(burst.last)),
                            ])
                        })),
            .init("agreement", finding.agreement.map(agreement)),
            .init("evidence", .array(finding.evidence.map(clip))),
        ])
    }

    private static func agreement(_ tag: Agreement.Tag) -> JSONText {
        .object([
            .init("calls", .integer(tag.beyond.calls)),
            .init("agreedCalls", .integer(tag.agreedCalls)),
            .init("markedCalls", .integer(tag.markedCalls)),
            .init("sharedCalls", .integer(tag.sharedCalls)),
            .init("alpha", tag.beyond.alpha.map(JSONText.number)),
            .init("reading", (tag.beyond.reading?.rawValue).map(JSONText.string)),
        ])
    }

    static func reason(_ reason: Digest.ReasonFinding, in digest: Digest) -> JSONText {
        .object([
            .init("key", reason.key.map(JSONText.string)),
            .init("label", reason.label.isEmpty ? nil : .string(reason.label)),
            .init("calls", .number(reason.calls)),
            .init("share", estimate(reason.share, effective: reason.effective, in: digest)),
            .init("showsPercentage", .bool(reason.showsPercentage)),
            .init("previousCalls", reason.previousCalls.map(JSONText.number)),
        ])
    }

    private static func change(_ change: Digest.Change) -> JSONText {
        .object([
            .init("verdict", .string(change.verdict.rawValue)),
            .init("difference", ends(change.difference)),
            .init("ratio", change.ratio.map(JSONText.number)),
            .init("previousShare", ends(change.previousShare)),
            .init("previousCallsPerMonth", .number(change.previousCallsPerMonth)),
            .init("p", .number(change.p)),
            .init("q", .number(change.q)),
        ])
    }

    private static func trend(_ trend: Digest.Trend) -> JSONText {
        .object([
            .init("isClear", .bool(trend.isClear)),
            .init("weeks", .integer(trend.weeks)),
            .init("rise", .number(trend.rise)),
            .init("p", .number(trend.p)),
            .init("q", .number(trend.q)),
        ])
    }

    static func weekPoint(_ point: Digest.WeekPoint) -> JSONText {
        .object([
            .init("week", .string(point.week)),
            .init("counted", .integer(point.counted)),
            .init("calls", .integer(point.calls)),
            .init("share", point.share.map(ends)),
            .init("startsAnew", point.startsAnew ? .bool(true) : nil),
        ])
    }

    /// A range alone: of another sample than the digest's.
    static func ends(_ estimate: Estimate) -> JSONText {
        .object([
            .init("value", .number(estimate.value)),
            .init("low", .number(estimate.low)),
            .init("high", .number(estimate.high)),
        ])
    }

    private static func estimate(
        _ estimate: Estimate?, effective: Double?, in digest: Digest
    ) -> JSONText? {
        estimate.map { estimate in
            .object([
                .init("value", .number(estimate.value)),
                .init("low", .number(estimate.low)),
                .init("high", .number(estimate.high)),
                .init("n", .integer(digest.sample.counted)),
                .init("n_eff", effective.map(JSONText.number)),
            ])
        }
    }

    private static func order(_ order: Digest.OrderCertainty) -> JSONText {
        .object([
            .init("first", .number(order.first)),
            .init("topThree", .number(order.topThree)),
            .init("lowestRank", .integer(order.lowestRank)),
            .init("highestRank", .integer(order.highestRank)),
        ])
    }

    private static func clip(_ clip: Digest.Clip) -> JSONText {
        .object([
            .init("call", .string(clip.call.rawValue)),
            .init("startMilliseconds", clip.range.map { .integer($0.start.milliseconds) }),
            .init("endMilliseconds", clip.range.map { .integer($0.end.milliseconds) }),
            .init("severity", .integer(clip.severity)),
            .init("listener", .string(clip.listener.rawValue)),
            .init("note", clip.note.map(JSONText.string)),
            .init("handPicked", .bool(clip.handPicked)),
        ])
    }
}
