/// How far apart two ratings are, squared: the difference function of Krippendorff's alpha.
enum RatingDistance {
    /// The same between any two ratings, whatever else was given: a row for each category.
    case fixed([[Double]])
    /// Categories are an order, in which they are numbered: as far apart as there are ratings from
    /// the one to the other, of those at both ends half.
    case ordinal

    /// Equal or not.
    static func nominal(categories: Int) -> RatingDistance {
        between(categories) { $0 == $1 ? 0 : 1 }
    }

    /// The square of the difference of two amounts.
    static func interval(_ amounts: [Double]) -> RatingDistance {
        between(amounts.count) { (amounts[$0] - amounts[$1]) * (amounts[$0] - amounts[$1]) }
    }

    /// The square of their difference over their sum, 0 between two zeros.
    static func ratio(_ amounts: [Double]) -> RatingDistance {
        between(amounts.count) { first, second in
            let sum = amounts[first] + amounts[second]
            let part = sum == 0 ? 0 : (amounts[first] - amounts[second]) / sum
            return part * part
        }
    }

    /// Any distance of two categories by their numbers.
    static func between(_ categories: Int, _ distance: (Int, Int) -> Double) -> RatingDistance {
        .fixed((0..<categories).map { first in (0..<categories).map { distance(first, $0) } })
    }

    /// The distances, given how often each category was used.
    func squared(uses: [Double]) -> [[Double]] {
        guard case .ordinal = self else {
            if case .fixed(let rows) = self { return rows }
            return []
        }
        var upTo: [Double] = []
        for count in uses { upTo.append((upTo.last ?? 0) + count) }
        return uses.indices.map { first in
            uses.indices.map { second in
                guard first != second else { return 0 }
                let (low, high) = (min(first, second), max(first, second))
                let apart = upTo[high] - upTo[low] + uses[low] - (uses[low] + uses[high]) / 2
                return apart * apart
            }
        }
    }
}
