import CallModel

extension SampleDigest {
    static var fullDigest: Digest {
        var digest = blank(kind: .month)
        digest.taxonomyVersion = 4
        digest.sample = Digest.Sample(
            population: 4210, counted: 120, handPicked: 5, effective: 83.4567, isStratified: true,
            isCensus: false,
            strata: [
                .init(name: "Hermosillo", population: 2600, drawn: 60, skipped: 4, heard: 56),
                .init(name: "León", population: 1210, drawn: 52, skipped: 12, heard: 40),
                .init(name: "Mérida", population: 300, drawn: 26, skipped: 2, heard: 24),
                .init(name: "Night desk", population: 100, drawn: 0, skipped: 0, heard: 0),
            ],
            uncoveredShare: 100.0 / 4210, heaviestCallShare: 0.23, listeners: 4,
            heardSeconds: 34_812, degreesOfFreedom: 117, rejected: [CallID("C-3001")])
        digest.previousCounted = 110
        digest.previousLabel = "2026-10"
        digest.comparison = Digest.Comparison(
            label: "2026-10", counted: 110, volumeRatio: 1.35, tested: 7)
        digest.alarms = Digest.Alarms(
            week: "2026-W48", since: "2026-W39", until: "2026-W46",
            painPoints: [
                Digest.Alarm(
                    key: "promise-not-kept", label: "Promise not kept", calls: 3, counted: 27.6,
                    callsBefore: 0, countedBefore: 211.3, p: 0.0015)
            ], volume: Digest.VolumeAlarm(calls: 1490, usual: 980.4, upper: 1210.7))
        digest.quiet = [
            finding("menu-too-long", "Menu too long") {
                $0.share = estimate(0, 0, 0.0353)
                $0.novelty = Digest.Novelty(
                    kind: .quiet, weeks: 4, counted: 112, calls: 0, callsBefore: 14,
                    countedBefore: 320)
            }
        ]
        digest.initiatives = initiatives
        digest.holds = Digest.Holds(
            now: LoggedHolds.Day(calls: 1932, callsHeld: 620, holds: 940),
            ratio: estimate(1.12, 1.31, 1.53), p: 0.004, dispersion: 2.1)
        digest.sample.heardTwice = 11
        digest.sample.draws = ["all-2026-11", "risk-2026-11"].map { DrawID($0) }
        digest.coverage = Digest.Coverage(
            kinds: 9, once: 3, mentions: 41, share: estimate(0.83, 0.93, 1),
            kindsAtLeast: estimate(9.6, 12.2, 31.4), isWeighted: false,
            moreForMentions: .about(38), moreForKinds: .severalTimes)
        digest.corners = [
            ("Night desk", nil, 100, 0), ("Mérida", "Repair", 40, 0),
            ("Hermosillo", "Billing", 1900, 41), ("León", "Billing", 1210, 40),
            ("Hermosillo", "Repair", 700, 15), ("Mérida", "Billing", 260, 24),
        ].map { site, queue, population, counted in
            Digest.Corner(
                Tally.Corner(site: site, queue: queue, population: population, counted: counted))
        }
        digest.ranked = [hold, repeated, transferred, systems, promise]
        digest.agreement = Digest.AgreementBase(period: digest.period, calls: 24)
        digest.expectations = PerceptionGap.Summary([expected(of: digest.period)])
        digest.ranked[0].agreement = agreement("hold-too-long", alpha: 0.86, shared: 9, of: 11)
        digest.ranked[1].agreement = agreement("repeat-explanation", alpha: 0.41, shared: 3, of: 7)
        digest.alerts = [leak]
        digest.early = [cutOff, angry]
        digest.handPickedOnly = [
            finding("policy-blocks-the-fix", "Policy blocks the fix") {
                $0.evidenceCalls = 2
                $0.worstSeverity = 3
                $0.evidence = [clip("C-2001", (12, 48), 3, "“not allowed to”", handPicked: true)]
            }
        ]
        digest.notHeard = ["Agent in doubt", "Language barrier", "Wrong bill address"].map {
            label in
            finding(label.lowercased().replacing(" ", with: "-"), label) {
                $0.share = estimate(0, 0, 0.0353)
                $0.effective = 83.4567
                $0.previousCalls = label == "Language barrier" ? 8 : 0
                if label == "Language barrier" {
                    $0.change = change(
                        .shrinking, -0.12, -0.073, -0.03, before: 0.073, p: 0.001, q: 0.007)
                }
            }
        }
        digest.reasons = [
            reason(
                "unexpected-charge", "Billing › unexpected charge", 41,
                estimate(0.262, 0.338, 0.421), shows: true, previous: 38),
            reason(
                "technician-visit", "Repair › technician did not come", 24.5,
                estimate(0.141, 0.204, 0.281), shows: true, previous: 12),
            reason(
                "move-house", "Contract › moving house", 15, estimate(0.07, 0.118, 0.183),
                shows: true, previous: 17),
            reason(
                "closing", "Contract › closing the account", 0, estimate(0, 0, 0.0353),
                shows: false, previous: 3),
            reason(
                "password", "Online › password", 2, estimate(0.002, 0.013, 0.045), shows: false,
                previous: 5),
            reason(nil, "", 6, estimate(0.02, 0.047, 0.094), shows: true, previous: 9),
        ]
        var lost = Tally.Unhearable()
        lost.withoutRecording = 12
        lost.undecodable = 3
        lost.retired = 1
        lost.incomplete = 5
        lost.missingSeconds = 760
        digest.unhearable = .init(lost)
        return digest
    }

