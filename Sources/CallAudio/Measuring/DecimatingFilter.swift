import Foundation

/// Makes of a recording at 16 kHz or more what the detector hears: a low-pass at 3.7 kHz, then every
/// n-th sample.
///
/// A sinc under a Hann window, eight taps for each sample that is passed over, in Q15.
struct DecimatingFilter: Sendable {
    private static let tapsPerStep = 8

    private let decimation: Int
    private let taps: [Int16]

    /// A filter that keeps every `decimation`-th (> 1) sample; `rate` in hertz is the one after it.
    init(decimation: Int, rate: Double) {
        self.decimation = decimation
        let count = Self.tapsPerStep * decimation
        let cutOff = 3700 / (rate * Double(decimation))
        let weights = (0..<count).map { index -> Double in
            let position = Double(index) - Double(count - 1) / 2
            let window = 0.5 + 0.5 * cos(2 * Double.pi * position / Double(count))
            let angle = 2 * Double.pi * cutOff * position
            return window * (angle == 0 ? 1 : sin(angle) / angle)
        }
        let total = weights.reduce(0, +)
        taps = weights.map { Int16(($0 / total * 32768).rounded()) }
    }

    /// Samples before the first that the filter still hears.
    var history: Int { taps.count - decimation }

    /// Filters `count` * decimation samples, before the first of which lie ``history`` more.
    func filter(
        _ samples: UnsafePointer<Int16>, into output: UnsafeMutablePointer<Int16>, count: Int
    ) {
        taps.withUnsafeBufferPointer { taps in
            for index in 0..<count {
                let start = samples - history + index &* decimation
                var sum: Int32 = 1 << 14
                for tap in 0..<taps.count { sum &+= Int32(taps[tap]) &* Int32(start[tap]) }
                output[index] = Int16(clamping: sum &>> 15)
            }
        }
    }
}
