import Foundation

/// The fine structure of two windows of 64 ms that begin 80 ms apart, and how alike they are.
///
/// Notes of music hold their lines from one window to the next; the harmonics of speech glide, and
/// noise has no lines. Each log power spectrum is freed of its broad shape (the mean of the 13 bins
/// around), so that neither a coloured noise nor a held vowel counts as alike.
struct LineSpectrum: Sendable {
    /// Samples in a window, at the detector's rate.
    static let windowLength = 512
    /// How far to each side the broad shape is averaged, in bins: 94 Hz at 8 kHz.
    private static let breadth = 6

    /// Samples between the beginnings of the two windows.
    let lag: Int
    /// What spans 200 to 3400 Hz, less the margins that the averaging needs.
    private let bins: Range<Int>
    private let window: [Float]
    private var transform = PairTransform(count: Self.windowLength)
    private var first: [Float]
    private var second: [Float]
    private var logarithms: [Float]
    private var pairs: [Float]
    private var fours: [Float]
    /// The fine structure of the latest windows, newest last, for the comparison over 1.28 s.
    private var earlier: [[Float]] = []
    /// Batches of 320 ms between spectra that tell a tune from a hum.
    private static let memory = 4

    /// How alike two pairs of spectra are, as correlations in -1...1.
    struct Likeness: Sendable {
        /// Of the two windows 80 ms apart; nil where nobody asked.
        var short: Float?
        /// Of the first window with that of 1.28 s before; nil where there was none.
        var long: Float?
    }

    /// A comparison at the detector's rate in hertz.
    init(rate: Double) {
        lag = Int(rate * 0.08)
        let spacing = rate / Double(Self.windowLength)
        bins = Int(200 / spacing)..<Int(3400 / spacing)
        window = (0..<Self.windowLength).map { index in
            0.5 - 0.5
                * Float(cos(2 * Double.pi * (Double(index) + 0.5) / Double(Self.windowLength)))
        }
        let wide = bins.count + 2 * Self.breadth
        first = [Float](repeating: 0, count: wide)
        second = [Float](repeating: 0, count: wide)
        logarithms = first
        pairs = first
        fours = first
    }

    /// Samples that one comparison needs.
    var sampleCount: Int { lag + Self.windowLength }

    /// Forgets the earlier spectra, where the sound paused.
    mutating func forget() { earlier.removeAll(keepingCapacity: true) }

    /// Compares the windows that begin with the first and with the ``lag``th of ``sampleCount``
    /// samples.
    mutating func compare(_ samples: UnsafePointer<Int16>) -> Likeness {
        let margin = bins.lowerBound - Self.breadth
        let wide = first.count
        transform.transform(samples, samples + lag, window: window)
        transform.powers(from: margin, count: wide, first: &first, second: &second)
        let now = fineStructure(of: first)
        let next = fineStructure(of: second)
        let short = VectorSums.product(now, next)
        let long = earlier.count == Self.memory ? VectorSums.product(now, earlier[0]) : nil
        if earlier.count == Self.memory { earlier.removeFirst() }
        earlier.append(now)
        return Likeness(short: short, long: long)
    }

    /// The log powers less their local mean, as a vector of length 1.
    private mutating func fineStructure(of powers: [Float]) -> [Float] {
        // Only what stands out is compared: a bin 25 dB under the whole may be noise between notes.
        let least = max(VectorSums.sum(powers) * 3e-3, 1)
        let wide = powers.count
        var fine = [Float](repeating: 0, count: bins.count)
        powers.withUnsafeBufferPointer { powers in
            logarithms.withUnsafeMutableBufferPointer { logarithms in
                for index in 0..<wide {
                    logarithms[index] = Logarithm.base2(powers[index] + least)
                }
            }
        }
        logarithms.withUnsafeBufferPointer { logarithms in
            pairs.withUnsafeMutableBufferPointer { pairs in
                fours.withUnsafeMutableBufferPointer { fours in
                    // 13 = 8 + 4 + 1 neighbours, each sum made of two shorter ones.
                    for index in 0..<wide &- 1 {
                        pairs[index] = logarithms[index] + logarithms[index &+ 1]
                    }
                    for index in 0..<wide &- 3 {
                        fours[index] = pairs[index] + pairs[index &+ 2]
                    }
                    let share = 1 / Float(2 * Self.breadth + 1)
                    fine.withUnsafeMutableBufferPointer { fine in
                        for index in 0..<fine.count {
                            let sum =
                                fours[index] + fours[index &+ 4]
                                + (fours[index &+ 8] + logarithms[index &+ 12])
                            fine[index] = logarithms[index &+ Self.breadth] - sum * share
                        }
                    }
                }
            }
        }
        let norm = VectorSums.product(fine, fine)
        let scale = norm > 0 ? 1 / norm.squareRoot() : 0
        for index in fine.indices { fine[index] *= scale }
        return fine
    }
}
