/// A batch at half the detector's rate, in 11 bits and a sign: what voices and tones are looked for
/// in. The sums of neighbours keep what lies under 2 kHz; few bits let products add up in 32.
struct HalfBand: Sendable {
    /// The largest magnitude.
    static let peak: Int32 = 2047

    private var samples: [Int16]
    /// Samples of the batch.
    private(set) var count = 0

    /// Room for a batch of so many samples at the detector's rate.
    init(longest: Int) { samples = [Int16](repeating: 0, count: longest / 2 + 1) }

    /// Takes a batch of `heardCount` samples whose mean is `offset`.
    mutating func take(_ heard: UnsafePointer<Int16>, count heardCount: Int, offset: Int16) {
        count = heardCount / 2
        let count = count
        samples.withUnsafeMutableBufferPointer { samples in
            guard let base = samples.baseAddress, count > 0 else { return }
            // A pair is a 32-bit word: its halves are added where they stand.
            let words = UnsafeRawPointer(heard)
            for index in 0..<count {
                let word = words.loadUnaligned(fromByteOffset: 4 &* index, as: Int32.self)
                let sum = (word &>> 16) &+ ((word &<< 16) &>> 16)
                base[index] = Int16(truncatingIfNeeded: sum &>> 1) &- offset
            }
            let (low, high) = SampleSums.extremes(base, count)
            let loudest = max(Int32(high), 0 &- Int32(low))
            var shift: Int16 = 0
            while loudest &>> Int32(shift) > Self.peak { shift &+= 1 }
            if shift > 0 {
                for index in 0..<count { base[index] &>>= shift }
            }
        }
    }

    /// Hands over the samples from one on, moved back where fewer than `needed` are left; nil where
    /// the batch is too short.
    func look<Result>(
        from start: Int, needed: Int, _ body: (UnsafePointer<Int16>) -> Result
    ) -> Result? {
        guard count >= needed else { return nil }
        return samples.withUnsafeBufferPointer { samples in
            samples.baseAddress.map { body($0 + max(0, min(start, count - needed))) }
        }
    }
}