    /// A sitting with one guess too high and one within the range.
    private static func expected(of period: Period) -> PerceptionGap.Sitting {
        func question(
            _ reason: String, _ guess: Double, _ verdict: PerceptionGap.Verdict
        ) -> PerceptionGap.Question {
            PerceptionGap.Question(
                reason: reason, label: reason, guess: guess,
                measured: Estimate(value: 0.2, low: 0.14, high: 0.27), verdict: verdict)
        }
        return PerceptionGap.Sitting(
            session: SessionID("s-1"), listener: ListenerID("ana"), startedAt: period.start,
            period: period, scope: Scope(), counted: 120,
            questions: [question("billing", 0.5, .tooHigh), question("refund", 0.2, .within)],
            score: PerceptionGap.Score(misplaced: 30.2, noiseFloor: 4.1))
    }

    private static func agreement(
        _ key: String, alpha: Double, shared: Int, of marked: Int
    ) -> Agreement.Tag {
        Agreement.Tag(
            key: key, label: key, beyond: Agreement.Beyond(calls: 24, alpha: alpha),
            agreedCalls: 24 - marked + shared, markedCalls: marked, sharedCalls: shared)
    }

    private static var hold: Digest.Finding {
        finding("hold-too-long", "Hold too long") {
            $0.rank = 1
            $0.minutesPerMonth = estimate(418, 623.4, 921)
            $0.callsPerMonth = estimate(352, 505, 702)
            $0.share = estimate(0.081, 0.12, 0.171)
            $0.effective = 83.4567
            $0.showsPercentage = true
            $0.calls = 14
            $0.callers = 12
            $0.agents = 6
            $0.weeks = 4
            $0.evidenceCalls = 16
            $0.severeShare = 6.0 / 14
            $0.worstSeverity = 5
            $0.previousCalls = 9
            $0.order = .init(first: 0.93, topThree: 0.998, lowestRank: 1, highestRank: 2)
            $0.recurrence = .recurring
            $0.change = change(.growing, 0.012, 0.041, 0.093, before: 0.079, p: 0.004, q: 0.028)
            $0.trend = .init(weeks: 8, rise: 0.064, p: 0.001, q: 0.007, isClear: true)
            $0.lately = .init(weeks: 8, heardWeeks: 7, calls: 25, callers: 22)
            $0.history = weeks([1, 2, nil, 2, 3, 3, 4, 4, 6], anew: 4)
            $0.evidence = [
                clip("C-1042", (161, 200), 5, "Eleven minutes of music, then back to the queue."),
                clip(
                    "C-0977", (41, 62), 4,
                    "“I called twice last week and nobody came back to me, "
                        + "and now I have to wait again while you ask somebody else.”"),
                clip("C-2003", nil, 4, handPicked: true),
            ]
        }
    }

    private static var repeated: Digest.Finding {
        finding("repeat-explanation", "Repeat explanation") {
            $0.rank = 2
            $0.minutesPerMonth = estimate(241, 410, 702)
            $0.callsPerMonth = estimate(190, 320, 540)
            $0.share = estimate(0.045, 0.076, 0.122)
            $0.effective = 83.4567
            $0.showsPercentage = true
            $0.calls = 9
            $0.callers = 4
            $0.agents = 5
            $0.weeks = 3
            $0.evidenceCalls = 9
            $0.severeShare = 3.0 / 9
            $0.heaviestCallShare = 0.23
            $0.shrunkenShare = 0.071
            $0.severityWeightedMinutesPerMonth = estimate(300, 520, 880)
            $0.worstSeverity = 4
            $0.previousCalls = 0
            $0.change = change(
                .maybeGrowing, -0.006, 0.076, 0.122, before: 0, p: 0.05, q: 0.18)
            $0.bursts = [.init(first: "2026-W46", last: "2026-W48")]
            $0.history = weeks([0, 0, 0, 0, 0, 0, 3, 2, 4])
            $0.order = .init(first: 0.05, topThree: 0.91, lowestRank: 2, highestRank: 4)
            $0.recurrence = .sameCallersAgain
            $0.evidence = [clip("C-1001", (3700, 3765), 4, "Explains it for the third time.")]
        }
    }

