import CSndFile
import CallAudio
import CallModel
import Foundation
import Testing

/// One format that libsndfile can write.
struct WrittenFormat: Sendable, CustomStringConvertible {
    let description: String
    let format: Int
    let container: AudioContainer
    let codec: AudioCodec
    var channels = 2
    /// Frames that a block may add at the end.
    var slack = 0
    /// The largest difference from libsndfile's own 16-bit reading.
    var tolerance = 0
    /// The samples must come back as they went in.
    var isLossless = false

    static let wav = [
        Self("PCM 8 in WAV", SF_FORMAT_WAV | SF_FORMAT_PCM_U8, .wav, .pcm8),
        Self("PCM 16 in WAV", SF_FORMAT_WAV | SF_FORMAT_PCM_16, .wav, .pcm16, isLossless: true),
        Self("PCM 24 in WAV", SF_FORMAT_WAV | SF_FORMAT_PCM_24, .wav, .pcm24, isLossless: true),
        Self("PCM 32 in WAV", SF_FORMAT_WAV | SF_FORMAT_PCM_32, .wav, .pcm32, isLossless: true),
        Self(
            "PCM 16 in WAVEX", SF_FORMAT_WAVEX | SF_FORMAT_PCM_16, .wavex, .pcm16, isLossless: true),
        Self("mu-law in WAVEX", SF_FORMAT_WAVEX | SF_FORMAT_ULAW, .wavex, .muLaw),
        Self("mu-law in WAV", SF_FORMAT_WAV | SF_FORMAT_ULAW, .wav, .muLaw),
        Self("A-law in WAV", SF_FORMAT_WAV | SF_FORMAT_ALAW, .wav, .aLaw),
        Self("IMA ADPCM in WAV", SF_FORMAT_WAV | SF_FORMAT_IMA_ADPCM, .wav, .imaADPCM, slack: 504),
        Self("MS ADPCM in WAV", SF_FORMAT_WAV | SF_FORMAT_MS_ADPCM, .wav, .msADPCM),
        Self("GSM 6.10 in WAV", SF_FORMAT_WAV | SF_FORMAT_GSM610, .wav, .gsm610, channels: 1),
        Self(
            "G.721 in WAV", SF_FORMAT_WAV | SF_FORMAT_G721_32, .wav, .other, channels: 1, slack: 120
        ),
        Self("PCM 16 in RF64", SF_FORMAT_RF64 | SF_FORMAT_PCM_16, .rf64, .pcm16, isLossless: true),
        Self("A-law in RF64", SF_FORMAT_RF64 | SF_FORMAT_ALAW, .rf64, .aLaw),
        Self("PCM 24 in W64", SF_FORMAT_W64 | SF_FORMAT_PCM_24, .w64, .pcm24, isLossless: true),
        Self("mu-law in W64", SF_FORMAT_W64 | SF_FORMAT_ULAW, .w64, .muLaw),
        Self("IMA ADPCM in W64", SF_FORMAT_W64 | SF_FORMAT_IMA_ADPCM, .w64, .imaADPCM, slack: 504),
    ]

