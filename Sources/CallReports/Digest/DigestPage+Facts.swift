import CallModel

extension DigestPage {
    /// Pain points of which the same sentence is true share it.
    static func notHeard(of digest: Digest, words: any TextCatalogue) -> [NotHeard] {
        // Where nobody listened, that nothing was heard says nothing.
        guard digest.sample.counted > 0 else { return [] }
        return grouped(
            digest.notHeard.map { finding in
                let high = finding.share?.ifSound?.high
                return (
                    words.sentence(notHeard(high: high, in: digest, words: words)),
                    NotHeard.Item(
                        label: withMovement(finding, in: digest, words: words),
                        before: finding.previousCalls ?? 0 > 0 ? .painPoints([finding.key]) : nil)
                )
            })
    }

    /// The name of a pain point that is not heard, and that it was heard before where that is more
    /// than chance.
    private static func withMovement(
        _ finding: Digest.Finding, in digest: Digest, words: any TextCatalogue
    ) -> String {
        let label = FindingEntry.label(finding)
        guard let movement = finding.change?.ifSound.flatMap({ Movement($0.verdict) }),
            let calls = finding.previousCalls, let comparison = digest.comparison
        else { return label }
        return words.previously(
            Double(calls), of: comparison.counted, in: SafeText.oneLine(comparison.label),
            label: label) + ", " + words.movement(movement)
    }

    private static func grouped(
        _ items: [(sentence: String, item: NotHeard.Item)]
    ) -> [NotHeard] {
        var groups: [NotHeard] = []
        for (sentence, item) in items {
            if let index = groups.firstIndex(where: { $0.sentence == sentence }) {
                groups[index].items.append(item)
            } else {
                groups.append(NotHeard(sentence: sentence, items: [item]))
            }
        }
        return groups
    }

    private static func notHeard(
        high: Double?, in digest: Digest, words: any TextCatalogue
    ) -> String {
        let counted = digest.sample.counted
        if digest.sample.isCensus { return words.notHeardInAll(counted) }
        guard digest.sample.population != nil else { return words.notHeardOfThose(counted) }
        return words.notHeard(in: counted, high: high)
    }

    /// Reasons heard before and not now; "not recorded" is no loss.
    static func reasonsNotHeard(of digest: Digest, words: any TextCatalogue) -> [NotHeard] {
        guard digest.sample.counted > 0 else { return [] }
        let silent = digest.reasons.filter { $0.calls <= 0 && $0.key != nil }
        return grouped(
            silent.map { reason in
                let label = label(of: reason, words: words)
                var before = ""
                if let calls = reason.previousCalls, let counted = digest.previousCounted,
                    let period = digest.previousLabel
                {
                    before = words.previously(
                        calls, of: counted, in: SafeText.oneLine(period), label: label)
                }
                let high = reason.share?.ifSound?.high
                return (
                    words.sentence(notHeard(high: high, in: digest, words: words)),
                    NotHeard.Item(
                        label: before.isEmpty ? label : before,
                        before: reason.previousCalls ?? 0 > 0 ? .reason(reason.key) : nil)
                )
            })
    }

    private static func label(
        of reason: Digest.ReasonFinding, words: any TextCatalogue
    ) -> String {
        let label = SafeText.oneLine(reason.label)
        let name = label.isEmpty ? reason.key.map(SafeText.oneLine) ?? words.notRecorded : label
        return SafeText.cut(name, width: FindingEntry.labelWidth)
    }

    static func reason(
        _ finding: Digest.ReasonFinding, in digest: Digest, words: any TextCatalogue
    ) -> Reason {
        let showsShare = finding.showsPercentage && digest.sample.population != nil
        let share = showsShare ? finding.share?.ifSound : nil
        var previously = ""
        if let calls = finding.previousCalls, let counted = digest.previousCounted {
            previously = words.heard(calls, of: counted)
        }
        return Reason(
            key: finding.key, label: label(of: finding, words: words), share: share,
            shareText: share.map {
                words.shareText($0, isCounted: digest.sample.isCensus)
            } ?? "",
            heardIn: words.heardIn(finding.calls, of: digest.sample.counted),
            calls: words.figures.tenths(finding.calls),
            heard: words.heard(finding.calls, of: digest.sample.counted),
            isHeardBefore: finding.previousCalls ?? 0 > 0,
            previousCalls: finding.previousCalls.map { words.figures.tenths($0) } ?? "",
            previously: previously)
    }

