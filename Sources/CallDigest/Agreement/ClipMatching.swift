import CallModel

/// Which of two listeners' clips of one pain point mark the same moment.
struct ClipMatching {
    /// Two clips that are taken for one.
    struct Match: Hashable {
        /// The place among the first listener's clips, and among the second's.
        var first: Int
        var second: Int
        /// What they share of the time that they cover together, in 0...1.
        var overlap: Double
    }

    /// How many clips each of the two has.
    let counts: (first: Int, second: Int)
    /// The pairs, by the first listener's clips; each clip is in one at most.
    let matches: [Match]

    /// Pairs clips that overlap by at least `least` of what they cover together: as many pairs as
    /// there can be, and of those the ones that overlap most.
    init(_ first: [CallTimeRange], _ second: [CallTimeRange], least: Double) {
        counts = (first.count, second.count)
        let overlaps = first.map { one in second.map { Self.overlap(one, $0) } }
        // A pair more always outweighs what the overlaps of all others can add up to.
        let pair = Double(min(first.count, second.count)) + 1
        let gains = overlaps.map { $0.map { $0 >= least ? pair + $0 : 0 } }
        matches = Assignment.best(gains: gains).compactMap { row, column in
            let overlap = overlaps[row][column]
            return overlap >= least ? Match(first: row, second: column, overlap: overlap) : nil
        }
    }

    /// Twice the pairs over all clips, in 0...1; nil where nobody marked any.
    var score: Double? {
        let clips = counts.first + counts.second
        return clips == 0 ? nil : 2 * Double(matches.count) / Double(clips)
    }

    /// The length of what both cover over that of what either covers.
    static func overlap(_ first: CallTimeRange, _ second: CallTimeRange) -> Double {
        guard let shared = first.intersection(second) else { return 0 }
        let together = first.milliseconds + second.milliseconds - shared.milliseconds
        return Double(shared.milliseconds) / Double(together)
    }
}
