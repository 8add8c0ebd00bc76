import CSndFile
import CallModel
import Testing

@testable import CallAudio

@Suite("MP3")
struct MP3Tests {
    static let frames = 80_000
    static let format = SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III

    /// A quiet half and a loud half, so that a variable bit rate varies.
    static let samples: [Int16] =
        [Int16](repeating: 0, count: frames / 2)
        + SampleSounds.voice(frames: frames / 2, peak: 16_000)

    /// An MP3 without its Xing header, and the length of that.
    static func bare(_ bytes: [UInt8]) throws -> [UInt8] {
        let first = try #require(bytes.withUnsafeBytes { MPEGFrame.first(in: $0) })
        return Array(bytes.dropFirst(first.offset + (first.byteCount ?? 0)))
    }

    @Test("with a Xing header has the length that went in, without the encoder's padding")
    func gapless() throws {
        let folder = try SampleFolder()
        for variable in [false, true] {
            let bytes = try folder.written(
                Self.samples, format: Self.format, variableBitRate: variable)
            let recording = try decode(folder.file("recording", bytes)).call.recording
            #expect(recording.frameCount == Self.frames)
            #expect(recording.files[0].headerFrameCount == Self.frames)
            #expect(recording.files[0].codec == .mp3)
            #expect(recording.flaws == [])
        }
    }

    @Test("with a variable bit rate and no Xing header decodes whole")
    func variableWithoutXing() throws {
        let folder = try SampleFolder()
        let bytes = try Self.bare(
            folder.written(Self.samples, format: Self.format, variableBitRate: true))
        let (call, decoded) = try decode(folder.file("recording", bytes))
        let recording = call.recording
        // Nothing says how much padding there is: up to two frames of 576 at either end.
        #expect((Self.frames...Self.frames + 4 * 576).contains(recording.frameCount))
        #expect(recording.files[0].headerFrameCount == nil)
        #expect(recording.flaws == [])
        let tail = decoded.suffix(Self.frames / 4).map { abs(Int($0)) }
        #expect(tail.reduce(0, +) / tail.count > 2000)
    }

    @Test("that was cut off, or cut in a frame, is truncated")
    func truncated() throws {
        let folder = try SampleFolder()
        let bytes = try folder.written(Self.samples, format: Self.format)
        let half = try decode(folder.file("half", Array(bytes[..<(bytes.count / 2)]))).call
            .recording
        #expect(half.flaws.contains(.truncated))
        #expect(half.frameCount < Self.frames * 6 / 10 && half.frameCount > Self.frames * 4 / 10)
        #expect(half.files[0].headerFrameCount == Self.frames)
        let bare = try Self.bare(bytes)
        let cut = try decode(folder.file("cut", Array(bare.dropLast(20)))).call.recording
        #expect(cut.flaws == [.truncated])
    }

    @Test("that is damaged in the middle decodes around the damage and says so")
    func damaged() throws {
        let folder = try SampleFolder()
        var bytes = try Self.bare(folder.written(Self.samples, format: Self.format))
        var noise = SampleSounds.Noise(state: 3)
        for index in bytes.count / 2..<bytes.count / 2 + 700 {
            bytes[index] = UInt8.random(in: 0...255, using: &noise)
        }
        let recording = try decode(folder.file("recording", bytes)).call.recording
        #expect(recording.flaws.contains(.damaged))
        #expect(recording.frameCount > Self.frames * 85 / 100)
    }

