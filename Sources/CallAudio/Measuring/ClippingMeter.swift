/// Counts samples that stand at full scale in runs of three or more.
///
/// Full scale is what the coding can reach at most, and that is read off the samples: the largest
/// magnitude of the recording, if it is at least the 32124 of mu-law (A-law reaches 32256, 8-bit
/// linear 32512, 16-bit linear 32767). Runs at a magnitude that is later surpassed were no clipping.
struct ClippingMeter: Sendable {
    /// The largest magnitude that a mu-law sample expands to (ITU-T G.711): the least full scale.
    static let leastFullScale = 32124
    /// The shortest run that counts.
    private static let shortestRun = 3

    private var fullScale = Self.leastFullScale
    private var run = 0
    private var counted = 0

    /// Samples at full scale in runs of three or more so far.
    var count: Int { counted }

    /// Notes samples of which none stands at full scale.
    @inline(__always)
    mutating func passQuiet() { run = 0 }

    /// Notes samples that may stand at full scale.
    mutating func pass(_ samples: UnsafePointer<Int16>, _ sampleCount: Int) {
        let (low, high) = SampleSums.extremes(samples, sampleCount)
        let peak = min(max(Int(high), -Int(low)), 32767)
        guard peak >= fullScale else {
            run = 0
            return
        }
        if peak > fullScale {
            fullScale = peak
            counted = 0
            run = 0
        }
        for index in 0..<sampleCount {
            if min(abs(Int(samples[index])), 32767) >= fullScale {
                run += 1
                if run == Self.shortestRun {
                    counted += Self.shortestRun
                } else if run > Self.shortestRun {
                    counted += 1
                }
            } else {
                run = 0
            }
        }
    }
}