    /// Calls that are lost to the digest, and how that is said.
    package struct Loss: Sendable {
        /// Why they could not be heard, or not to their end.
        package enum Cause: Sendable {
            case withoutRecording, undecodable, retired, incomplete
        }

        package var cause: Cause
        package var sentence: String
    }

    /// What is lost to the digest; empty where nothing is.
    static func losses(
        _ unhearable: Digest.Unhearable, words: any TextCatalogue
    ) -> [Loss] {
        var losses: [Loss] = []
        func add(_ cause: Loss.Cause, _ calls: Int, _ sentence: (Int) -> String) {
            if calls > 0 { losses.append(Loss(cause: cause, sentence: sentence(calls))) }
        }
        add(.withoutRecording, unhearable.withoutRecording, words.withoutRecording)
        add(.undecodable, unhearable.undecodable, words.undecodable)
        add(.retired, unhearable.retired, words.retired)
        add(.incomplete, unhearable.incomplete) {
            words.incomplete(
                $0, missing: ClockText.duration(seconds: unhearable.missingSeconds))
        }
        return losses
    }

    static func method(of digest: Digest, words: any TextCatalogue) -> [String] {
        var sentences: [String] = []
        if digest.sample.counted + digest.sample.handPicked > 0 {
            sentences.append(
                words.listened(
                    ClockText.duration(seconds: digest.sample.heardSeconds),
                    people: digest.sample.listeners))
            if let population = digest.sample.population, population > 0 {
                sentences.append(words.frame(population))
            }
            if !digest.sample.draws.isEmpty {
                let names = digest.sample.draws.prefix(4).map { short($0.rawValue) }
                sentences.append(
                    words.draws(names, more: digest.sample.draws.count - names.count))
            }
            if digest.sample.counted > 0 {
                sentences.append(words.heardTwice(digest.sample.heardTwice))
            }
            let isWeighted = digest.sample.population != nil && !digest.sample.isCensus
            sentences.append(words.howCounted(isWeighted: isWeighted))
            sentences.append(words.thresholds)
            if digest.sample.population != nil, !digest.sample.isCensus {
                sentences.append(words.howShown(level: digest.level))
            }
        }
        if let days = CalendarText.days(of: digest.period) {
            let zone = SafeText.oneLine(digest.period.timeZone)
            sentences.append(
                words.periodDays(words.days(days.first, days.last), timeZone: zone))
        }
        sentences.append(words.taxonomy(version: digest.taxonomyVersion))
        return sentences
    }

    /// How often callers were put on hold, of all calls of the log.
    static func holds(of digest: Digest, words: any TextCatalogue) -> [String] {
        guard let holds = digest.holds else { return [] }
        let said = words.holds(holds.now)
        guard let ratio = holds.ratio?.ifSound, let label = digest.previousLabel else {
            return [said]
        }
        return [said, words.holdRatio(ratio, since: SafeText.oneLine(label))]
    }

    /// How far listeners agree, and on which pain points of the page too little.
    static func agreement(of digest: Digest, words: any TextCatalogue) -> [String] {
        guard digest.sample.counted > 0, let base = digest.agreement,
            let days = CalendarText.days(of: base.period)
        else { return [] }
        let named = words.days(days.first, days.last)
        guard base.isEnough else {
            return [words.agreementUnknown(calls: base.calls, days: named)]
        }
        let disputed = digest.findings.filter(\.isDisputed)
        let labels = disputed.map { SafeText.isolated(short($0.label)) }
        return [
            words.agreementMethod(calls: base.calls, days: named, disputed: disputed.count)
        ] + (labels.isEmpty ? [] : [words.disputed(labels)])
    }

    /// How far off was what people expected of these days.
    static func expectations(of digest: Digest, words: any TextCatalogue) -> [String] {
        guard let summary = digest.expectations, let score = summary.score else { return [] }
        return [words.misplaced(score), words.verdicts(summary)]
    }

    static func strata(of digest: Digest, words: any TextCatalogue) -> [Stratum] {
        let strata = digest.sample.strata
        guard strata.count > 1 else { return [] }
        return strata.map { stratum in
            Stratum(
                cells: [
                    short(stratum.name),
                    stratum.population.map { words.figures.whole($0) } ?? words.unknown,
                    words.figures.whole(stratum.drawn), words.figures.whole(stratum.heard),
                    words.figures.whole(stratum.skipped),
                ], stratum: stratum)
        }
    }
}
