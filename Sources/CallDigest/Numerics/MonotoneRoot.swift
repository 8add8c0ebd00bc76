/// The root of a function that rises: Newton's step where it stays inside what is known to hold
/// the root, else a bisection, so that it always ends.
enum MonotoneRoot {
    /// The root of `function` (its value and slope at a point), at or to the right of `lower`;
    /// found to 1e-14 or to the last digit, whichever is coarser.
    static func find(
        lower: Double, start: Double, _ function: (Double) -> (value: Double, slope: Double)
    ) -> Double {
        var low = lower
        var high = Double.infinity
        var point = start
        var reach = 1.0
        for _ in 0..<400 {
            let (value, slope) = function(point)
            if value == 0 { return point }
            if value < 0 { low = max(low, point) } else { high = min(high, point) }
            var next = point - value / slope
            if !(next > low && next < high) {
                if high.isFinite {
                    next = low + (high - low) / 2
                } else {
                    next = low + reach
                    reach *= 2
                }
            }
            if abs(next - point) <= 1e-14 * max(1, abs(point)) { return next }
            point = next
        }
        return point
    }
}
