import CallModel

/// A bar with a range, in percent of its width: solid up to the low end, a line up to the high end,
/// a mark at the best value.
struct ChartBar: Sendable, Hashable {
    let low: String
    let best: String
    let high: String
    /// Whether the high end lies beyond the right edge, so that the line has no end.
    let isBeyond: Bool
    /// What it shows, for those who do not see it.
    let description: String

    /// A bar; `maximum` is the value at the right edge, > 0.
    init(_ estimate: Estimate, maximum: Double, description: String) {
        func place(_ value: Double) -> String {
            let share = maximum > 0 && value.isFinite ? value / maximum : 0
            return Decimals.text(min(max(share * 100, 0), 100))
        }
        low = place(estimate.low)
        best = place(estimate.value)
        high = place(estimate.high)
        isBeyond = estimate.high > maximum * 1.000_001
        self.description = description
    }

    /// A right edge that shows every best value well, and the high ends where they do not dwarf the
    /// rest.
    static func maximum(for estimates: [Estimate]) -> Double {
        let highest = estimates.map(\.high).max() ?? 0
        let best = estimates.map(\.value).max() ?? 0
        return best > 0 ? min(highest, best * 2) : highest
    }
}

/// Numbers as they stand in attributes.
enum Decimals {
    /// With at most two decimals; never in the form of powers.
    static func text(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        if hundredths % 100 == 0 { return String(hundredths / 100) }
        let sign = hundredths < 0 ? "-" : ""
        let digits = String(abs(hundredths) % 100)
        return "\(sign)\(abs(hundredths) / 100).\(digits.count < 2 ? "0" : "")\(digits)"
    }
}
