import CallModel

extension SampleDigest {
    static var twoCallsDigest: Digest {
        var digest = blank(kind: .week)
        digest.scope = Scope(queue: "Billing", direction: .inbound)
        digest.sample.population = 312
        digest.sample.counted = 2
        digest.sample.effective = 2.01
        digest.sample.listeners = 1
        digest.agreement = Digest.AgreementBase(period: digest.period, calls: 3)
        digest.sample.heardSeconds = 241.4
        digest.sample.strata = [
            .init(name: "all", population: 312, drawn: 10, skipped: 0, heard: 2)
        ]
        digest.early = [
            finding("hold-too-long", "Hold too long") {
                $0.share = estimate(0.025, 0.5, 0.975)
                $0.calls = 1
                $0.callers = 1
                $0.agents = 1
                $0.weeks = 1
                $0.evidenceCalls = 1
                $0.severeShare = 1
                $0.worstSeverity = 4
                $0.recurrence = .early
                $0.evidence = [clip("C-7", (10, 70), 4, "Music.")]
            }
        ]
        digest.notHeard = [
            finding("call-cut-off", "Call cut off") { $0.share = estimate(0, 0, 0.7764) }
        ]
        digest.reasons = [
            reason("refund", "Refund", 1, nil, shows: false, previous: nil),
            reason(nil, "", 1, nil, shows: false, previous: nil),
        ]
        return digest
    }

    static var censusDigest: Digest {
        var digest = blank(kind: .week)
        digest.scope = Scope(site: "Mérida")
        digest.sample.population = 60
        digest.sample.counted = 60
        digest.sample.isCensus = true
        digest.sample.listeners = 2
        digest.sample.heardSeconds = 12_345
        digest.ranked = [
            finding("hold-too-long", "Hold too long") {
                $0.rank = 1
                $0.minutesPerMonth = estimate(412.4, 412.4, 412.4)
                $0.callsPerMonth = estimate(104.3, 104.3, 104.3)
                $0.share = estimate(0.4, 0.4, 0.4)
                $0.showsPercentage = true
                $0.calls = 24
                $0.callers = 20
                $0.agents = 8
                $0.weeks = 1
                $0.evidenceCalls = 24
                $0.severeShare = 0.25
                $0.worstSeverity = 5
                $0.order = .init(first: 1, topThree: 1, lowestRank: 1, highestRank: 1)
                $0.recurrence = .recurring
            },
            finding("call-cut-off", "Call cut off") {
                $0.rank = 2
                $0.minutesPerMonth = estimate(13.04, 13.04, 13.04)
                $0.callsPerMonth = estimate(13.04, 13.04, 13.04)
                $0.share = estimate(0.05, 0.05, 0.05)
                $0.showsPercentage = true
                $0.calls = 3
                $0.callers = 3
                $0.agents = 3
                $0.weeks = 1
                $0.evidenceCalls = 3
                $0.severeShare = 1
                $0.worstSeverity = 4
                $0.order = .init(first: 0, topThree: 1, lowestRank: 2, highestRank: 2)
                $0.recurrence = .oneWeekOnly
            },
        ]
        digest.notHeard = [
            finding("agent-in-doubt", "Agent in doubt") { $0.share = estimate(0, 0, 0) }
        ]
        digest.reasons = [
            reason("refund", "Refund", 60, estimate(1, 1, 1), shows: true, previous: nil)
        ]
        return digest
    }

