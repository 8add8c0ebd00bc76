/// Whether a stretch of 26 ms repeats itself as a vibrating voice does.
///
/// The normalised cross-correlation (Talkin 1995, RAPT) over lags of 70 to 400 Hz. Speech has a
/// voiced sound in every syllable; clicks, breath and rustling have none.
struct Voicing: Sendable {
    /// Samples that are compared: 12 ms at 4 kHz.
    private static let span = 48
    /// The correlation from which a stretch counts as voiced: noise of 48 samples over some 30 lags
    /// stays under 0.5, a voice 5 dB over the noise reaches 0.75.
    private static let threshold: Float = 0.6
    /// Lags under this are all tried: over 160 Hz. A lower voice is met by every other lag.
    private static let fineLags = 24

    private let shortestLag: Int
    private let longestLag: Int

    /// A judge for samples at a rate in hertz, about 4000.
    init(rate: Double) {
        shortestLag = max(2, Int(rate / 400))
        longestLag = Int(rate / 70)
    }

    /// Samples that one look needs.
    var sampleCount: Int { Self.span + longestLag }

    /// Looks at ``sampleCount`` samples of at most ``HalfBand/peak``.
    func isVoiced(_ samples: UnsafePointer<Int16>) -> Bool {
        let own = Self.product(samples, samples)
        // At least 2 in the mean: less is rounding.
        guard own > 4 * Int32(Self.span) else { return false }
        let needed = Self.threshold * Self.threshold * Float(own)
        var lag = shortestLag
        var energy = Self.product(samples + lag, samples + lag)
        while true {
            let product = Self.product(samples, samples + lag)
            if product > 0, Float(product) * Float(product) >= needed * Float(max(1, energy)) {
                return true
            }
            let next = lag &+ (lag < Self.fineLags ? 1 : 2)
            if next > longestLag { return false }
            while lag < next {
                let leaving = Int32(samples[lag])
                let coming = Int32(samples[lag &+ Self.span])
                energy &+= coming &* coming &- leaving &* leaving
                lag &+= 1
            }
        }
    }

    @inline(__always)
    private static func product(_ left: UnsafePointer<Int16>, _ right: UnsafePointer<Int16>)
        -> Int32
    {
        var sum: Int32 = 0
        for index in 0..<span {
            sum &+= Int32(left[index]) &* Int32(right[index])
        }
        return sum
    }
}
