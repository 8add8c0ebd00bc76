import CallModel

extension DigestJSON {
    static func initiative(_ standing: Digest.InitiativeStanding) -> JSONText {
        let plan = standing.initiative.plan
        return .object([
            .init("id", .string(standing.initiative.id.rawValue)),
            .init("title", .string(plan.title)),
            .init("painPoints", .array(plan.painPoints.map(JSONText.string))),
            .init("owner", .string(plan.owner)),
            .init("effortDays", .number(plan.effortDays)),
            .init("hypothesis", .string(plan.hypothesis)),
            .init("hopedReduction", .number(plan.hopedReduction)),
            .init("shareBefore", plan.shareBefore.map(JSONText.number)),
            .init("callsEachSide", plan.callsEachSide.map(JSONText.integer)),
            .init("shippedOn", standing.initiative.shippedOn.map { .string($0.description) }),
            .init("washOutDays", .integer(standing.initiative.washOutDays)),
            .init("droppedBecause", standing.initiative.droppedBecause.map(JSONText.string)),
            .init("outcome", standing.outcome.map(outcome)),
            .init("worth", standing.worth.map(worth)),
        ])
    }

    private static func outcome(_ outcome: Digest.Outcome) -> JSONText {
        let (verdict, more) = verdict(outcome.verdict)
        return .object([
            .init("verdict", .string(verdict)),
            .init("moreCalls", more.map(JSONText.integer)),
            .init("daysBefore", (outcome.days?.before.label).map(JSONText.string)),
            .init("daysAfter", (outcome.days?.after.label).map(JSONText.string)),
            .init("countedBefore", .integer(outcome.countedBefore)),
            .init("countedAfter", .integer(outcome.countedAfter)),
            .init("before", outcome.before.map(ends)),
            .init("after", outcome.after.map(ends)),
            .init("difference", outcome.difference.map(ends)),
            .init("untouched", outcome.untouched.map(JSONText.string)),
            .init("untouchedDifference", outcome.untouchedDifference.map(ends)),
            .init("course", outcome.course.map(course)),
        ])
    }

    private static func course(_ course: Digest.Course) -> JSONText {
        .object([
            .init("fittedBefore", .integer(course.fittedBefore)),
            .init("fittedAfter", .integer(course.fittedAfter)),
            .init("slopeBefore", ends(course.slopeBefore)),
            .init("step", ends(course.step)),
            .init("slopeChange", ends(course.slopeChange)),
            .init("weeks", .array(course.weeks.map(weekPoint))),
        ])
    }

    /// The verdict's name, and the calls still to hear where it cannot tell.
    static func verdict(_ verdict: Digest.Outcome.Verdict) -> (name: String, more: Int?) {
        switch verdict {
        case .worked: ("worked", nil)
        case .rose: ("rose", nil)
        case .noChange: ("noChange", nil)
        case .cannotTell(let more): ("cannotTell", more)
        case .notCompared: ("notCompared", nil)
        case .redefined: ("redefined", nil)
        }
    }

    private static func worth(_ worth: Digest.Worth) -> JSONText {
        .object([
            .init("minutesSavedPerMonth", ends(worth.minutesSavedPerMonth)),
            .init("costMinutes", .number(worth.costMinutes)),
            .init("paysBack", .number(worth.paysBack)),
            .init("isSmallWin", .bool(worth.isSmallWin)),
        ])
    }
}
