/// The few sums that are taken over every sample, in vector instructions of the oldest 64-bit
/// processors.
enum SampleSums {
    /// The smallest and the largest of `count` > 0 samples.
    @inline(__always)
    static func extremes(_ samples: UnsafePointer<Int16>, _ count: Int) -> (Int16, Int16) {
        var low = Int16.max
        var high = Int16.min
        for index in 0..<count {
            let sample = samples[index]
            low = min(low, sample)
            high = max(high, sample)
        }
        return (low, high)
    }

    /// The sum of squares of `count` samples less an offset, each first halved `shift` times so that
    /// the sum fits into 32 bits; scaled back. Not inlined: see ``wide(_:)``.
    @inline(never)
    static func energy(
        _ samples: UnsafePointer<Int16>, _ count: Int, shift: Int16, offset: Int16
    ) -> Float {
        var sum: Int32 = 0
        if offset == 0 {
            var sums = SIMD8<Int32>()
            let whole = count & ~7
            for index in stride(from: 0, to: whole, by: 8) {
                let eight = wide(load(samples + index) &>> shift)
                sums = sums &+ eight &* eight
            }
            sum = sums.wrappedSum()
            for index in whole..<count {
                let sample = Int32(samples[index] &>> shift)
                sum &+= sample &* sample
            }
        } else {
            for index in 0..<count {
                let sample = (Int32(samples[index]) &- Int32(offset)) &>> Int32(shift)
                sum &+= sample &* sample
            }
        }
        return Float(UInt32(bitPattern: sum)) * Float(1 &<< (2 &* Int(shift)))
    }

    /// The sum of the magnitudes of `count` samples less an offset.
    static func magnitude(
        _ samples: UnsafePointer<Int16>, _ count: Int, offset: Int16
    ) -> Int32 {
        var sum: Int32 = 0
        for index in 0..<count {
            let sample = Int32(samples[index]) &- Int32(offset)
            sum &+= max(sample, 0 &- sample)
        }
        return sum
    }

    /// What is taken of a frame at once: the sums of the magnitudes of its halves, and the largest
    /// magnitude, where -n counts as n - 1: so that the one of -32768 fits.
    struct Magnitudes {
        var early: Int32
        var late: Int32
        var peak: Int
    }

    /// Takes the magnitudes of `count` samples, the first half of them being `middle`.
    @inline(__always)
    static func magnitudes(
        _ samples: UnsafePointer<Int16>, middle: Int, count: Int
    ) -> Magnitudes {
        var largest = SIMD8<Int16>()
        let early = halfSum(samples, middle, &largest)
        let late = halfSum(samples + middle, count &- middle, &largest)
        let peak = Int(laneMax(largest))
        if (count &+ 15) / 16 &* (peak &+ 1) > Int(UInt16.max) {
            // A lane may have overflowed.
            return Magnitudes(
                early: magnitude(samples, middle, offset: 0),
                late: magnitude(samples + middle, count &- middle, offset: 0), peak: peak)
        }
        return Magnitudes(early: early, late: late, peak: peak)
    }

    @inline(__always)
    private static func halfSum(
        _ samples: UnsafePointer<Int16>, _ count: Int, _ largest: inout SIMD8<Int16>
    ) -> Int32 {
        let bytes = UnsafeRawPointer(samples)
        let whole = count & ~7
        var sums = SIMD8<Int16>()
        var index = 0
        while index < whole {
            let values = bytes.loadUnaligned(
                fromByteOffset: 2 &* index, as: SIMD8<Int16>.self)
            // All ones where negative.
            let sign = values &>> 15
            let magnitude = values ^ sign
            largest = pointwiseMax(largest, magnitude)
            sums = sums &+ (magnitude &- sign)
            index &+= 8
        }
        var sum = laneSum(sums)
        while index < count {
            let sign = samples[index] &>> 15
            let magnitude = samples[index] ^ sign
            largest[0] = max(largest[0], magnitude)
            sum &+= Int32(magnitude) &- Int32(sign)
            index &+= 1
        }
        return sum
    }

    /// The sum of eight unsigned lanes.
    @inline(__always)
    private static func laneSum(_ lanes: SIMD8<Int16>) -> Int32 {
        let pairs = unsafeBitCast(lanes, to: SIMD4<UInt32>.self)
        let sums = (pairs & 0xffff) &+ (pairs &>> 16)
        let two = sums.lowHalf &+ sums.highHalf
        return Int32(bitPattern: two[0] &+ two[1])
    }

    /// The largest of eight lanes.
    @inline(__always)
    private static func laneMax(_ lanes: SIMD8<Int16>) -> Int16 {
        let four = pointwiseMax(lanes.lowHalf, lanes.highHalf)
        let two = pointwiseMax(four.lowHalf, four.highHalf)
        return max(two[0], two[1])
    }

    /// The plain sum of `count` < 65536 samples.
    @inline(__always)
    static func sum(_ samples: UnsafePointer<Int16>, _ count: Int) -> Int {
        var sum: Int32 = 0
        for index in 0..<count { sum &+= Int32(samples[index]) }
        return Int(sum)
    }

    /// Eight samples from one on.
    @inline(__always)
    static func load(_ samples: UnsafePointer<Int16>) -> SIMD8<Int16> {
        UnsafeRawPointer(samples).loadUnaligned(as: SIMD8<Int16>.self)
    }

    /// Eight samples as factors of products that are summed in 32 bits.
    ///
    /// Summed in eight lanes up to one `wrappedSum()` at the end of a function that is not inlined,
    /// products of these become the one instruction that multiplies eight samples and adds
    /// neighbours; a loop over single samples takes three instructions for four.
    @inline(__always)
    static func wide(_ samples: SIMD8<Int16>) -> SIMD8<Int32> {
        SIMD8<Int32>(truncatingIfNeeded: samples)
    }

    /// How often samples of a magnitude up to `peak` must be halved so that `count` squares add up
    /// within 32 bits.
    @inline(__always)
    static func shift(peak: Int, count: Int) -> Int16 {
        let square = peak &* peak &* count
        let excess = 32 &- square.leadingZeroBitCount
        return excess <= 0 ? 0 : Int16(truncatingIfNeeded: (excess &+ 1) &>> 1)
    }
}
