/// The header of one frame of MPEG audio, layers I-III (ISO/IEC 11172-3 section 2.4.1, 13818-3).
struct MPEGFrame: Hashable {
    /// Where it was found.
    let offset: Int
    /// Bytes of the whole frame; nil for free format, which does not say.
    let byteCount: Int?
    /// Samples of each channel in the frame.
    let sampleCount: Int
    let sampleRate: Int
    let channelCount: Int
    /// 1, 2 or 3.
    let layer: Int
    /// Where a Xing or Info header would stand, in bytes from the frame's start.
    let infoOffset: Int

    /// Reads four bytes at an offset; nil where they are no header.
    init?(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        guard offset >= 0, offset <= bytes.count - 4, bytes[offset] == 0xFF,
            bytes[offset + 1] & 0xE0 == 0xE0
        else { return nil }
        let (second, third, fourth) = (bytes[offset + 1], bytes[offset + 2], bytes[offset + 3])
        let version = Int(second >> 3 & 3)  // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5
        layer = 4 - Int(second >> 1 & 3)
        let rateIndex = Int(third >> 2 & 3)
        let bitrateIndex = Int(third >> 4)
        guard version != 1, layer != 4, rateIndex != 3, bitrateIndex != 15, fourth & 3 != 2 else {
            return nil
        }
        self.offset = offset
        let isFirst = version == 3
        sampleRate = [44100, 48000, 32000][rateIndex] >> (isFirst ? 0 : version == 2 ? 1 : 2)
        channelCount = fourth >> 6 == 3 ? 1 : 2
        sampleCount = layer == 1 ? 384 : layer == 3 && !isFirst ? 576 : 1152
        infoOffset =
            4 + (isFirst ? (channelCount == 2 ? 32 : 17) : (channelCount == 2 ? 17 : 9))
        let kilobits = Self.kilobits(first: isFirst, layer: layer, index: bitrateIndex)
        let padding = Int(third >> 1 & 1)
        byteCount =
            kilobits == 0
            ? nil
            : layer == 1
                ? (12000 * kilobits / sampleRate + padding) * 4
                : sampleCount * 125 * kilobits / sampleRate + padding
    }

    /// Whether both can belong to one stream.
    func fits(_ other: MPEGFrame) -> Bool {
        sampleRate == other.sampleRate && layer == other.layer && sampleCount == other.sampleCount
    }

    /// The first frame that is followed by a second fitting one, or that alone fills the bytes from 0
    /// on; nil where there is none.
    static func first(in bytes: UnsafeRawBufferPointer) -> MPEGFrame? {
        for offset in 0..<max(0, bytes.count - 3) {
            guard let frame = MPEGFrame(bytes, at: offset), let length = frame.byteCount else {
                continue
            }
            if let next = MPEGFrame(bytes, at: offset + length), next.fits(frame) {
                // Two marks of eleven bits are weak away from the start: ask for a third.
                if offset > 0, let third = next.byteCount.map({ next.offset + $0 }),
                    third <= bytes.count - 4,
                    MPEGFrame(bytes, at: third)?.fits(frame) != true
                {
                    continue
                }
                return frame
            }
            if offset == 0, length >= bytes.count - 128, length > 24 { return frame }
        }
        return nil
    }

    private static func kilobits(first: Bool, layer: Int, index: Int) -> Int {
        let table: [Int] =
            switch (first, layer) {
            case (true, 1): [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448]
            case (true, 2): [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384]
            case (true, _): [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
            case (false, 1): [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256]
            default: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
            }
        return table[index]
    }
}