    static let others = [
        Self("PCM 16 in AIFF", SF_FORMAT_AIFF | SF_FORMAT_PCM_16, .aiff, .pcm16, isLossless: true),
        Self("PCM 24 in AIFF", SF_FORMAT_AIFF | SF_FORMAT_PCM_24, .aiff, .pcm24, isLossless: true),
        Self("mu-law in AIFF", SF_FORMAT_AIFF | SF_FORMAT_ULAW, .aiff, .muLaw),
        Self("PCM 16 in AU", SF_FORMAT_AU | SF_FORMAT_PCM_16, .au, .pcm16, isLossless: true),
        Self("A-law in AU", SF_FORMAT_AU | SF_FORMAT_ALAW, .au, .aLaw),
        Self(
            "little-endian AU", SF_FORMAT_AU | SF_FORMAT_PCM_16 | SF_ENDIAN_LITTLE, .au, .pcm16,
            isLossless: true),
        Self("G.721 in AU", SF_FORMAT_AU | SF_FORMAT_G721_32, .au, .other, channels: 1, slack: 120),
        Self("PCM 16 in CAF", SF_FORMAT_CAF | SF_FORMAT_PCM_16, .caf, .pcm16, isLossless: true),
        Self("mu-law in CAF", SF_FORMAT_CAF | SF_FORMAT_ULAW, .caf, .muLaw),
        Self("PCM 16 in VOC", SF_FORMAT_VOC | SF_FORMAT_PCM_16, .voc, .pcm16, isLossless: true),
        Self("mu-law in VOC", SF_FORMAT_VOC | SF_FORMAT_ULAW, .voc, .muLaw),
        Self(
            "PCM 16 in SPHERE", SF_FORMAT_NIST | SF_FORMAT_PCM_16, .sphere, .pcm16, isLossless: true
        ),
        Self("mu-law in SPHERE", SF_FORMAT_NIST | SF_FORMAT_ULAW, .sphere, .muLaw),
        Self("PCM 16 in FLAC", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, .flac, .flac, isLossless: true),
        Self("PCM 24 in FLAC", SF_FORMAT_FLAC | SF_FORMAT_PCM_24, .flac, .flac, isLossless: true),
        Self("Vorbis in Ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS, .ogg, .vorbis, tolerance: 1),
        Self("Opus in Ogg", SF_FORMAT_OGG | SF_FORMAT_OPUS, .ogg, .opus, tolerance: 1),
    ]

    private init(
        _ description: String, _ format: Int, _ container: AudioContainer, _ codec: AudioCodec,
        channels: Int = 2, slack: Int = 0, tolerance: Int = 0, isLossless: Bool = false
    ) {
        self.description = description
        self.format = format
        self.container = container
        self.codec = codec
        self.channels = channels
        self.slack = slack
        self.tolerance = tolerance
        self.isLossless = isLossless
    }
}

@Suite("Formats that libsndfile can write")
struct FormatTests {
    /// Not a multiple of any block, longer than one block of ours.
    static let frames = 9001

    @Test(
        "decode to the frame, and to the samples that libsndfile reads",
        arguments: WrittenFormat.wav + WrittenFormat.others)
    func decodes(_ format: WrittenFormat) throws {
        let folder = try SampleFolder()
        let samples = SampleSounds.voice(frames: Self.frames, channels: format.channels)
        let bytes = try folder.written(samples, format: format.format, channels: format.channels)
        // The name says something else: it has no say.
        let path = try folder.file("recording.txt", bytes)
        let (call, decoded) = try decode(path)
        let recording = call.recording
        let file = try #require(recording.files.first)

        #expect(file.container == format.container)
        #expect(file.codec == format.codec)
        #expect(file.sampleRate == 8000)
        #expect(file.channelCount == format.channels)
        #expect(file.byteCount == bytes.count)
        #expect(recording.layout == (format.channels == 2 ? .agentFirst : .mono))
        #expect((Self.frames...Self.frames + format.slack).contains(recording.frameCount))
        #expect(
            file.headerFrameCount.map { abs($0 - recording.frameCount) <= format.slack } ?? true)
        #expect(recording.flaws == [])
        #expect(decoded.count == recording.frameCount * format.channels)
        if format.isLossless { #expect(decoded == samples) }

        let reference = try folder.libraryReading("recording.txt")
        let common = min(reference.count, decoded.count)
        #expect(common >= Self.frames * format.channels)
        let worst = zip(decoded, reference).map { abs(Int($0) - Int($1)) }.max() ?? 0
        #expect(worst <= format.tolerance)
    }

    @Test("of floating point are scaled by full scale, clipped and rounded")
    func floats() throws {
        let folder = try SampleFolder()
        let values: [Float] = [
            0, 0.5, -0.5, 1, -1, 1.5, -1.5, .nan, .infinity, 1 / 32768, 0.4 / 32768,
        ]
        let expected: [Int16] = [
            0, 16384, -16384, 32767, -32768, 32767, -32768, 0, 32767, 1, 0,
        ]
        let little = values.flatMap { [UInt8].little(Int($0.bitPattern), 4) }
        let path = try folder.file(
            "float.wav",
            .riff(.chunk("fmt ", .format(tag: 3, block: 4, bits: 32)), .chunk("data", little)))
        #expect(try decode(path).samples == expected)
        let doubles = values.flatMap {
            [UInt8].little(Int(bitPattern: UInt(Double($0).bitPattern)), 8)
        }
        let wide = try folder.file(
            "double.wav",
            .riff(.chunk("fmt ", .format(tag: 3, block: 8, bits: 64)), .chunk("data", doubles)))
        #expect(try decode(wide).samples == expected)
    }

