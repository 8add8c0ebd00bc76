import Foundation

/// Keeps a channel under a ceiling: it turns down at once where a sample would pass it, and up again
/// slowly. Adds no delay.
struct PeakLimiter {
    /// The largest magnitude that comes out: 1 dB under full scale.
    static let ceiling: Float = 29_203

    /// What remains of a turning down after one frame.
    private let memory: Float
    /// How far it is turned down now, as the part of the gain that is taken away.
    private var reduction: Float = 0

    /// A limiter that recovers with a time constant of 80 ms, at a sample rate in hertz.
    init(sampleRate: Int) {
        memory = Float(exp(-1 / (0.08 * Double(sampleRate))))
    }

    /// The sample, brought under the ceiling.
    mutating func limited(_ sample: Float) -> Float {
        reduction *= memory
        let magnitude = abs(sample)
        if magnitude * (1 - reduction) > Self.ceiling {
            reduction = 1 - Self.ceiling / magnitude
        }
        return sample * (1 - reduction)
    }
}
