import CallModel

/// The part of a recording that is scored: without the collars around the true boundaries.
struct ScoredScope {
    private let counted: [CallTimeRange]

    /// Leaves `collar` seconds out on each side of each boundary of the truth.
    init(scope: CallTimeRange, truth: [CallTimeRange], collar: Double) {
        let width = Int((collar * 1000).rounded())
        let collars =
            width == 0
            ? []
            : truth.flatMap { [$0.start, $0.end] }.compactMap {
                CallTimeRange(
                    start: CallTime(milliseconds: $0.milliseconds - width),
                    end: CallTime(milliseconds: $0.milliseconds + width))
            }.union()
        counted = CallTimeMeasures.outside(collars, [scope], within: scope)
    }

    /// What of the ranges (in order and apart) is scored.
    func crop(_ ranges: [CallTimeRange]) -> [CallTimeRange] {
        DetectionScore.common(ranges, counted)
    }
}