    static var unknownPopulationDigest: Digest {
        var digest = blank(kind: .month)
        digest.sample.population = nil
        digest.sample.counted = 40
        digest.sample.handPicked = 1
        digest.sample.listeners = 3
        digest.sample.heardSeconds = 9000
        digest.sample.strata = [
            .init(name: "all", population: nil, drawn: 50, skipped: 11, heard: 39)
        ]
        digest.ranked = [
            finding("hold-too-long", "Hold too long") {
                $0.rank = 1
                $0.calls = 12
                $0.callers = 12
                $0.agents = 9
                $0.weeks = 3
                $0.evidenceCalls = 12
                $0.severeShare = 0.5
                $0.worstSeverity = 4
                $0.recurrence = .recurring
                $0.evidence = [clip("C-1", (5, 9), 4, "Music")]
            },
            finding("call-cut-off", "Call cut off") {
                $0.rank = 2
                $0.calls = 4
                $0.callers = 4
                $0.evidenceCalls = 4
                $0.severeShare = 0
                $0.worstSeverity = 2
                $0.recurrence = .recurring
            },
        ]
        digest.notHeard = [finding("agent-in-doubt", "Agent in doubt") { _ in }]
        digest.reasons = [
            reason("refund", "Refund", 31, nil, shows: false, previous: nil),
            reason(nil, "", 9, nil, shows: false, previous: nil),
        ]
        return digest
    }

    /// Texts that try to break out of every form.
    static let hostileTexts = [
        "<script>alert('x')</script><img src=x onerror=\"y\">",
        "\u{1B}[31mred\u{1B}[0m\u{1B}]0;title\u{07} \u{9B}2J\u{1B}Pq\u{1B}\\bell\u{07}",
        "line one\r\nline two\u{2028}three\u{85}four\tfive",
        "שלום \u{202E}evil\u{202C} عالم \u{2066}isolate",
        String(repeating: "long label ", count: 909) + "the end",
        "=HYPERLINK(\"http://example.invalid\",\"click\")", "+1+1", "-2+3", "@SUM(A1:A9)",
        "漢字とかな混じりの長い文章です。漢字とかな混じりの長い文章です。漢字とかな混じりの長い文章です。",
        "family 👩‍👩‍👧‍👦 flag 🇲🇽 heart ❤️ skin 👍🏽",
        "z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30A}algo e\u{301}",
        "| pipe | `code` **bold** [link](http://example.invalid) # heading & amp;",
        "\u{0}\u{1}\u{FFFE}\u{FFFF}nulls\u{AD}soft\u{200B}zero\u{FEFF}width", "", "   ",
        String(repeating: "x", count: 10_000), "\"quoted, with comma; and semicolon\"",
    ]

    static var hostileDigest: Digest {
        var digest = fullDigest
        digest.scope = Scope(site: hostileTexts[0], queue: hostileTexts[3])
        digest.previousLabel = hostileTexts[1]
        digest.sample.strata[1].name = hostileTexts[9]
        digest.sample.strata[3].name = hostileTexts[3]
        func hostile(_ index: Int, _ base: Digest.Finding) -> Digest.Finding {
            var finding = base
            finding.key = "k\(index)"
            finding.label = hostileTexts[index]
            finding.evidence = [
                clip(
                    hostileTexts[(index + 1) % hostileTexts.count], (1, 2), 9, hostileTexts[index]),
                clip("C-1", nil, -1, hostileTexts[(index + 4) % hostileTexts.count]),
            ]
            return finding
        }
        digest.ranked = (0..<8).map { hostile($0, fullDigest.ranked[$0 % 5]) }
        digest.alerts = [hostile(9, fullDigest.alerts[0])]
        digest.early = (10..<14).map { hostile($0, fullDigest.early[0]) }
        digest.handPickedOnly = [hostile(8, fullDigest.handPickedOnly[0])]
        digest.notHeard = (14..<18).map { hostile($0, fullDigest.notHeard[0]) }
        digest.ranked[0].minutesPerMonth = Estimate(value: .nan, low: .nan, high: .infinity)
        digest.ranked[1].share = Estimate(value: .nan, low: -1, high: .infinity)
        digest.reasons = hostileTexts.indices.map { index in
            reason(
                "r\(index)", hostileTexts[index], Double(index), estimate(0.1, 0.2, 0.3),
                shows: index.isMultiple(of: 2), previous: 1)
        }
        return digest
    }
}
