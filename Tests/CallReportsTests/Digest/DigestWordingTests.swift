import CallModel
import Testing

@testable import CallReports

@Suite("A digest says what its numbers allow, and no more")
struct DigestWordingTests {
    /// The whole digest as one line, so that line breaks do not matter.
    private func said(_ digest: Digest) -> String {
        DigestText.terminal(digest, width: 100).split(separator: "\n")
            .map { $0.trimmingPrefix(while: { $0 == " " }) }.joined(separator: " ")
    }

    private func changed(_ change: (inout Digest) -> Void) -> String {
        var digest = SampleDigest.full.digest
        change(&digest)
        return said(digest)
    }

    @Test("the headline is as firm as the probability of being first")
    func headline() {
        func headline(first: Double) -> String {
            changed { $0.ranked[0].order?.first = first }
        }
        #expect(headline(first: 0.9).contains("“Hold too long” is what hurts most: at least 410"))
        #expect(headline(first: 0.89).contains("is probably what hurts most: at least 410"))
        #expect(headline(first: 0.49).contains("may be what hurts most: at least 410"))
    }

    @Test("the top three are firm, probable or possible by probability")
    func topThree() {
        let firm = changed {
            $0.ranked[0].order = nil
            $0.ranked[1].order = nil
            $0.ranked[2].order?.topThree = 0.9
        }
        #expect(firm.contains("Firmly in the top 3"))
        #expect(said(SampleDigest.full.digest).contains("Probably in the top 3"))
        #expect(said(SampleDigest.full.digest).contains("May be in the top 3"))
    }

    @Test("under 100 calls the order is not firm, and nothing claims that it is")
    func tooFew() {
        let few = changed { $0.sample.counted = 99 }
        #expect(few.contains("Too few calls for a firm order."))
        #expect(!few.contains("Firmly"))
        #expect(few.contains("is probably what hurts most"))
        #expect(!changed { $0.sample.counted = 100 }.contains("Too few calls"))
    }

    @Test("a call log of unknown size allows nothing to be said of all calls")
    func unknownPopulation() {
        let text = said(SampleDigest.unknownPopulation.digest)
        #expect(text.contains("12 of the 40 calls we listened to"))
        #expect(!text.contains("%"))
        let withShares = changed { $0.sample.population = nil }
        #expect(!withShares.contains("% of calls ("))
        #expect(!withShares.contains("could still be"))
    }

    @Test("a share that is not precise enough is said as a count")
    func displayRule() {
        let text = changed {
            $0.sample.counted = 100
            $0.ranked[0].showsPercentage = false
            $0.ranked[0].calls = 2
        }
        #expect(text.contains("Heard in 2 of 100 calls"))
        #expect(!text.contains("In 12 % of calls"))
    }

    @Test("what was not heard could still be there, up to the high end of its share")
    func notHeard() {
        // Clopper and Pearson for 0 of 60 at 95 %: 0 to 5.96 %.
        let text = changed {
            $0.sample.counted = 60
            $0.notHeard = [
                SampleDigest.finding("k", "Lost post") {
                    $0.share = Estimate(value: 0, low: 0, high: 0.0596)
                }
            ]
        }
        #expect(text.contains("Not heard in 60 calls; could still be in up to 6 %."))
    }

    @Test("no form ever prints 0 %", arguments: SampleDigest.allCases)
    func neverZeroPercent(sample: SampleDigest) {
        for format in [DigestFormat.terminal, .markdown, .html] {
            let text = format.text(sample.digest).replacing("\u{A0}", with: " ")
            #expect(!text.contains(" 0 %"))
            #expect(!text.contains("(0 %"))
        }
    }

    @Test("calls are worth fewer random ones where the draw was uneven, and only then is it said")
    func worth() {
        let text = said(SampleDigest.full.digest)
        #expect(text.contains("120 calls listened to are worth 83 random ones."))
        #expect(!changed { $0.sample.effective = 120.2 }.contains("are worth"))
    }

    @Test("more than a fifth skipped is a warning, a fifth is none")
    func skipped() {
        let warning = "listeners skipped 12 of 52 drawn calls: result may lean towards easy calls."
        #expect(said(SampleDigest.full.digest).contains(warning))
        let fifth = changed {
            $0.sample.strata[1].drawn = 60
            $0.sample.strata[1].skipped = 12
        }
        #expect(!fifth.contains("listeners skipped"))
    }

    @Test("groups that were not sampled, heavy calls, shaky ranges and rejected calls are said")
    func cautions() {
        let text = said(SampleDigest.full.digest)
        #expect(text.contains("2 % of calls (Night desk) were not sampled."))
        #expect(text.contains("One call carries 23 % of this number."))
        #expect(text.contains("1 call was left out of every number"))
        #expect(changed { $0.sample.degreesOfFreedom = 7 }.contains("shaky"))
        #expect(!changed { $0.sample.degreesOfFreedom = 8 }.contains("shaky"))
    }

