/// The Xing or Info header in the first frame of an MP3, with the padding that LAME notes in it.
struct XingHeader {
    /// Frames of sound that the header promises.
    let frameCount: Int

    /// Reads the first frame of a range; nil where it holds no such header.
    init?(_ bytes: RecordedBytes, range: Range<Int>) throws(AudioError) {
        let head = try bytes.bytes(at: range.lowerBound, count: min(range.count, 1 << 14))
        let found: Int? = head.withUnsafeBytes { head in
            guard let frame = MPEGFrame.first(in: head), frame.layer == 3 else { return nil }
            let reader = ByteReader(head)
            let start = frame.offset + frame.infoOffset
            guard ["Xing", "Info"].contains(reader.text(at: start, count: 4)) else { return nil }
            func number(_ offset: Int, _ count: Int) -> Int {
                Int(reader.number(at: offset, count: count, bigEndian: true))
            }
            let flags = number(start + 4, 4)
            guard flags & 1 != 0 else { return nil }
            let samples = number(start + 8, 4) * frame.sampleCount
            let lame =
                start + 8 + 4 + (flags & 2 != 0 ? 4 : 0) + (flags & 4 != 0 ? 100 : 0)
                + (flags & 8 != 0 ? 4 : 0)
            // 21 bytes of name and gains, then two numbers of 12 bits: delay and padding.
            guard reader.number(at: lame, count: 4) != 0 else { return samples }
            let padding = number(lame + 21, 3)
            return max(0, samples - (padding >> 12) - (padding & 0xFFF))
        }
        guard let found else { return nil }
        frameCount = found
    }
}
