import CallModel

/// Whether listeners who heard the same calls marked the same moments.
struct ClipAgreement {
    /// What clips are taken for one by, of what they cover together.
    static let half = 0.5
    static let loose = 0.3

    let calls: [JudgedCall]
    let maker: AgreementMaker

    /// Clips and pairs of one call.
    private struct Count {
        var clips = 0
        var pairs = 0
        var loosePairs = 0
        var overlap = 0.0
    }

    var clips: Agreement.Clips {
        let counts = calls.map(count).filter { $0.clips > 0 }
        var result = Agreement.Clips()
        result.calls = counts.count
        result.clips = counts.reduce(0) { $0 + $1.clips }
        result.pairs = counts.reduce(0) { $0 + $1.pairs }
        result.loosePairs = counts.reduce(0) { $0 + $1.loosePairs }
        result.seconds = maker.beyond(seconds)
        guard counts.count >= Agreement.fewestCalls else { return result }
        let score = 2 * Double(result.pairs) / Double(result.clips)
        let range = CallBootstrap(level: maker.level).range(calls: counts.count) { draws in
            var clips = 0
            var pairs = 0
            for (count, draws) in zip(counts, draws) {
                clips += count.clips * draws
                pairs += count.pairs * draws
            }
            return clips == 0 ? nil : 2 * Double(pairs) / Double(clips)
        }
        result.score = Estimate(
            value: score, low: range?.low ?? score, high: range?.high ?? score)
        result.looseScore = 2 * Double(result.loosePairs) / Double(result.clips)
        if result.pairs > 0 {
            result.meanOverlap = counts.reduce(0) { $0 + $1.overlap } / Double(result.pairs)
        }
        return result
    }

    /// Every pair of listeners of a call, pain point by pain point.
    private func count(_ call: JudgedCall) -> Count {
        var count = Count()
        let clips = call.judgements.map(Self.clips)
        let keys = Set(clips.joined().map(\.painPoint))
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for first in clips.indices {
            for second in clips.indices where second > first {
                for key in keys {
                    let one = clips[first].filter { $0.painPoint == key }.map(\.range)
                    let other = clips[second].filter { $0.painPoint == key }.map(\.range)
                    let half = ClipMatching(one, other, least: Self.half)
                    count.clips += one.count + other.count
                    count.pairs += half.matches.count
                    count.overlap += half.matches.reduce(0) { $0 + $1.overlap }
                    count.loosePairs +=
                        ClipMatching(one, other, least: Self.loose).matches.count
                }
            }
        }
        return count
    }

    /// What was marked in each second of the calls.
    private var seconds: Ratings {
        let units = calls.map { call in
            ClipSeconds.units(
                of: call.judgements.map(Self.clips), seconds: call.seconds ?? 0
            ).map { (values: $0.values.map { TagSet($0) }, times: $0.times) }
        }
        let sets = Set(units.joined().flatMap(\.values)).sorted()
        var numbers: [TagSet: Int] = [:]
        for (number, set) in sets.enumerated() { numbers[set] = number }
        return Ratings(
            categories: sets.count, distance: .nominal(categories: sets.count),
            calls: units.map { call in
                call.map { unit in
                    Ratings.Unit(
                        values: unit.values.compactMap { numbers[$0] }, times: unit.times)
                }
            })
    }

    private static func clips(of judgement: Judgement) -> ClipSeconds.Clips {
        judgement.marks.compactMap { mark in
            mark.range.map { (painPoint: mark.painPoint, range: $0) }
        }
    }
}
