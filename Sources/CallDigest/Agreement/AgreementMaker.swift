public import CallModel

/// Finds how far listeners agree, from what each said of the calls that several heard: numbers alone,
/// no wording. The same calls give the same numbers to the last bit.
///
/// - On each pain point, reasons, sets of pain points, severity and seconds: Krippendorff's alpha,
///   with the range that drawing whole calls again gives.
/// - On clips: pairs that overlap by half, F1.
/// - Below ten calls that two heard there is no number.
public struct AgreementMaker: Sendable {
    let level: Double

    /// A maker; `level` is that of the ranges, in 0.5...0.999.
    public init(level: Double = 0.9) {
        self.level = min(max(level, 0.5), 0.999)
    }

    /// The agreement in judged calls. `ranks` are the places of pain points in the digest of the
    /// period, from 1; of `settled` calls there is nothing left to talk about.
    public func agreement(
        of judged: JudgedCalls, ranks: [String: Int] = [:], settled: Set<CallID> = []
    ) -> Agreement {
        let calls = judged.doublyHeard
        let tags = tags(of: calls, taxonomy: judged.taxonomy)
        let clips = ClipAgreement(calls: calls, maker: self).clips
        return Agreement(
            period: judged.period, scope: judged.scope, level: level, heard: judged.calls.count,
            doublyHeard: calls.count,
            listeners: Set(calls.flatMap { $0.judgements.map(\.listener) }).sorted(),
            reasons: reasons(of: calls), tags: tags,
            tagSets: tagSets(of: calls, by: TagSetDistance.masi),
            looseTagSets: tagSets(of: calls, by: TagSetDistance.jaccard),
            severity: severity(of: calls), clips: clips,
            drift: DriftFinder(judged).drift,
            agenda: CalibrationAgenda(
                calls: calls, tags: tags, ranks: ranks, settled: settled
            ).items)
    }

    /// The agreement on each pain point that anybody marked, without ranges, by key: what a digest
    /// warns by.
    func tags(of judged: JudgedCounts, _ taxonomy: Taxonomy) -> [Agreement.Tag] {
        judged.keys.map { tag($0, taxonomy, judged.patterns(of: $0)) { nil } }
    }

    /// The same with ranges.
    private func tags(of calls: [JudgedCall], taxonomy: Taxonomy) -> [Agreement.Tag] {
        let counts = JudgedCounts(calls)
        let sets = calls.map { $0.judgements.map(\.painPoints) }
        return counts.keys.map { key in
            tag(key, taxonomy, counts.patterns(of: key)) {
                range(
                    of: Ratings(
                        categories: 2, distance: .nominal(categories: 2),
                        calls: sets.map {
                            [Ratings.Unit(values: $0.map { $0.contains(key) ? 1 : 0 })]
                        }))
            }
        }
    }

    /// Each pattern is rated once and counts for its calls.
    private func tag(
        _ key: String, _ taxonomy: Taxonomy, _ alike: [JudgedCounts.Alike],
        range: () -> (low: Double, high: Double)?
    ) -> Agreement.Tag {
        let ratings = Ratings(
            categories: 2, distance: .nominal(categories: 2),
            calls: alike.map { alike in
                let (marked, listeners) = (alike.pattern.marked, alike.pattern.listeners)
                return [
                    Ratings.Unit(
                        values: [Int](repeating: 1, count: marked)
                            + [Int](repeating: 0, count: listeners - marked))
                ]
            })
        func calls(_ isSuch: (JudgedCounts.Pattern) -> Bool) -> Int {
            alike.filter { isSuch($0.pattern) }.reduce(0) { $0 + $1.calls }
        }
        return Agreement.Tag(
            key: key, label: taxonomy.painPoint(key)?.label ?? key,
            beyond: beyond(
                KrippendorffAlpha.value(of: ratings, draws: alike.map(\.calls)),
                calls: calls { _ in true }, range: range),
            agreedCalls: calls { $0.marked == 0 || $0.marked == $0.listeners },
            markedCalls: calls { $0.marked > 0 },
            sharedCalls: calls { $0.marked == $0.listeners })
    }

    private func reasons(of calls: [JudgedCall]) -> Agreement.Beyond {
        beyond(
            Ratings(calls.map { [$0.judgements.compactMap(\.reason)] }) {
                .nominal(categories: $0.count)
            })
    }

    private func tagSets(
        of calls: [JudgedCall], by distance: (Set<String>, Set<String>) -> Double
    ) -> Agreement.Beyond {
        beyond(
            Ratings(calls.map { [$0.judgements.map { TagSet($0.painPoints) }] }) { sets in
                .between(sets.count) { distance(sets[$0].tags, sets[$1].tags) }
            })
    }

    /// One unit for each pain point that two people marked on a call: the worst severity of each.
    private func severity(of calls: [JudgedCall]) -> Agreement.Beyond {
        beyond(
            Ratings(
                calls.map { call in
                    call.marked.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                        .map { key in call.judgements.compactMap { $0.severity(of: key) } }
                }
            ) { _ in .ordinal })
    }

    /// Agreement beyond chance over the calls that can be compared, from ten of them on.
    func beyond(_ ratings: Ratings) -> Agreement.Beyond {
        beyond(
            KrippendorffAlpha.value(of: ratings), calls: ratings.comparableCalls
        ) { range(of: ratings) }
    }

    private func beyond(
        _ alpha: @autoclosure () -> Double?, calls: Int,
        range: () -> (low: Double, high: Double)?
    ) -> Agreement.Beyond {
        guard calls >= Agreement.fewestCalls else {
            return Agreement.Beyond(calls: calls, obstacle: .tooFewCalls)
        }
        guard let alpha = alpha() else {
            return Agreement.Beyond(calls: calls, obstacle: .nothingToTellApart)
        }
        let range = range()
        return Agreement.Beyond(calls: calls, alpha: alpha, low: range?.low, high: range?.high)
    }

    private func range(of ratings: Ratings) -> (low: Double, high: Double)? {
        CallBootstrap(level: level).range(calls: ratings.calls.count) {
            KrippendorffAlpha.value(of: ratings, draws: $0)
        }
    }
}