    @Test("of more than 16 bits are rounded to nearest, and full scale does not wrap")
    func rounding() throws {
        let folder = try SampleFolder()
        let values = [0x00_0080, 0x00_007F, -0x00_0080, -0x00_0081, 0x7F_FFFF, -0x80_0000]
        let path = try folder.file(
            "24.wav",
            .riff(
                .chunk("fmt ", .format(tag: 1, block: 3, bits: 24)),
                .chunk("data", values.flatMap { [UInt8].little($0, 3) })))
        #expect(try decode(path).samples == [1, 0, 0, -1, 32767, -32768])
    }

    @Test("of 24 bits in 32 are found at the top, where the standard puts them, or at the bottom")
    func twentyFourInThirtyTwo() throws {
        let folder = try SampleFolder()
        let values = [0x12_3400, -0x12_3400, 0x7F_FF00, 0x00_0100]
        func file(_ name: String, shift: Int) throws -> String {
            try folder.file(
                name,
                .riff(
                    .chunk("fmt ", .format(tag: 1, block: 4, bits: 24)),
                    .chunk(
                        "data", values.flatMap { [UInt8].little(($0 & 0xFF_FFFF | 1) << shift, 4) })
                ))
        }
        let expected: [Int16] = [0x1234, -0x1234, 0x7FFF, 1]
        #expect(try decode(file("top.wav", shift: 8)).samples == expected)
        #expect(try decode(file("bottom.wav", shift: 0)).samples == expected)
    }

    @Test("come in blocks of at most 8192 frames, with progress after each")
    func blocks() throws {
        let folder = try SampleFolder()
        let samples = SampleSounds.voice(frames: 20_000, channels: 2)
        let path = try folder.file(
            "long",
            try folder.written(samples, format: SF_FORMAT_WAV | SF_FORMAT_PCM_16, channels: 2))
        var collector = Collector()
        var heard: [Int] = []
        let decoder = try CallDecoder(CallSource(path: path))
        #expect(decoder.expectedFrameCount == 20_000)
        _ = try decoder.decode(into: &collector) { heard.append($0) }
        #expect(collector.largestBlock == 8192)
        #expect(heard == [8192, 16384, 20_000])
    }

    @Test("can be given up from the progress report")
    func cancelling() throws {
        let folder = try SampleFolder()
        let path = try folder.file(
            "long",
            try folder.written(
                SampleSounds.voice(frames: 20_000), format: SF_FORMAT_WAV | SF_FORMAT_PCM_16))
        var collector = Collector()
        #expect(throws: CancellationError.self) {
            try CallDecoder(CallSource(path: path)).decode(into: &collector) { _ in
                throw CancellationError()
            }
        }
        #expect(collector.samples.count == 8192)
    }

    @Test("are told by the hash of their bytes, whatever decodes them")
    func hashes() throws {
        let folder = try SampleFolder()
        for format in [SF_FORMAT_WAV | SF_FORMAT_PCM_16, SF_FORMAT_OGG | SF_FORMAT_VORBIS] {
            let bytes = try folder.written(SampleSounds.voice(frames: 30_000), format: format)
            let path = try folder.file("recording", bytes)
            let shasum = Process()
            shasum.executableURL = URL(filePath: "/usr/bin/sha256sum")
            shasum.arguments = [path]
            let pipe = Pipe()
            shasum.standardOutput = pipe
            try shasum.run()
            let said = String(
                decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            shasum.waitUntilExit()
            let hash = try decode(path).call.recording.files[0].contentHash
            #expect(hash.rawValue == said.prefix(64))
        }
    }
}
