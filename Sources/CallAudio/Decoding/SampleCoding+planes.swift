extension SampleCoding {
    /// Samples as a codec decodes them: of each channel apart, numbers of some bits in 32.
    typealias Planes = UnsafePointer<UnsafePointer<Int32>?>

    /// Puts a range of the samples of each channel beside one another as 16-bit ones; `bitCount`
    /// (4...32) bits hold full scale. More than 16 are rounded to nearest, as everywhere.
    static func interleave(
        _ planes: Planes, _ range: Range<Int>, bitCount: Int, channelCount: Int,
        into output: UnsafeMutablePointer<Int16>
    ) {
        guard let first = planes[0] else { return }
        let count = range.count
        if bitCount == 16, channelCount == 2, let second = planes[1] {
            pair(first + range.lowerBound, second + range.lowerBound, count, into: output)
            return
        }
        for channel in 0..<channelCount {
            guard let plane = planes[channel].map({ $0 + range.lowerBound }) else { continue }
            if bitCount <= 16 {
                let shift = Int32(16 - bitCount)
                for index in 0..<count {
                    output[channelCount &* index &+ channel] = Int16(
                        truncatingIfNeeded: plane[index] &<< shift)
                }
            } else {
                let shift = Int32(32 - bitCount)
                for index in 0..<count {
                    output[channelCount &* index &+ channel] = rounded(plane[index] &<< shift)
                }
            }
        }
    }

    /// Two samples at a time as the halves of a word, which vector instructions do eight at a time.
    private static func pair(
        _ first: UnsafePointer<Int32>, _ second: UnsafePointer<Int32>, _ count: Int,
        into output: UnsafeMutablePointer<Int16>
    ) {
        let bytes = UnsafeMutableRawPointer(output)
        for index in 0..<count {
            let word =
                UInt32(bitPattern: first[index]) & 0xFFFF
                | UInt32(bitPattern: second[index]) &<< 16
            bytes.storeBytes(of: word.littleEndian, toByteOffset: 4 &* index, as: UInt32.self)
        }
    }
}
