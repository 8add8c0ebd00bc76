import CallModel
import Testing

@testable import CallReports

@Suite("What is said of the weeks before and after a fix")
struct CourseWordsTests {
    private func said(
        before: (Double, Double), step: (Double, Double), change: (Double, Double)
    ) throws -> String {
        func range(_ ends: (Double, Double)) -> Estimate {
            Estimate(value: (ends.0 + ends.1) / 2, low: ends.0, high: ends.1)
        }
        var course = SampleDigest.course
        course.slopeBefore = range(before)
        course.step = range(step)
        course.slopeChange = range(change)
        var standing = SampleDigest.initiatives[0]
        standing.outcome?.course = course
        return try #require(English().course(standing))
    }

    @Test("a step, where it was heading before, and where since")
    func sentences() throws {
        let open = (-0.01, 0.02)
        #expect(
            try said(before: open, step: (-0.082, -0.018), change: open)
                == "Week by week (9 before and 8 after): it went down by 1 to 9 of every 100 calls at "
                + "once.")
        #expect(
            try said(before: (-0.02, -0.01), step: open, change: open)
                == "Week by week (9 before and 8 after): it was falling already; allowing for that, no "
                + "step can be told from chance.")
        #expect(
            try said(before: (0.01, 0.02), step: (0.02, 0.05), change: (-0.02, -0.01))
                == "Week by week (9 before and 8 after): it was still rising; allowing for that, it "
                + "went up by 2 to 5 of every 100 calls at once, and it has been heading down more "
                + "than before.")
        #expect(
            try said(before: open, step: open, change: (0.01, 0.02))
                .hasSuffix(
                    "no step can be told from chance, and it has been heading up more than before.")
        )
        #expect(English().course(SampleDigest.initiatives[1]) == nil)
    }

    @Test("a fall that went on as before is not celebrated")
    func celebrated() throws {
        var outcome = try #require(SampleDigest.initiatives[0].outcome)
        #expect(outcome.isVerifiedWin)
        outcome.course?.step.high = 0.01
        #expect(!outcome.isVerifiedWin)
        var standing = SampleDigest.initiatives[0]
        #expect(English().status(standing) == "worked")
        standing.outcome = outcome
        #expect(English().status(standing) == "fell")
        #expect(
            English().verdict(standing)
                == "It fell by 2 to 9 of every 100 calls (heard 150 calls before and 142 after), as it "
                + "was falling before: that is no proof that it worked.")
        outcome.course?.slopeBefore.high = 0.01
        #expect(outcome.isVerifiedWin)
        outcome.course = nil
        #expect(outcome.isVerifiedWin)
        outcome.verdict = .noChange
        #expect(!outcome.isVerifiedWin)
    }
}
