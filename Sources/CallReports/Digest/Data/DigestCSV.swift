public import CallModel

/// A digest as comma-separated values: one row for each finding, with every number of it.
///
/// RFC 4180, UTF-8, CRLF. A cell without a value is empty. Numbers have a point and no grouping.
/// Text that begins with `=`, `+`, `-`, `@`, `|` or `%` gets an apostrophe in front, so that no
/// spreadsheet runs it. The columns are described in `Docs/digest-json.md`.
public enum DigestCSV {
    /// The digest, a header first.
    public static func text(_ digest: Digest) -> String {
        var output = CSVText.line(columns.map { .text($0) })
        /// Columns that a row says nothing of stand at its end.
        func write(_ cells: [CSVText.Cell]) {
            let missing = max(0, columns.count - cells.count)
            output += CSVText.line(cells + Array(repeating: .empty, count: missing))
        }
        let sections: [(String, [Digest.Finding])] = [
            ("ranked", digest.ranked), ("alert", digest.alerts), ("early", digest.early),
            ("hand_picked_only", digest.handPickedOnly), ("not_heard", digest.notHeard),
            ("quiet", digest.quiet),
        ]
        for (section, findings) in sections {
            for finding in findings {
                write(shared(section, digest) + row(finding, in: digest))
            }
        }
        for reason in digest.reasons {
            write(shared("reason", digest) + row(reason, in: digest))
        }
        for row in others(digest) { write(row) }
        return output
    }

    private static let columns = [
        "period", "site", "queue", "direction", "level", "section", "rank", "key", "label",
        "regulated", "minutes_per_month", "minutes_per_month_low", "minutes_per_month_high",
        "severity_weighted_minutes_per_month", "severity_weighted_minutes_per_month_low",
        "severity_weighted_minutes_per_month_high",
        "calls_per_month", "calls_per_month_low", "calls_per_month_high", "share", "share_low",
        "share_high", "shows_percentage", "shrunken_share", "heaviest_call_share",
        "n", "n_eff", "calls", "callers", "agents", "weeks",
        "evidence_calls", "severe_share", "worst_severity", "previous_calls", "previous_n",
        "p_first", "p_top_three", "rank_low", "rank_high", "recurrence", "evidence",
        "change", "difference", "difference_low", "difference_high", "change_ratio", "change_p",
        "change_q", "previous_share", "previous_share_low", "previous_share_high",
        "previous_calls_per_month", "redefined", "trend_weeks", "trend_rise", "trend_p", "trend_q",
        "trend_is_clear", "history", "lately_weeks", "lately_heard_weeks", "lately_calls",
        "lately_callers", "novelty", "bursts", "population", "kinds", "kinds_at_least",
        "kinds_at_least_low", "kinds_at_least_high", "more_for_mentions", "more_for_kinds",
        "verdict", "small_win", "pays_back", "agreement", "agreement_calls", "listeners_disagree",
        "guesses", "guesses_too_high", "guesses_too_low", "misplaced_per_100",
        "noise_floor_per_100", "usual_calls", "most_usual_calls", "holds", "rate_ratio",
        "rate_ratio_low", "rate_ratio_high", "slope_before", "slope_before_low",
        "slope_before_high",
        "step", "step_low", "step_high", "slope_change", "slope_change_low", "slope_change_high",
        "first_week", "last_week", "pain_points", "owner", "effort_days", "hypothesis",
        "hoped_reduction", "calls_each_side", "shipped", "days_before", "days_after", "more_calls",
        "untouched", "untouched_difference", "untouched_difference_low",
        "untouched_difference_high", "drawn", "skipped", "heard_twice", "heard_seconds",
        "missing_seconds", "taxonomy_version",
    ]

