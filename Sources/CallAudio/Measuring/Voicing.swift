/// Whether a stretch of 26 ms repeats itself as a vibrating voice does.
///
/// The normalised cross-correlation (Talkin 1995, RAPT) over lags of 70 to 400 Hz. Speech has a
/// voiced sound in every syllable; clicks, breath and rustling have none.
struct Voicing: Sendable {
    /// Samples that are compared, a multiple of 8: 12 ms at 4 kHz.
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
            energy &+= Self.energyGained(samples + lag)
            if next > lag &+ 1 { energy &+= Self.energyGained(samples + (lag &+ 1)) }
            lag = next
        }
    }

    /// What the energy of a span grows by when it moves on by one sample.
    @inline(__always)
    private static func energyGained(_ samples: UnsafePointer<Int16>) -> Int32 {
        let leaving = Int32(samples[0])
        let coming = Int32(samples[span])
        return coming &* coming &- leaving &* leaving
    }

    /// Not inlined: see ``SampleSums/wide(_:)``.
    @inline(never)
    private static func product(_ left: UnsafePointer<Int16>, _ right: UnsafePointer<Int16>)
        -> Int32
    {
        var sums = SIMD8<Int32>()
        for index in stride(from: 0, to: span, by: 8) {
            sums =
                sums
                &+ SampleSums.wide(SampleSums.load(left + index))
                &* SampleSums.wide(SampleSums.load(right + index))
        }
        return sums.wrappedSum()
    }
}
