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
    /// period, from 1.
    public func agreement(of judged: JudgedCalls, ranks: [String: Int] = [:]) -> Agreement {
        let calls = judged.doublyHeard
        let tags = tags(of: calls, taxonomy: judged.taxonomy, withRange: true)
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
            agenda: CalibrationAgenda(calls: calls, tags: tags, ranks: ranks).items)
    }

    /// The agreement on each pain point that anybody marked, without ranges, by key: what a digest
    /// warns by.
    public func tags(of judged: JudgedCalls) -> [Agreement.Tag] {
        tags(of: judged.doublyHeard, taxonomy: judged.taxonomy, withRange: false)
    }

    private func tags(
        of calls: [JudgedCall], taxonomy: Taxonomy, withRange: Bool
    ) -> [Agreement.Tag] {
        let sets = calls.map { $0.judgements.map(\.painPoints) }
        let keys = Set(sets.joined().joined())
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return keys.map { key in
            let marks = sets.map { $0.map { $0.contains(key) ? 1 : 0 } }
            let ratings = Ratings(
                categories: 2, distance: .nominal(categories: 2),
                calls: marks.map { [Ratings.Unit(values: $0)] })
            return Agreement.Tag(
                key: key, label: taxonomy.painPoint(key)?.label ?? key,
                beyond: beyond(ratings, withRange: withRange),
                agreedCalls: marks.count { Set($0).count == 1 },
                markedCalls: marks.count { $0.contains(1) },
                sharedCalls: marks.count { !$0.contains(0) })
        }
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
                    let marked = Set(call.judgements.flatMap(\.painPoints))
                    return marked.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                        .map { key in call.judgements.compactMap { $0.severity(of: key) } }
                }
            ) { _ in .ordinal })
    }

    /// Agreement beyond chance over the calls that can be compared, from ten of them on.
    func beyond(_ ratings: Ratings, withRange: Bool = true) -> Agreement.Beyond {
        let calls = ratings.comparableCalls
        guard calls >= Agreement.fewestCalls else {
            return Agreement.Beyond(calls: calls, obstacle: .tooFewCalls)
        }
        guard let alpha = KrippendorffAlpha.value(of: ratings) else {
            return Agreement.Beyond(calls: calls, obstacle: .nothingToTellApart)
        }
        let range =
            withRange
            ? CallBootstrap(level: level).range(calls: ratings.calls.count) {
                KrippendorffAlpha.value(of: ratings, draws: $0)
            } : nil
        return Agreement.Beyond(calls: calls, alpha: alpha, low: range?.low, high: range?.high)
    }
}
