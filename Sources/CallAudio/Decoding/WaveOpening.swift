import CallModel

/// Chooses the decoder for a WAVE file: ours for plain samples, the libraries for the rest, which
/// are shown a clean header of our making in place of the one that was delivered.
enum WaveOpening {
    /// A decoder of the file's sound; throws `.unsupported`, `.malformed` or `.tooManyChannels`.
    static func reader(_ bytes: RecordedBytes, _ file: WaveFile) throws(AudioError)
        -> any FrameReader
    {
        let format = file.format
        guard let tag = format.tag else {
            throw .unsupported("A private codec in WAV", path: bytes.path)
        }
        if let refusal = AudioError.refusingShape(
            sampleRate: format.sampleRate, channelCount: format.channelCount, container: "WAV",
            path: bytes.path)
        {
            throw refusal
        }
        var flaws: Set<RecordingFlaw> = []
        if file.isUnfinalised { flaws.insert(.headerNeverFinalised) }
        if file.isTruncated { flaws.insert(.truncated) }
        var traits = FileTraits(
            container: container(of: file), codec: .other, sampleRate: format.sampleRate,
            channelCount: format.channelCount, headerFrameCount: nil, flaws: flaws,
            seeksExactly: true)
        if [1, 3, 6, 7].contains(tag) {
            let coding = try plainCoding(tag, file, bytes)
            traits.codec = coding.codec
            let frameByteCount = coding.byteCount * format.channelCount
            traits.headerFrameCount = file.declaredDataCount.map { $0 / frameByteCount }
            if file.isUnfinalised, file.dataRange.count % frameByteCount != 0 {
                traits.flaws.insert(.truncated)
            }
            return PlainReader(bytes, range: file.dataRange, coding: coding, traits: traits)
        }
        if tag == 0x50 || tag == 0x55 {
            return try MP3Reader(
                bytes, range: file.dataRange, container: traits.container, flaws: flaws,
                factFrameCount: file.factFrameCount)
        }
        guard let blocks = WaveBlocks(tag: tag, format) else {
            throw .unsupported("\(WaveCodecName.name(ofTag: tag)) in WAV", path: bytes.path)
        }
        guard file.flavour != .rifx else {
            throw .unsupported("A block codec in big-endian WAV (RIFX)", path: bytes.path)
        }
        try blocks.check(path: bytes.path)
        traits.codec = blocks.codec
        traits.seeksExactly = blocks.codec == .imaADPCM || blocks.codec == .msADPCM
        let present = blocks.frameCount(ofBytes: file.dataRange.count)
        let declared = file.declaredDataCount.map { blocks.frameCount(ofBytes: $0) }
        // The last block is filled up: a frame count that ends within it says where the sound ends.
        let fact = file.factFrameCount.flatMap { fact in
            (declared ?? present).advanced(by: -blocks.framesPerBlock) < fact
                && fact <= (declared ?? present) ? fact : nil
        }
        traits.headerFrameCount = declared.map { fact ?? $0 }
        // One byte over is padding.
        if file.isUnfinalised, file.dataRange.count % blocks.blockByteCount > 1 {
            traits.flaws.insert(.truncated)
        }
        let region = ByteRegion(
            bytes, range: file.dataRange, prefix: blocks.header(dataCount: file.dataRange.count))
        return try SndFileReader(
            region, path: bytes.path, traits: traits, limit: min(present, fact ?? present))
    }

    private static func container(of file: WaveFile) -> AudioContainer {
        switch file.flavour {
        case .rf64: .rf64
        case .w64: .w64
        case .riff, .rifx: file.format.isExtensible ? .wavex : .wav
        }
    }

    private static func plainCoding(
        _ tag: UInt16, _ file: WaveFile, _ bytes: RecordedBytes
    ) throws(AudioError) -> SampleCoding {
        let bigEndian = file.flavour == .rifx
        let width = file.format.sampleByteCount
        switch (tag, width) {
        case (6, 1): return .aLaw
        case (7, 1): return .muLaw
        case (1, 1): return .unsigned8
        case (1, 4) where file.format.validBitCount == 24:
            return try isLow24(file, bytes, bigEndian: bigEndian)
                ? .low24of32(bigEndian: bigEndian) : .linear(byteCount: 4, bigEndian: bigEndian)
        case (1, 2...8): return .linear(byteCount: width, bigEndian: bigEndian)
        case (3, 4): return .float32(bigEndian: bigEndian)
        case (3, 8): return .float64(bigEndian: bigEndian)
        default:
            throw .malformed(
                "WAV", "it says \(width) bytes a sample, which its codec does not have",
                path: bytes.path)
        }
    }

    /// The standard puts 24 valid bits at the top of 32; some writers put them at the bottom. The
    /// byte that is always zero tells.
    private static func isLow24(
        _ file: WaveFile, _ bytes: RecordedBytes, bigEndian: Bool
    ) throws(AudioError) -> Bool {
        let sample = try bytes.bytes(
            at: file.dataRange.lowerBound, count: min(file.dataRange.count, 1 << 14))
        return stride(from: bigEndian ? 3 : 0, to: sample.count, by: 4).contains { sample[$0] != 0 }
    }
}

extension SampleCoding {
    /// The coding as the model names it.
    var codec: AudioCodec {
        switch self {
        case .muLaw: .muLaw
        case .aLaw: .aLaw
        case .unsigned8: .pcm8
        case .linear(let byteCount, _): byteCount == 2 ? .pcm16 : byteCount == 3 ? .pcm24 : .pcm32
        case .low24of32: .pcm24
        case .float32: .float32
        case .float64: .float64
        }
    }
}