    @Test("where all calls were heard nothing is estimated and no range is given")
    func census() {
        let text = said(SampleDigest.census.digest)
        #expect(text.contains("All 60 calls heard: nothing is estimated."))
        #expect(text.contains("is what hurts most: 412 minutes a month."))
        #expect(text.contains("Not heard; all 60 calls heard."))
        #expect(!text.contains("at least 4"))
        #expect(!text.contains("firm order"))
    }

    @Test("places that cannot be told apart share a band, and say so")
    func bands() {
        let text = said(SampleDigest.full.digest)
        #expect(text.contains("2–3  Repeat explanation"))
        #expect(text.contains("Places 2 and 3 cannot be told apart."))
        let apart = changed { digest in digest.ranked[2].order?.highestRank = 5 }
        #expect(!apart.contains("told apart"))
    }

    @Test("a week that is a burst is a day where the period is a week")
    func burst() {
        #expect(said(SampleDigest.census.digest).contains("All on one day: a burst."))
        #expect(said(SampleDigest.full.digest).contains("All in one week: a burst."))
    }

    @Test("the ranking speaks of what it goes by")
    func measure() {
        let calls = changed { $0.measure = .callsAffected }
        #expect(calls.contains("is what hurts most: at least 350 calls a month, and growing."))
        let weighted = changed { $0.measure = .severityWeightedMinutes }
        #expect(weighted.contains("severity-weighted minutes a month"))
    }

