/// Whether 30 ms are nothing but one or two steady tones: DTMF, ringing, busy, fax calling, hum.
///
/// Two sines obey s[n] + s[n-4m] = a (s[n-m] + s[n-3m]) + b s[n-2m] exactly, whatever their
/// frequencies (Prony's method with its roots on the unit circle), so the least-squares fit of a and
/// b leaves next to nothing of them. With m = 1.75 ms the many harmonics of a voice seldom fit; and
/// as they glide, the fit of one look does not hold for the next. Of looks at tones 28 dB over noise
/// nine in ten fit and hold; of looks at speech one in ten fits and one in fifty holds.
struct ToneFit: Sendable {
    /// What may remain, over what noise of the tones' power would leave: -15 dB.
    private static let remainder: Float = 0.03
    /// Keeps the fit of a single tone, whose two equations are one, from wandering.
    private static let ridge: Float = 1e-3

    /// What a look found.
    enum Finding {
        /// Not the sum of two tones.
        case noTone
        /// Two tones at most.
        case tone
        /// The same tones as in the look before.
        case heldTone
    }

    /// Samples between the terms of the equation.
    private let spacing: Int
    /// Samples that one look needs.
    let sampleCount: Int
    /// The a and b of the look before; nil where it lies too far back.
    private var before: (a: Float, b: Float)?

    /// A judge for samples at a rate in hertz, about 4000.
    init(rate: Double) {
        spacing = Int((rate * 0.001_75).rounded())
        sampleCount = Int(rate * 0.03)
    }

    /// The next look is not the next in time.
    mutating func forget() { before = nil }

    /// Looks at ``sampleCount`` samples of at most ``HalfBand/peak``.
    mutating func look(_ samples: UnsafePointer<Int16>) -> Finding {
        var uu: Int32 = 0
        var uv: Int32 = 0
        var vv: Int32 = 0
        var uw: Int32 = 0
        var vw: Int32 = 0
        var ww: Int32 = 0
        let count = sampleCount &- 4 &* spacing
        let one = samples + spacing
        let two = samples + 2 &* spacing
        let three = samples + 3 &* spacing
        let four = samples + 4 &* spacing
        for index in 0..<count {
            let u = one[index] &+ three[index]
            let v = two[index]
            let w = samples[index] &+ four[index]
            uu &+= Int32(u) &* Int32(u)
            uv &+= Int32(u) &* Int32(v)
            vv &+= Int32(v) &* Int32(v)
            uw &+= Int32(u) &* Int32(w)
            vw &+= Int32(v) &* Int32(w)
            ww &+= Int32(w) &* Int32(w)
        }
        let sums = Sums(
            uu: Float(uu), uv: Float(uv), vv: Float(vv), uw: Float(uw), vw: Float(vw),
            ww: Float(ww))
        // At least 4 in the mean: less is rounding.
        guard vv > 16 * Int32(count) else {
            before = nil
            return .noTone
        }
        let earlier = before
        before = sums.solution
        guard let now = before, sums.remainder(now) < Self.remainder else { return .noTone }
        guard let earlier, sums.remainder(earlier) < Self.remainder else { return .tone }
        return .heldTone
    }

    /// The normal equations of the fit.
    private struct Sums {
        let uu: Float
        let uv: Float
        let vv: Float
        let uw: Float
        let vw: Float
        let ww: Float

        var solution: (a: Float, b: Float)? {
            let weight = ridge * (uu + vv + 1)
            let determinant = (uu + weight) * (vv + weight) - uv * uv
            guard determinant > 0 else { return nil }
            return (
                (uw * (vv + weight) - vw * uv) / determinant,
                (vw * (uu + weight) - uw * uv) / determinant
            )
        }

        /// What a fit leaves, over what noise as strong as the tones would leave.
        func remainder(_ fit: (a: Float, b: Float)) -> Float {
            let (a, b) = fit
            let left = ww - 2 * (a * uw + b * vw) + a * a * uu + 2 * a * b * uv + b * b * vv
            return left / ((2 + 2 * a * a + b * b) * max(1, vv))
        }
    }
}