    /// What is no finding: alarms, coverage, corners.
    private static func others(_ digest: Digest) -> [[CSVText.Cell]] {
        func row(_ section: String, _ named: [String: CSVText.Cell]) -> [CSVText.Cell] {
            shared(section, digest) + columns.dropFirst(6).map { named[$0] ?? .empty }
        }
        let alarms = (digest.alarms?.painPoints ?? []).map { alarm in
            row(
                "alarm",
                [
                    "key": .text(alarm.key), "label": .text(alarm.label),
                    "calls": .integer(alarm.calls), "n": .number(alarm.counted),
                    "previous_calls": .integer(alarm.callsBefore),
                    "previous_n": .number(alarm.countedBefore), "change_p": .number(alarm.p),
                    "first_week": .init(digest.alarms?.since),
                    "last_week": .init(digest.alarms?.until),
                ])
        }
        let coverage = digest.coverage.map { coverage in
            row(
                "coverage",
                [
                    "share": .number(coverage.share.value),
                    "share_low": .number(coverage.share.low),
                    "share_high": .number(coverage.share.high),
                    "n": .integer(digest.sample.counted), "kinds": .integer(coverage.kinds),
                    "kinds_at_least": .init(coverage.kindsAtLeast?.value),
                    "kinds_at_least_low": .init(coverage.kindsAtLeast?.low),
                    "kinds_at_least_high": .init(coverage.kindsAtLeast?.high),
                    "more_for_mentions": more(coverage.moreForMentions),
                    "more_for_kinds": more(coverage.moreForKinds),
                ])
        }
        let corners = digest.corners.map { corner in
            row(
                "corner",
                [
                    "key": .init(corner.site), "label": .init(corner.queue),
                    "population": .integer(corner.population),
                    "calls": .integer(corner.counted),
                ])
        }
        let initiatives = digest.initiatives.map { standing in
            row("initiative", Self.initiative(standing))
        }
        let volume = (digest.alarms?.volume).map { volume in
            row(
                "volume_alarm",
                [
                    "calls": .integer(volume.calls), "usual_calls": .number(volume.usual),
                    "most_usual_calls": .number(volume.upper),
                ])
        }
        let expectations = digest.expectations.map { summary in
            row(
                "expectations",
                [
                    "guesses": .integer(summary.questions),
                    "guesses_too_high": .integer(summary.tooHigh),
                    "guesses_too_low": .integer(summary.tooLow),
                    "misplaced_per_100": .init(summary.score?.misplaced),
                    "noise_floor_per_100": .init(summary.score?.noiseFloor),
                ])
        }
        let holds = digest.holds.map { holds in
            row(
                "holds",
                [
                    "calls": .integer(holds.now.callsHeld),
                    "population": .integer(holds.now.calls),
                    "holds": .integer(holds.now.holds), "rate_ratio": .init(holds.ratio?.value),
                    "rate_ratio_low": .init(holds.ratio?.low),
                    "rate_ratio_high": .init(holds.ratio?.high), "change_p": .init(holds.p),
                ])
        }
        let sample = Self.sample(digest).map { row($0.section, $0.cells) }
        return [volume].compactMap { $0 } + alarms + initiatives
            + [coverage, holds, expectations].compactMap { $0 } + corners + sample
    }

    private static func initiative(
        _ standing: Digest.InitiativeStanding
    ) -> [String: CSVText.Cell] {
        let (outcome, worth) = (standing.outcome, standing.worth)
        let plan = standing.initiative.plan
        return [
            "key": .text(standing.initiative.id.rawValue), "label": .text(plan.title),
            "pain_points": .text(plan.painPoints.joined(separator: " ")),
            "owner": .text(plan.owner), "effort_days": .number(plan.effortDays),
            "hypothesis": .text(plan.hypothesis), "hoped_reduction": .number(plan.hopedReduction),
            "calls_each_side": .init(plan.callsEachSide),
            "shipped": .init(standing.initiative.shippedOn.map { "\($0)" }),
            "days_before": .init(outcome?.days?.before.label),
            "days_after": .init(outcome?.days?.after.label),
            "more_calls": .init(outcome.flatMap { DigestJSON.verdict($0.verdict).more }),
            "untouched": .init(outcome?.untouched),
            "untouched_difference": .init(outcome?.untouchedDifference?.value),
            "untouched_difference_low": .init(outcome?.untouchedDifference?.low),
            "untouched_difference_high": .init(outcome?.untouchedDifference?.high),
            "minutes_per_month": .init(worth?.minutesSavedPerMonth.value),
            "minutes_per_month_low": .init(worth?.minutesSavedPerMonth.low),
            "minutes_per_month_high": .init(worth?.minutesSavedPerMonth.high),
            "n": .init(outcome?.countedAfter), "previous_n": .init(outcome?.countedBefore),
            "share": .init(outcome?.after?.value), "share_low": .init(outcome?.after?.low),
            "share_high": .init(outcome?.after?.high),
            "previous_share": .init(outcome?.before?.value),
            "previous_share_low": .init(outcome?.before?.low),
            "previous_share_high": .init(outcome?.before?.high),
            "difference": .init(outcome?.difference?.value),
            "difference_low": .init(outcome?.difference?.low),
            "difference_high": .init(outcome?.difference?.high),
            "verdict": .init(outcome.map { DigestJSON.verdict($0.verdict).name }),
            "small_win": worth.map { .bool($0.isSmallWin) } ?? .empty,
            "pays_back": .init(worth?.paysBack),
        ].merging(outcome?.course.map(course) ?? [:]) { $1 }
    }

    private static func course(_ course: Digest.Course) -> [String: CSVText.Cell] {
        var cells: [String: CSVText.Cell] = [
            "history": .text(course.weeks.map(week).joined(separator: " "))
        ]
        for (name, range) in [
            ("slope_before", course.slopeBefore), ("step", course.step),
            ("slope_change", course.slopeChange),
        ] {
            cells[name] = .number(range.value)
            cells[name + "_low"] = .number(range.low)
            cells[name + "_high"] = .number(range.high)
        }
        return cells
    }

