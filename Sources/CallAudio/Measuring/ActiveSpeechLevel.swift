import Foundation

/// The level of speech while there is speech: ITU-T P.56 (12/2011) method B.
///
/// The envelope (two exponential averages of 30 ms) is followed in steps of 5 ms of mean magnitude
/// instead of sample by sample: against that, the level differs by less than 0.1 dB on speech.
struct ActiveSpeechLevel: Sendable {
    /// How far above its threshold the level must lie for the threshold to be the right one (P.56).
    private static let margin = 15.9
    /// Steps of 5 ms that activity outlasts the envelope (P.56: 200 ms).
    private static let hangover = 40
    /// Thresholds at powers of two from 2^-15 of full scale up.
    private static let thresholdCount = 15
    /// What remains of an average after a step of 5 ms with a time constant of 30 ms.
    private static let decay = Float(exp(-5.0 / 30.0))

    /// Sum of squares of all samples, full scale being 32768.
    private var energy = 0.0
    private let samplesPerStep: Double
    private var average: Float = 0
    private var envelope: Float = 0
    private var step = 0
    /// The highest threshold that was passed within the hangover, -1 for none.
    private var level = -1
    /// The last step in which the envelope stood at each threshold.
    private var lastStep = [Int](repeating: -1 << 40, count: Self.thresholdCount)
    /// Steps by the highest active threshold.
    private var histogram = [Int](repeating: 0, count: Self.thresholdCount)

    /// Nothing followed yet, of a recording at a sample rate in hertz.
    init(sampleRate: Int) { samplesPerStep = Double(sampleRate) / 200 }

    /// Follows frames of 10 ms: their sums of squares, and the mean magnitudes of their halves.
    mutating func follow(energies: ArraySlice<Float>, magnitudes: ArraySlice<Float>) {
        for frame in energies { energy += Double(frame) }
        let decay = Self.decay
        let gain = 1 - decay
        // What each step takes over from the one before stays in registers.
        var (average, envelope, step, level) = (average, envelope, step, level)
        lastStep.withUnsafeMutableBufferPointer { lastStep in
            histogram.withUnsafeMutableBufferPointer { histogram in
                for magnitude in magnitudes {
                    average = decay * average + gain * magnitude
                    envelope = decay * envelope + gain * average
                    // 1 <= envelope < 2 of 32768 is threshold 0.
                    let exponent = Int(envelope.bitPattern &>> 23) &- 127
                    let reached = min(max(exponent, -1), Self.thresholdCount &- 1)
                    if reached >= 0 {
                        lastStep[reached] = step
                        if reached > level { level = reached }
                    }
                    while level >= 0 && step &- lastStep[level] > Self.hangover {
                        level &-= 1
                    }
                    if level >= 0 { histogram[level] &+= 1 }
                    step &+= 1
                }
            }
        }
        (self.average, self.envelope, self.step, self.level) = (average, envelope, step, level)
    }

    /// The active speech level in dBov; nil where nothing was ever active.
    func dBov() -> Double? {
        guard energy > 0, step > 0 else { return nil }
        let meanPower = 10 * log10(energy / (Double(step) * samplesPerStep) / 0x1p30)
        var active = histogram.reduce(0, +)
        var below: (level: Double, excess: Double)?
        for threshold in 0..<Self.thresholdCount where active > 0 {
            let activity = min(1, Double(active) / Double(step))
            let level = meanPower - 10 * log10(activity)
            let excess = level - 20 * log10(Double(1 << threshold) / 32768) - Self.margin
            if excess <= 0 {
                guard let below else { return level }
                // Between two thresholds the level is interpolated where its excess is nil.
                let share = below.excess / (below.excess - excess)
                return below.level + share * (level - below.level)
            }
            below = (level, excess)
            active -= histogram[threshold]
        }
        return below?.level
    }
}
