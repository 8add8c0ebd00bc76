import CallModel

extension DigestPage {
    static func masthead(of digest: Digest, words: any TextCatalogue) -> [String] {
        masthead(of: digest.period, digest.scope, words: words)
    }

    /// A period with its days, and a scope where it limits anything.
    static func masthead(
        of period: Period, _ scope: Scope, words: any TextCatalogue
    ) -> [String] {
        let days = CalendarText.days(of: period)
        return [
            SafeText.oneLine(period.label), days.map { words.days($0.first, $0.last) } ?? "",
            words.scope(safe(scope)),
        ].filter { !$0.isEmpty }
    }

    private static func safe(_ scope: Scope) -> Scope {
        func short(_ text: String) -> String { SafeText.cut(SafeText.oneLine(text), width: 40) }
        return Scope(
            site: scope.site.map(short), queue: scope.queue.map(short), direction: scope.direction)
    }

    /// Fewer than 100 counted calls carry no firm order, unless they are all there were.
    static func tooFewForOrder(_ digest: Digest) -> Bool {
        digest.sample.counted < 100 && !digest.sample.isCensus
    }

    static func headline(of digest: Digest) -> Headline {
        if let first = digest.ranked.first {
            let label = FindingEntry.label(first)
            guard let total = digest.total(of: first) else {
                return .heardMost(
                    label: label, calls: first.calls, counted: digest.sample.counted)
            }
            var firmness = first.order.map { Firmness(probability: $0.first) } ?? .probably
            if firmness == .firmly, tooFewForOrder(digest) { firmness = .probably }
            return .hurtsMost(
                label: label, total: total, measure: digest.measure,
                isCounted: digest.sample.isCensus,
                firmness: firmness,
                movement: first.change?.ifSound.flatMap { Movement($0.verdict) })
        }
        if let alert = digest.alerts.first {
            return .alerts(
                label: FindingEntry.label(alert), calls: max(alert.calls, alert.evidenceCalls),
                others: digest.alerts.count - 1)
        }
        if !digest.early.isEmpty { return .earlySignals(digest.early.count) }
        if digest.sample.counted > 0 { return .nothingHurt(counted: digest.sample.counted) }
        if digest.sample.handPicked > 0 { return .handPickedOnly(digest.sample.handPicked) }
        return .nothingHeard
    }

    static func sample(of digest: Digest, words: any TextCatalogue) -> [String] {
        let sample = digest.sample
        var sentences: [String] = []
        if sample.counted > 0 {
            if sample.isCensus {
                sentences.append(words.allHeard(sample.counted))
            } else if let population = sample.population {
                sentences.append(
                    words.sampleOfKnown(
                        counted: sample.counted, population: population,
                        groups: sample.strata.count { $0.drawn > 0 },
                        isStratified: sample.isStratified))
                let random = sample.effective.map { Int(Rounding.nearest($0)) }
                if let random, random > 0, random < sample.counted {
                    sentences.append(words.worth(counted: sample.counted, random: random))
                }
                sentences.append(words.rangeLevel(digest.level))
            } else {
                sentences.append(words.sampleOfUnknown(counted: sample.counted))
            }
            if sample.handPicked > 0 { sentences.append(words.handPicked(sample.handPicked)) }
        }
        return sentences
    }

    static func orderNotes(of digest: Digest, words: any TextCatalogue) -> [String] {
        guard !digest.ranked.isEmpty else { return [] }
        var notes: [String] = []
        if digest.ranked.count > 1, tooFewForOrder(digest) {
            notes.append(words.sentence(words.tooFewForOrder))
        }
        let hasTotals = digest.ranked.contains { digest.total(of: $0) != nil }
        if !hasTotals { notes.append(words.sortedByCount) }
        if hasTotals, !digest.sample.isCensus {
            notes.append(words.sortedByLowEnd(digest.measure))
        }
        return notes + comparisonNotes(of: digest, words: words)
    }

    /// What the signs of movement mean, or why there are none.
    private static func comparisonNotes(
        of digest: Digest, words: any TextCatalogue
    ) -> [String] {
        guard let comparison = digest.comparison else { return [] }
        let label = SafeText.oneLine(comparison.label)
        if let obstacle = comparison.obstacle {
            return isCaution(obstacle) ? [] : [words.notCompared(obstacle, with: label)]
        }
        let present = digest.ranked.compactMap { $0.change?.ifSound }
            .compactMap { Movement($0.verdict) }
        let movements = Movement.allCases.filter(present.contains)
        return movements.isEmpty ? [] : [words.legend(movements, since: label)]
    }

    /// Whether an obstacle says that something is amiss, and not only that there was little to hear.
    private static func isCaution(_ obstacle: Digest.Comparison.Obstacle) -> Bool {
        switch obstacle {
        case .partialLog, .otherListeners: true
        case .tooFewCalls, .unknownPopulation: false
        }
    }

    private static func comparisonCautions(
        of digest: Digest, words: any TextCatalogue
    ) -> [String] {
        guard let comparison = digest.comparison else { return [] }
        let label = SafeText.oneLine(comparison.label)
        if let obstacle = comparison.obstacle, isCaution(obstacle) {
            return [words.notCompared(safe(obstacle), with: label)]
        }
        guard comparison.leadsWithVolume, let ratio = comparison.volumeRatio, ratio.isFinite else {
            return []
        }
        return [words.volumeMoved(ratio, since: label)]
    }

    private static func safe(
        _ obstacle: Digest.Comparison.Obstacle
    ) -> Digest.Comparison.Obstacle {
        guard case .partialLog(let label, let daysWithCalls, let days) = obstacle else {
            return obstacle
        }
        return .partialLog(label: short(label), daysWithCalls: daysWithCalls, days: days)
    }

    static func cautions(of digest: Digest, words: any TextCatalogue) -> [String] {
        let sample = digest.sample
        var cautions: [String] = []
        for stratum in sample.strata
        where stratum.drawn > 0 && Double(stratum.skipped) > 0.2 * Double(stratum.drawn) {
            cautions.append(
                words.skipped(
                    stratum.skipped, of: stratum.drawn,
                    group: sample.strata.count > 1 ? short(stratum.name) : nil))
        }
        if let share = sample.uncoveredShare, share > 0, sample.counted > 0,
            sample.population != nil
        {
            let silent = sample.strata.filter { $0.heard == 0 && $0.population ?? 0 > 0 }
            cautions.append(words.uncovered(share, groups: silent.map { short($0.name) }))
        }
        // Where it is known of which number, it is said there.
        let isSaidThere = digest.ranked.contains { $0.heaviestCallShare != nil }
        if let share = sample.heaviestCallShare, !isSaidThere {
            cautions.append(words.heaviestOfSome(share))
        }
        if let degrees = sample.degreesOfFreedom, degrees < 8, !sample.isCensus {
            cautions.append(words.shakyRanges)
        }
        if let log = digest.partialLog, sample.counted > 0 {
            cautions.append(words.partialLog(log))
        }
        if !sample.rejected.isEmpty { cautions.append(words.rejected(sample.rejected.count)) }
        return cautions + comparisonCautions(of: digest, words: words)
    }

    static func short(_ name: String) -> String {
        SafeText.cut(SafeText.oneLine(name), width: 40)
    }
}