    @Test("tags are read, and are neither sound nor damage")
    func tags() throws {
        let folder = try SampleFolder()
        let bare = try Self.bare(folder.written(Self.samples, format: Self.format))
        let plain = try decode(folder.file("plain", bare)).call.recording
        let title: [UInt8] =
            [1, 0xFF, 0xFE] + Array("Grüße".utf16).flatMap { [UInt8].little(Int($0), 2) }
        let date: [UInt8] = [3] + [UInt8]("2026-11-18")
        func frame(_ id: String, _ body: [UInt8]) -> [UInt8] {
            [UInt8](id) + [0, 0, 0, UInt8(body.count), 0, 0] + body
        }
        let body = frame("TIT2", title) + frame("TDRC", date) + [UInt8](repeating: 0, count: 50)
        let version2: [UInt8] = [UInt8]("ID3") + [4, 0, 0, 0, 0, 0, UInt8(body.count)] + body
        let version1 =
            [UInt8]("TAG") + [UInt8]("ignored") + [UInt8](repeating: 0, count: 23)
            + [UInt8]("Agent 7") + [UInt8](repeating: 0, count: 88)
        #expect(version1.count == 128)
        let (call, _) = try decode(folder.file("tagged", version2 + bare + version1))
        #expect(call.recording.frameCount == plain.frameCount)
        #expect(plain.flaws == [])
        #expect(call.recording.flaws == [])
        let twice = try decode(folder.file("twice", version2 + bare + version2 + bare)).call
            .recording
        #expect(twice.flaws == [])
        #expect(twice.frameCount == 2 * plain.frameCount)
        let ape = [UInt8]("APETAGEX") + [UInt8](repeating: 3, count: 200)
        for tail in [ape, [UInt8](repeating: 0, count: 500)] {
            let padded = try decode(folder.file("padded", bare + tail)).call.recording
            #expect(padded.flaws == [])
            #expect(padded.frameCount == plain.frameCount)
        }
        #expect(call.metadata[0].title == "Grüße")
        #expect(call.metadata[0].date == "2026-11-18")
        #expect(call.metadata[0].artist == "Agent 7")
    }

    @Test("inside WAV decodes whole")
    func inWAV() throws {
        let folder = try SampleFolder()
        let mp3 = try Self.bare(
            folder.written(Self.samples, format: Self.format, variableBitRate: true))
        let alone = try decode(folder.file("alone", mp3)).samples
        let path = try folder.file(
            "recording",
            .riff(
                .chunk(
                    "fmt ",
                    .format(
                        tag: 0x55, block: 1, bits: 0,
                        extra: [12, 0] + .init(repeating: 0, count: 12))),
                .chunk("fact", .little(Self.frames, 4)), .chunk("data", mp3)))
        let (call, decoded) = try decode(path)
        #expect(call.recording.files[0].container == .wav)
        #expect(call.recording.files[0].codec == .mp3)
        #expect(call.recording.files[0].headerFrameCount == Self.frames)
        #expect(decoded == alone)
        #expect(call.recording.flaws == [])
    }

    @Test("frames are measured by the standard's tables")
    func frameLengths() throws {
        // 128 kbit/s at 44.1 kHz is 417 bytes, 418 with padding (ISO/IEC 11172-3, 2.4.3.1).
        let plain = try #require([0xFF, 0xFB, 0x90, 0x00].withBytes { MPEGFrame($0, at: 0) })
        #expect(plain.byteCount == 417 && plain.sampleRate == 44100 && plain.sampleCount == 1152)
        #expect(plain.channelCount == 2 && plain.layer == 3)
        let padded = try #require([0xFF, 0xFB, 0x92, 0xC0].withBytes { MPEGFrame($0, at: 0) })
        #expect(padded.byteCount == 418 && padded.channelCount == 1)
        // MPEG-2.5 layer III at 8 kHz, 16 kbit/s: 576 samples, 144 bytes.
        let narrow = try #require([0xFF, 0xE3, 0x28, 0xC0].withBytes { MPEGFrame($0, at: 0) })
        #expect(narrow.byteCount == 144 && narrow.sampleRate == 8000 && narrow.sampleCount == 576)
        #expect([0xFF, 0xFB, 0xF0, 0x00].withBytes { MPEGFrame($0, at: 0) } == nil)
    }
}

extension [UInt8] {
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withUnsafeBytes(body)
    }
}
