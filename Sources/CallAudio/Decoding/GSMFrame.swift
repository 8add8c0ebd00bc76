/// GSM 06.10 frames without a header: 33 bytes each for 160 samples, the first four bits 0xD (the
/// mark that libgsm and RFC 3551 section 4.5.8 write).
enum GSMFrame {
    static let byteCount = 33
    static let sampleCount = 160
    static let sampleRate = 8000

    /// Whether first bytes of a file are such frames. Three frames at least, because a mark of four
    /// bits is weak. A-law silence (0xD5 throughout) has the mark in every byte and is refused.
    static func looksRight(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let frames = min(bytes.count / byteCount, 64)
        guard frames >= 3 else { return false }
        for frame in 0..<frames where bytes[frame * byteCount] >> 4 != 0xD { return false }
        let marked = bytes.prefix(frames * byteCount).count { $0 >> 4 == 0xD }
        return marked < frames * byteCount / 2
    }
}
