import CallModel
import Foundation
import Testing

@testable import CallDigest

@Suite("Where the weeks on both sides of a fix were heading")
struct FixCourseTests {
    private let day = 86_400.0

    /// Fifty calls a week, of which so many have the pain point, and some days with calls that make no
    /// whole week.
    private func side(_ heard: [Int], isAfter: Bool, moreDays: Int = 0) throws -> FixCounts {
        let start = SmallTally.month.start
        let days = heard.count * 7 + moreDays
        var small = SmallTally(
            population: 100 * heard.count, strata: [(name: "all", population: 100 * heard.count)],
            period: Period(
                kind: .custom, label: "days", start: start, end: start + Double(days) * day,
                timeZone: "UTC"), painPoints: ["hold"])
        for (week, count) in heard.enumerated() {
            for number in 0..<50 {
                let first = isAfter ? 0 : moreDays
                let call = small.call(
                    "\(week)-\(number)", stratum: "all", day: first + week * 7 + number % 7)
                if number < count { small.mark("hold", on: call) }
            }
        }
        for number in 0..<moreDays {
            let call = small.call(
                "more-\(number)", stratum: "all", day: isAfter ? days - 1 - number : number)
            small.mark("hold", on: call)
        }
        return try DigestMaker().fixCounts(of: ["hold"], in: small.tally, after: isAfter)
    }

    private func course(_ before: FixCounts, _ after: FixCounts) -> Digest.Course? {
        FixCourse(before: before.weeks, after: after.weeks, washOutDays: 7, level: 0.9).course
    }

    @Test("whole weeks next to the fix are counted, with what was heard in each")
    func weeks() throws {
        for isAfter in [false, true] {
            let side = try side([9, 0, 3], isAfter: isAfter, moreDays: 4)
            #expect(side.weeks.map(\.calls) == [9, 0, 3])
            #expect(side.weeks.map(\.counted) == [50, 50, 50])
            #expect(side.counts.counted == 154 && side.counts[FixCounts.joint].calls == 16)
            #expect(side.weeks[0].start == CalendarDay(isAfter ? "2026-11-01" : "2026-11-05"))
            let share = try #require(side.weeks[0].share)
            #expect(abs(share.estimate.value - 0.18) < 1e-12 && abs(share.effective - 50) < 1e-9)
        }
    }

    @Test("a fall that was under way before the fix is not its work")
    func underWay() throws {
        let before = try side([20, 19, 17, 16, 16, 14, 13, 11, 11], isAfter: false)
        let under = try #require(course(before, try side([8, 7, 7, 5, 4, 3, 2, 1], isAfter: true)))
        #expect(under.slopeBefore.high < 0)
        #expect(under.step.low < 0 && under.step.high > 0)
        #expect(under.fittedBefore == 9 && under.fittedAfter == 8 && under.weeks.count == 17)
        #expect(under.weeks.map(\.startsAnew).firstIndex(of: true) == 9)
    }

    @Test("a step shows where the weeks before went nowhere")
    func step() throws {
        let steady = try side([15, 14, 16, 15, 13, 16, 15, 14], isAfter: false)
        let stepped = try #require(
            course(steady, try side([5, 6, 4, 5, 6, 5, 4, 5], isAfter: true)))
        #expect(stepped.step.high < 0 && abs(stepped.step.value + 0.2) < 0.03)
        #expect(stepped.slopeBefore.low < 0 && stepped.slopeBefore.high > 0)
        #expect(stepped.slopeChange.low < 0 && stepped.slopeChange.high > 0)
    }

    @Test("fewer than eight weeks with calls on a side have no course")
    func few() throws {
        let nine = try side([15, 14, 16, 15, 13, 16, 15, 14, 16], isAfter: false)
        #expect(course(nine, try side([5, 6, 4, 5, 6, 5, 4], isAfter: true, moreDays: 6)) == nil)
        var gaps = nine
        for index in [2, 3] { gaps.weeks[index].share = nil }
        let eight = try side([5, 6, 4, 5, 6, 5, 4, 5], isAfter: true)
        #expect(course(gaps, eight) == nil && course(nine, eight) != nil)
    }
}
