import CallModel

/// What is said of one pain point, sentence by sentence.
struct FindingSentences {
    var finding: Digest.Finding
    var digest: Digest
    /// Its share, where it may be printed.
    var share: Estimate?
    /// The places that it cannot be told apart from.
    var places: ClosedRange<Int>?
    var words: any TextCatalogue

    var all: [String] {
        [
            cost, heaviest, heard, severity, agreement, order, band, recurrence, novelty, bursts,
            volume,
            change, trend, previously, handPicked, fixes,
        ].compactMap { $0 }
    }

    private var isCounted: Bool { digest.sample.isCensus }

    /// What is being done about it, with what came of that.
    private var fixes: String? {
        let fixes = digest.fixes(of: finding)
        return fixes.isEmpty ? nil : words.fixes(fixes)
    }

    private var cost: String? {
        guard finding.rank != nil else { return nil }
        let calls = digest.measure == .callsAffected ? nil : finding.callsPerMonth?.ifSound
        return digest.total(of: finding).map {
            words.cost($0, digest.measure, calls: calls, isCounted: isCounted)
        }
    }

    private var heaviest: String? {
        finding.heaviestCallShare.map { words.heaviest($0) }
    }

    private var heard: String? {
        guard finding.calls > 0 else { return nil }
        var facts = [
            words.heard(
                finding.calls, of: digest.sample.counted,
                populationIsKnown: digest.sample.population != nil)
        ]
        if finding.calls > 1 {
            if finding.callers > 0 { facts.append(words.fromCallers(finding.callers)) }
            if finding.agents > 0, finding.recurrence != .oneAgentOnly {
                facts.append(words.withAgents(finding.agents))
            }
            if finding.weeks > 0, digest.period.kind != .week {
                facts.append(words.inWeeks(finding.weeks))
            }
        }
        return words.found(share: share, isCounted: isCounted, facts: facts)
    }

    private var severity: String? {
        let worst = finding.worstSeverity
        if max(finding.calls, finding.evidenceCalls) == 1 {
            return worst.map { words.onlySeverity($0) }
        }
        guard finding.calls > 0, let share = finding.severeShare, share > 0 else {
            return worst.map { words.worstSeverity($0) }
        }
        // A share of a handful of calls is said as the count it came from.
        let severe = share * Double(finding.calls)
        return abs(severe - severe.rounded()) < 1e-6
            ? words.severe(Int(severe.rounded()), of: finding.calls, worst: worst)
            : words.severe(share: share, worst: worst)
    }

    private var agreement: String? {
        guard finding.isDisputed, let agreement = finding.agreement else { return nil }
        return words.disagreed(marked: agreement.markedCalls, shared: agreement.sharedCalls)
    }

    /// Being among the first three says nothing of a list of three, and nothing is said of an item
    /// whose plausible ranks do not reach so far. With under 100 calls no order is firm.
    private var order: String? {
        guard let order = finding.order, digest.ranked.count > 1, !isCounted else { return nil }
        func firmness(_ probability: Double) -> Firmness {
            let firmness = Firmness(probability: probability)
            return firmness == .firmly && DigestPage.tooFewForOrder(digest) ? .probably : firmness
        }
        var said: [String] = []
        if order.lowestRank == 1 { said.append(words.first(firmness(order.first))) }
        if digest.ranked.count > 3, order.lowestRank <= 3 {
            said.append(words.topThree(firmness(order.topThree)))
        }
        said.append(
            words.placeLies(order.lowestRank, order.highestRank, of: digest.ranked.count))
        return said.joined(separator: " ")
    }

    private var band: String? {
        places.map { words.cannotBeToldApart($0.lowerBound, $0.upperBound) }
    }

    private var recurrence: String? {
        finding.recurrence.flatMap {
            words.recurrence($0, period: digest.period.kind, lately: finding.lately)
        }
    }

    private var novelty: String? { finding.novelty.map { words.novelty($0) } }

    private var bursts: String? {
        finding.bursts.isEmpty
            ? nil : finding.bursts.map { words.burst($0) }.joined(separator: " ")
    }

    private var previousLabel: String? { digest.comparison.map { SafeText.oneLine($0.label) } }

    /// Calls a month then and now, where the number of calls itself moved.
    private var volume: String? {
        guard let comparison = digest.comparison, comparison.leadsWithVolume,
            let label = previousLabel, let change = finding.change?.ifSound,
            let calls = finding.callsPerMonth?.ifSound
        else { return nil }
        return words.volume(
            calls.value, before: change.previousCallsPerMonth, in: label, isCounted: isCounted)
    }

    private var change: String? {
        guard let label = previousLabel else { return nil }
        if let day = finding.redefined { return words.redefined(on: day, since: label) }
        return finding.change?.ifSound.map {
            words.change($0.verdict, by: $0.difference, since: label)
        }
    }

    private var trend: String? {
        guard let trend = finding.trend, trend.isClear, trend.rise.isFinite else { return nil }
        return words.trend(rise: trend.rise, weeks: trend.weeks)
    }

    private var previously: String? {
        guard let calls = finding.previousCalls, let counted = digest.previousCounted,
            let label = digest.previousLabel
        else { return nil }
        return words.previously(Double(calls), of: counted, in: SafeText.oneLine(label))
    }

    private var handPicked: String? {
        guard finding.calls > 0 else {
            return finding.evidenceCalls > 0 ? words.onlyHandPicked(finding.evidenceCalls) : nil
        }
        let more = finding.evidenceCalls - finding.calls
        return more > 0 ? words.alsoHandPicked(more) : nil
    }
}
