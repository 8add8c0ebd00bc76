import CallModel

/// Which places of a ranking cannot be told apart: neighbours whose ranges of plausible ranks are
/// the same, so that they overlap at every rank.
package struct RankBands: Sendable {
    /// Where a pain point stands in what is drawn as one band.
    package enum Standing: Sendable {
        case alone, first, inside, last
    }

    private var bands: [String: ClosedRange<Int>] = [:]
    private var standings: [String: Standing] = [:]

    init(_ ranked: [Digest.Finding]) {
        var start = 0
        for index in ranked.indices {
            let next = index + 1
            if next < ranked.count, RankBands.same(ranked[index], ranked[next]) { continue }
            let places = (start + 1)...next
            for (place, finding) in zip(places, ranked[start...index]) where places.count > 1 {
                bands[finding.key] = places
                standings[finding.key] =
                    place == places.lowerBound
                    ? .first : place == places.upperBound ? .last : .inside
            }
            start = next
        }
    }

    /// The places of the band that a pain point belongs to; nil where it stands alone.
    func places(of key: String) -> ClosedRange<Int>? { bands[key] }

    /// Where a pain point stands in its band.
    func standing(of key: String) -> Standing { standings[key] ?? .alone }

    private static func same(_ left: Digest.Finding, _ right: Digest.Finding) -> Bool {
        guard let left = left.order, let right = right.order else { return false }
        return left.lowestRank == right.lowestRank && left.highestRank == right.highestRank
    }
}