    private static var transferred: Digest.Finding {
        finding("transferred-again", "Transferred again") {
            $0.rank = 3
            $0.minutesPerMonth = estimate(228, 395, 690)
            $0.callsPerMonth = estimate(150, 280, 500)
            $0.share = estimate(0.035, 0.066, 0.115)
            $0.effective = 83.4567
            $0.showsPercentage = true
            $0.calls = 8
            $0.callers = 8
            $0.agents = 7
            $0.weeks = 4
            $0.evidenceCalls = 8
            $0.severeShare = 0
            $0.worstSeverity = 3
            $0.previousCalls = 11
            $0.change = change(.shrinking, -0.091, -0.034, -0.0031, before: 0.1, p: 0.01, q: 0.03)
            $0.trend = .init(weeks: 8, rise: -0.01, p: 0.3, q: 0.5, isClear: false)
            $0.order = .init(first: 0.02, topThree: 0.77, lowestRank: 2, highestRank: 4)
            $0.recurrence = .recurring
        }
    }

    private static var systems: Digest.Finding {
        finding("too-many-systems", "Too many systems") {
            $0.rank = 4
            $0.minutesPerMonth = estimate(38.2, 120, 388)
            $0.callsPerMonth = estimate(40, 105, 260)
            $0.share = estimate(0.008, 0.025, 0.068)
            $0.effective = 83.4567
            $0.calls = 3
            $0.callers = 3
            $0.agents = 1
            $0.weeks = 1
            $0.evidenceCalls = 3
            $0.severeShare = 1.0 / 3
            $0.worstSeverity = 4
            $0.previousCalls = 2
            $0.redefined = CalendarDay("2026-11-12")
            $0.order = .init(first: 0.001, topThree: 0.2, lowestRank: 3, highestRank: 5)
            $0.recurrence = .oneAgentOnly
        }
    }

    private static var promise: Digest.Finding {
        finding("promise-not-kept", "Promise not kept by the technician or by the back office") {
            $0.rank = 5
            $0.minutesPerMonth = estimate(0.02, 36, 2420)
            $0.callsPerMonth = estimate(0.01, 33, 160)
            $0.share = estimate(0.001, 0.008, 0.04)
            $0.effective = 83.4567
            $0.calls = 3
            $0.callers = 3
            $0.agents = 2
            $0.weeks = 1
            $0.evidenceCalls = 3
            $0.severeShare = 1
            $0.worstSeverity = 4
            $0.order = .init(first: 0, topThree: 0.01, lowestRank: 4, highestRank: 5)
            $0.recurrence = .oneWeekOnly
            $0.novelty = Digest.Novelty(
                kind: .emerging, weeks: 4, counted: 112, calls: 3, callsBefore: 1,
                countedBefore: 320)
        }
    }

    private static var leak: Digest.Finding {
        finding("data-leak", "Data of another customer read out", regulated: true) {
            $0.calls = 1
            $0.callers = 1
            $0.agents = 1
            $0.weeks = 1
            $0.evidenceCalls = 1
            $0.severeShare = 1
            $0.worstSeverity = 5
            $0.recurrence = .early
            $0.evidence = [clip("C-1077", (15, 31), 5, "Reads the wrong account aloud.")]
        }
    }

    private static var cutOff: Digest.Finding {
        finding("call-cut-off", "Call cut off") {
            $0.calls = 2
            $0.callers = 2
            $0.agents = 2
            $0.weeks = 1
            $0.evidenceCalls = 2
            $0.severeShare = 1
            $0.worstSeverity = 4
            $0.previousCalls = 1
            $0.change = change(.noClearChange, -0.02, 0.008, 0.03, before: 0.009, p: 0.6, q: 0.7)
            $0.recurrence = .early
            $0.evidence = [clip("C-1015", (88, 89), 4)]
        }
    }

    private static var angry: Digest.Finding {
        finding("reached-us-angry", "Reached us angry") {
            $0.calls = 1
            $0.callers = 1
            $0.evidenceCalls = 1
            $0.severeShare = 0
            $0.worstSeverity = 2
            $0.recurrence = .early
            $0.novelty = Digest.Novelty(
                kind: .new, weeks: 4, counted: 112, calls: 1, callsBefore: 0, countedBefore: 320)
        }
    }
}
