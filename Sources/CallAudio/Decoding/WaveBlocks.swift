import CallModel

/// A codec of WAVE files that codes frames in blocks of equal size: IMA and Microsoft ADPCM, GSM 6.10
/// ("wav49") and G.721. Gives the checks and the clean header that make it safe to hand to a library.
struct WaveBlocks {
    let tag: UInt16
    let codec: AudioCodec
    let channelCount: Int
    let sampleRate: Int
    let blockByteCount: Int
    let framesPerBlock: Int

    /// The codec of a format tag; nil where it is none of these.
    init?(tag: UInt16, _ format: WaveFormat) {
        self.tag = tag
        channelCount = format.channelCount
        sampleRate = format.sampleRate
        let (size, channels) = (format.blockByteCount, format.channelCount)
        switch tag {
        case 0x02:
            codec = .msADPCM
            blockByteCount = size
            framesPerBlock = size > 7 * channels ? 2 + (size - 7 * channels) * 2 / channels : 0
        case 0x11:
            codec = .imaADPCM
            blockByteCount = size
            framesPerBlock =
                size > 4 * channels ? 1 + (size - 4 * channels) / (4 * channels) * 8 : 0
        case 0x31:
            codec = .gsm610
            blockByteCount = 65
            framesPerBlock = 320
        case 0x40:
            codec = .other
            blockByteCount = 1
            framesPerBlock = 2
        default: return nil
        }
    }

    /// Throws `.malformed` where the block cannot be a block of this codec: the libraries trust it.
    func check(path: String) throws(AudioError) {
        let isMono = codec == .gsm610 || codec == .other
        guard !isMono || channelCount == 1 else {
            throw .malformed("WAV", "its codec has one channel, not \(channelCount)", path: path)
        }
        let isAligned = codec != .imaADPCM || blockByteCount % (4 * channelCount) == 0
        guard framesPerBlock > 1, blockByteCount <= 16_384, isAligned,
            codec != .msADPCM || blockByteCount % channelCount == 0
        else {
            throw .malformed(
                "WAV", "blocks of \(blockByteCount) bytes are not what its codec has", path: path)
        }
    }

    /// Frames in so many bytes, whole blocks only.
    func frameCount(ofBytes count: Int) -> Int {
        // A hostile 64-bit size has more frames than can be counted.
        let (frames, overflow) = (count / blockByteCount).multipliedReportingOverflow(
            by: framesPerBlock)
        return overflow ? .max : frames
    }

    /// A RIFF header for so many bytes of this coding, with nothing in it but what is needed.
    func header(dataCount: Int) -> [UInt8] {
        // RIFF counts in 32 bits: 4 GiB of these codings is over a hundred hours.
        let dataCount = min(dataCount, 0xFFFF_0000)
        var extra: [UInt8] = []
        func append(_ value: Int, _ width: Int, to bytes: inout [UInt8]) {
            for byte in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
        }
        append(framesPerBlock, 2, to: &extra)
        if codec == .msADPCM {
            let coefficients = [
                (256, 0), (512, -256), (0, 0), (192, 64), (240, 0), (460, -208), (392, -232),
            ]
            append(coefficients.count, 2, to: &extra)
            for (first, second) in coefficients {
                append(first, 2, to: &extra)
                append(second, 2, to: &extra)
            }
        }
        var format: [UInt8] = []
        append(Int(tag), 2, to: &format)
        append(channelCount, 2, to: &format)
        append(sampleRate, 4, to: &format)
        append(sampleRate * blockByteCount / framesPerBlock, 4, to: &format)
        append(blockByteCount, 2, to: &format)
        append(codec == .gsm610 ? 0 : 4, 2, to: &format)
        append(extra.count, 2, to: &format)
        format += extra
        var header = Array("RIFF".utf8)
        append(4 + 8 + format.count + 12 + 8 + dataCount, 4, to: &header)
        header += Array("WAVEfmt ".utf8)
        append(format.count, 4, to: &header)
        header += format + Array("fact".utf8)
        append(4, 4, to: &header)
        append(frameCount(ofBytes: dataCount), 4, to: &header)
        header += Array("data".utf8)
        append(dataCount, 4, to: &header)
        return header
    }
}