    @Test("what moved is said in calls of every hundred, rounded outward")
    func changes() {
        let full = said(SampleDigest.full.digest)
        #expect(full.contains("Growing since 2026-10: 1 to 10 more of every 100 calls."))
        #expect(
            full.contains(
                "Maybe growing since 2026-10: between 0.6 fewer and 13 more of every 100 calls."))
        #expect(full.contains("Shrinking since 2026-10: 0.3 to 10 fewer of every 100 calls."))
        #expect(full.contains("Rising over 8 weeks, by about 6 of every 100 calls."))
        #expect(full.contains("what it means changed on 12 November 2026."))
        #expect(full.contains("Language barrier (8 of 110 calls in 2026-10), shrinking"))
        // Only a trend that is clear is spoken of.
        #expect(!full.contains("Falling"))
    }

    @Test("the calls a month stand beside the share only where the number of calls moved")
    func volume() {
        let moved = said(SampleDigest.full.digest)
        #expect(moved.contains("About 510 calls a month now, about 240 in 2026-10."))
        #expect(moved.contains("There were 35 % more calls a day than in 2026-10"))
        let steady = changed { $0.comparison?.volumeRatio = 1.1 }
        #expect(!steady.contains("calls a month now") && !steady.contains("more calls a day"))
        let fewer = changed { $0.comparison?.volumeRatio = 0.7 }
        #expect(fewer.contains("There were 30 % fewer calls a day than in 2026-10"))
    }

    @Test("an alarm stands at the top, with what it is held against")
    func alarms() {
        let full = said(SampleDigest.full.digest)
        #expect(
            full.contains(
                "! Alarm: “Promise not kept” was heard in 3 of 28 calls of 2026-W48; in 2026-W39 to "
                    + "2026-W46 in none of 211."))
        #expect(full.contains("! Alarm: the call log has 1,490 calls in 2026-W48"))
        #expect(AlarmText.terminal(SampleDigest.full.digest).hasPrefix("Alarm: “Promise"))
        #expect(
            AlarmText.terminal(SampleDigest.empty.digest)
                == "No alarm can be given for 2026-W47: nobody listened to a call of it.\n")
        var young = SampleDigest.full.digest
        young.alarms = nil
        #expect(
            AlarmText.terminal(young).contains("too few weeks before it were listened to"))
        var calm = SampleDigest.full.digest
        calm.alarms?.painPoints = []
        calm.alarms?.volume = nil
        #expect(AlarmText.terminal(calm) == "No alarm in 2026-W48.\n")
        #expect(AlarmText.json(SampleDigest.empty.digest) == "{}\n")
    }

    @Test("new, emerging and quiet are told apart, and what recurs says in how many weeks")
    func novelties() {
        let full = said(SampleDigest.full.digest)
        #expect(
            full.contains("New: never heard before, and now in 1 of 112 calls of the last 4 weeks.")
        )
        #expect(
            full.contains(
                "Emerging: in 3 of 112 calls of the last 4 weeks, and in 1 of 320 calls before."))
        #expect(
            full.contains(
                "Heard in 14 of 320 calls before, and in none of 112 calls of the last 4 weeks."))
        #expect(full.contains("Recurring: heard in 7 of the last 8 weeks listened to."))
        #expect(full.contains("A burst in 2026-W46 to 2026-W48."))
    }

    @Test("how much is still to be heard is said in hundreds, and silent corners come first")
    func coverage() {
        let full = said(SampleDigest.full.digest)
        #expect(
            full.contains(
                "Of 100 times that something hurts, about 7 are of a kind that nobody has heard yet "
                    + "(at most 17)."))
        #expect(
            full.contains("About 38 more calls until 95 of 100 times are of a kind heard already."))
        #expect(full.contains("9 kinds were heard; there are at least about 12 (9 to 32)."))
        #expect(
            full.contains("To hear 95 of 100 kinds takes several times more calls than so far."))
        #expect(full.contains("Not one call heard Mérida · Repair"))
        let early = changed { $0.coverage?.once = 9 }
        #expect(early.contains("it is too early to say how much there is."))
        let nothing = changed { $0.coverage = nil }
        #expect(nothing.contains("Nothing was tagged yet"))
        let heard = changed { $0.corners.removeFirst(2) }
        #expect(!heard.contains("Not one call heard") && !heard.contains("Site and queue"))
    }

    @Test("a place is said with how sure it is, and equals are drawn as one band")
    func places() {
        let full = said(SampleDigest.full.digest)
        #expect(
            full.contains("Firmly first. Firmly in the top 3. Its place lies between 1 and 2 of 5.")
        )
        #expect(full.contains("Its place lies between 2 and 4 of 5."))
        #expect(full.contains("╭ 2–3  Repeat explanation"))
        #expect(full.contains("╰ 2–3  Transferred again"))
        let page = DigestHTML.page(SampleDigest.full.digest)
        #expect(page.contains("rowspan=\"2\""))
        let bands = RankBands(SampleDigest.full.digest.ranked)
        #expect(bands.standing(of: "hold-too-long") == .alone)
        #expect(bands.standing(of: "transferred-again") == .last)
    }

    @Test("a fix that worked is celebrated in one line, and every verdict has its words")
    func initiatives() {
        let full = said(SampleDigest.full.digest)
        #expect(
            full.contains(
                "It worked: “Call back instead of hold” brought “Hold too long” down by 2 to 9 of "
                    + "every 100 calls since 2 November 2026."))
        #expect(
            full.contains("Meanwhile “Transferred again”, which no fix touches: between 2 fewer"))
        #expect(full.contains("“One screen” (bo): at least 60 minutes a month saved for 2 days"))
        #expect(full.contains("356 calls must be heard before it ships and as many after."))
        func verdict(_ verdict: Digest.Outcome.Verdict) -> String {
            changed { $0.initiatives[0].outcome?.verdict = verdict }
        }
        #expect(verdict(.noChange).contains("No change of the size hoped for (heard 150 calls"))
        #expect(
            verdict(.cannotTell(more: 210)).contains(
                "listen to about 210 more calls from after it."))
        #expect(verdict(.rose).contains("It did not work: up by"))
        #expect(verdict(.redefined).contains("what it means changed meanwhile"))
        #expect(!verdict(.noChange).contains("It worked"))
        #expect(
            InitiativeText.terminal(SampleDigest.empty.digest).hasPrefix("No fix is registered."))
    }

    @Test("why nothing is compared is said, and no sign of movement stands then")
    func obstacles() {
        func with(_ obstacle: Digest.Comparison.Obstacle) -> String {
            changed { digest in
                digest.comparison?.obstacle = obstacle
                for index in digest.ranked.indices { digest.ranked[index].change = nil }
                digest.notHeard[1].change = nil
            }
        }
        let gap = with(.partialLog(label: "2026-10", daysWithCalls: 9, days: 31))
        #expect(
            gap.contains(
                "! Not compared with 2026-10: the call log of 2026-10 holds calls on only 9 of 31 "
                    + "days, and a gap is no fall."))
        #expect(with(.otherListeners(shared: 0.4)).contains("tagging changed; people"))
        #expect(with(.tooFewCalls(fewest: 30)).contains("fewer than 30 calls were heard"))
        #expect(
            with(.unknownPopulation).contains("the number of calls there were is not known."))
        for sign in Movement.allCases.map(\.sign) { #expect(!gap.contains(sign)) }
    }

    @Test("each situation has its own headline")
    func headlines() {
        var digest = SampleDigest.full.digest
        digest.ranked = []
        #expect(said(digest).contains("“Data of another customer read out” must not wait"))
        digest.alerts = []
        #expect(said(digest).contains("there are 2 early signals."))
        digest.early.removeLast()
        #expect(said(digest).contains("there is 1 early signal."))
        digest.early = []
        #expect(said(digest).contains("No pain point was heard in the 120 calls we listened to."))
        digest.sample.counted = 0
        #expect(said(digest).contains("Only 5 calls chosen by hand were heard"))
        digest.sample.handPicked = 0
        #expect(said(digest).contains("No call of 2026-11 was listened to."))
        #expect(said(digest).contains("earful draw"))
    }

    @Test("one is singular, everything else plural")
    func plurals() {
        let text = changed {
            $0.unhearable.withoutRecording = 1
            $0.unhearable.undecodable = 1
            $0.unhearable.retired = 2
            $0.unhearable.incomplete = 1
            $0.sample.handPicked = 1
        }
        #expect(text.contains("1 call has no recording. 1 recording does not decode."))
        #expect(text.contains("2 recordings were deleted before anybody heard them."))
        #expect(text.contains("1 call is incomplete: 12:40 missing."))
        #expect(text.contains("1 more call was chosen by hand: it is evidence"))
    }
}