    private static func more(_ calls: Digest.MoreCalls?) -> CSVText.Cell {
        switch calls {
        case .enough: .integer(0)
        case .about(let count): .integer(count)
        case .severalTimes: .text("several times")
        case nil: .empty
        }
    }

    private static func shared(_ section: String, _ digest: Digest) -> [CSVText.Cell] {
        [
            .text(digest.period.label), .init(digest.scope.site), .init(digest.scope.queue),
            .init(digest.scope.direction?.rawValue), .number(digest.level), .text(section),
        ]
    }

    private static func row(_ finding: Digest.Finding, in digest: Digest) -> [CSVText.Cell] {
        var cells: [CSVText.Cell] = [
            .init(finding.rank), .text(finding.key), .text(finding.label),
            .bool(finding.regulated),
        ]
        cells += [
            finding.minutesPerMonth, finding.severityWeightedMinutesPerMonth,
            finding.callsPerMonth, finding.share,
        ].flatMap(estimate)
        cells += [
            .bool(finding.showsPercentage), .init(finding.shrunkenShare),
            .init(finding.heaviestCallShare), .integer(digest.sample.counted),
            .init(finding.effective), .integer(finding.calls), .integer(finding.callers),
            .integer(finding.agents), .integer(finding.weeks), .integer(finding.evidenceCalls),
            .init(finding.severeShare), .init(finding.worstSeverity),
            .init(finding.previousCalls),
            .init(finding.previousCalls == nil ? nil : digest.previousCounted),
            .init(finding.order?.first), .init(finding.order?.topThree),
            .init(finding.order?.lowestRank), .init(finding.order?.highestRank),
            .init(finding.recurrence?.rawValue),
            .text(finding.evidence.map(clip).joined(separator: " ")),
        ]
        return cells + movements(finding)
    }

    private static func movements(_ finding: Digest.Finding) -> [CSVText.Cell] {
        let change = finding.change
        let trend = finding.trend
        return [.init(change?.verdict.rawValue)] + estimate(change?.difference)
            + [.init(change?.ratio), .init(change?.p), .init(change?.q)]
            + estimate(change?.previousShare)
            + [
                .init(change?.previousCallsPerMonth), .init(finding.redefined?.description),
                .init(trend?.weeks), .init(trend?.rise), .init(trend?.p), .init(trend?.q),
                trend.map { .bool($0.isClear) } ?? .empty,
                .text(finding.history.map(week).joined(separator: " ")),
                .init(finding.lately?.weeks), .init(finding.lately?.heardWeeks),
                .init(finding.lately?.calls), .init(finding.lately?.callers),
                .init(finding.novelty?.kind.rawValue),
                .text(finding.bursts.map { "\($0.first)..\($0.last)" }.joined(separator: " ")),
            ]
            + [CSVText.Cell](repeating: .empty, count: 10)
            + [
                .init(finding.agreement?.beyond.alpha), .init(finding.agreement?.beyond.calls),
                finding.agreement == nil ? .empty : .bool(finding.isDisputed),
            ]
    }

    /// `2026-W47=3/37`: calls in which it was heard, of the calls of the week; `!` in front where
    /// its meaning changed in the week.
    private static func week(_ point: Digest.WeekPoint) -> String {
        (point.startsAnew ? "!" : "") + "\(point.week)=\(point.calls)/\(point.counted)"
    }

    private static func row(
        _ reason: Digest.ReasonFinding, in digest: Digest
    ) -> [CSVText.Cell] {
        var cells: [CSVText.Cell] = [.empty, .init(reason.key), .text(reason.label), .empty]
        cells += [CSVText.Cell](repeating: .empty, count: 9) + estimate(reason.share)
        cells += [
            .bool(reason.showsPercentage), .empty, .empty, .integer(digest.sample.counted),
            .init(reason.effective), .number(reason.calls),
        ]
        cells += [CSVText.Cell](repeating: .empty, count: 6)
        cells += [
            .init(reason.previousCalls),
            .init(reason.previousCalls == nil ? nil : digest.previousCounted),
        ]
        return cells
    }

    private static func estimate(_ estimate: Estimate?) -> [CSVText.Cell] {
        [.init(estimate?.value), .init(estimate?.low), .init(estimate?.high)]
    }

    /// `C-1042@161000-200000` in milliseconds; the call alone where the whole of it is meant.
    private static func clip(_ clip: Digest.Clip) -> String {
        let call = SafeText.oneLine(clip.call.rawValue)
        guard let range = clip.range else { return call }
        return "\(call)@\(range.start.milliseconds)-\(range.end.milliseconds)"
    }
}
