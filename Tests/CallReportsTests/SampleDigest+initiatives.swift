import CallModel
import Foundation

extension SampleDigest {
    /// One that worked, one that is planned and a small win, one that was given up.
    static var initiatives: [Digest.InitiativeStanding] {
        var worked = standing(
            "call-back", "Call back instead of hold", "ana", 12,
            [.shipped(on: CalendarDay("2026-11-02")!, washOutDays: 7)])
        worked.outcome = Digest.Outcome(
            verdict: .worked, countedBefore: 150, countedAfter: 142,
            before: estimate(0.1, 0.14, 0.19), after: estimate(0.05, 0.08, 0.12),
            difference: estimate(-0.09, -0.058, -0.021), untouched: "Transferred again",
            untouchedDifference: estimate(-0.02, 0.01, 0.04))
        worked.outcome?.course = course
        var planned = standing("one-screen", "One screen", "bo", 2, [])
        planned.worth = Digest.Worth(
            minutesSavedPerMonth: estimate(60, 110, 190), costMinutes: 960, paysBack: 0.93,
            isSmallWin: true)
        let dropped = standing(
            "menu", "Shorter menu", "cy", 0.5, [.dropped(because: "The supplier cannot.")])
        return [worked, dropped, planned]
    }

    /// Nine weeks that were falling, and eight after a step.
    static var course: Digest.Course {
        let before = [
            "08-03", "08-10", "08-17", "08-24", "08-31", "09-07", "09-14", "09-21", "09-28",
        ]
        let after = ["11-09", "11-16", "11-23", "11-30", "12-07", "12-14", "12-21", "12-28"]
        let weeks = (before + after).enumerated().map { index, day in
            Digest.WeekPoint(
                week: "2026-\(day)", counted: 18, calls: index < 9 ? 3 : 1,
                share: index < 9 ? estimate(0.04, 0.16, 0.3) : estimate(0.01, 0.06, 0.2),
                startsAnew: index == 9)
        }
        return Digest.Course(
            weeks: weeks, fittedBefore: 9, fittedAfter: 8,
            slopeBefore: estimate(-0.009, -0.005, -0.001), step: estimate(-0.082, -0.05, -0.018),
            slopeChange: estimate(-0.004, 0.001, 0.006))
    }

    private static func standing(
        _ id: String, _ title: String, _ owner: String, _ days: Double, _ acts: [Initiative.Act]
    ) -> Digest.InitiativeStanding {
        let plan = Initiative.Plan(
            title: title, painPoints: ["hold-too-long"], owner: owner, effortDays: days,
            hypothesis: "Nobody waits for what can be looked up later.", hopedReduction: 0.5,
            shareBefore: 0.12, callsEachSide: 356)
        let events = ([.registered(plan)] + acts).map {
            Initiative.Event(
                initiative: InitiativeID(id), at: period(.month).start, by: ListenerID(owner),
                act: $0)
        }
        return Digest.InitiativeStanding(
            initiative: Initiative(events)!, labels: ["Hold too long"])
    }
}
