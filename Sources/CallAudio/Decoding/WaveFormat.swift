/// The `fmt ` chunk of a WAVE file, its format tag resolved through WAVE_FORMAT_EXTENSIBLE
/// (Microsoft mmreg.h).
struct WaveFormat: Hashable {
    /// The coding; of an extensible format, the one that its sub-format stands for, or nil where
    /// that is a private one.
    let tag: UInt16?
    let isExtensible: Bool
    let channelCount: Int
    let sampleRate: Int
    /// Bytes of one frame, or of one block of frames.
    let blockByteCount: Int
    let bitCount: Int
    /// Bits of a sample that count; equal to `bitCount` where nothing else is said.
    let validBitCount: Int

    /// Reads the body of the chunk; nil where it is shorter than 14 bytes.
    init?(_ body: UnsafeRawBufferPointer, bigEndian: Bool) {
        guard body.count >= 14 else { return nil }
        let reader = ByteReader(body)
        func number(_ offset: Int, _ count: Int) -> Int {
            Int(reader.number(at: offset, count: count, bigEndian: bigEndian))
        }
        let outer = number(0, 2)
        channelCount = number(2, 2)
        sampleRate = number(4, 4)
        blockByteCount = number(12, 2)
        let bits = number(14, 2)
        isExtensible = outer == 0xFFFE && body.count >= 40
        let valid = isExtensible ? number(18, 2) : 0
        bitCount = bits > 0 ? bits : valid
        validBitCount = (1...max(1, bitCount)).contains(valid) ? valid : bitCount
        if isExtensible {
            let tail: [UInt8] = [0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]
            let bigTail: [UInt8] = [0, 0, 0, 0x10, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]
            let known = reader.matches(tail, at: 28) || reader.matches(bigTail, at: 28)
            tag = known ? UInt16(truncatingIfNeeded: number(24, bigEndian ? 4 : 2)) : nil
        } else {
            tag = UInt16(outer)
        }
    }

    /// Bytes of one sample of uncompressed sound; 0 where the header contradicts itself.
    var sampleByteCount: Int {
        guard channelCount > 0 else { return 0 }
        if blockByteCount > 0 {
            return blockByteCount % channelCount == 0 ? blockByteCount / channelCount : 0
        }
        return (bitCount + 7) / 8
    }
}
