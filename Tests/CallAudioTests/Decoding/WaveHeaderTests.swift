import CSndFile
import CallAudio
import CallModel
import Testing

/// Headers lie: each file here is named after its flaw.
@Suite("WAVE headers")
struct WaveHeaderTests {
    static let samples = SampleSounds.voice(frames: 1000)

    private func recording(_ bytes: [UInt8]) throws -> Recording {
        let folder = try SampleFolder()
        return try decode(folder.file("recording", bytes)).call.recording
    }

    private func refused(_ bytes: [UInt8]) throws -> AudioError? {
        let folder = try SampleFolder()
        return refusal(try folder.file("recording", bytes))
    }

    /// Overwrites the sizes of the file and of its data chunk.
    private func resized(_ bytes: [UInt8], riff: Int?, data: Int) throws -> [UInt8] {
        var bytes = bytes
        let start = try #require(
            (12..<bytes.count - 4).first { bytes[$0..<$0 + 4].elementsEqual("data".utf8) })
        if let riff { bytes.replaceSubrange(4..<8, with: [UInt8].little(riff, 4)) }
        bytes.replaceSubrange(start + 4..<start + 8, with: [UInt8].little(data, 4))
        return bytes
    }

    @Test(
        "that were never finalised lose no sound, with sizes of 0 or of the largest number",
        arguments: [
            (SF_FORMAT_PCM_16, 0), (SF_FORMAT_ULAW, 0), (SF_FORMAT_IMA_ADPCM, 0),
            (SF_FORMAT_MS_ADPCM, 0), (SF_FORMAT_GSM610, 0), (SF_FORMAT_PCM_16, 0xFFFF_FFFF),
            (SF_FORMAT_GSM610, 0xFFFF_FFFF), (SF_FORMAT_PCM_16, 0x7FFF_FFFF),
        ])
    func neverFinalised(_ subtype: Int, _ size: Int) throws {
        let folder = try SampleFolder()
        let whole = try folder.written(Self.samples, format: SF_FORMAT_WAV | subtype)
        let path = try folder.file("whole", whole)
        let flawed = try folder.file("flawed", resized(whole, riff: size, data: size))
        let (good, goodSamples) = try decode(path)
        let (call, samples) = try decode(flawed)
        #expect(call.recording.flaws == [.headerNeverFinalised])
        #expect(call.recording.headerSeconds == nil)
        #expect(call.recording.frameCount == good.recording.frameCount)
        #expect(samples == goodSamples)
    }

    @Test("of a Wave64 file that was never finalised lose no sound")
    func neverFinalisedW64() throws {
        let folder = try SampleFolder()
        var bytes = try folder.written(Self.samples, format: SF_FORMAT_W64 | SF_FORMAT_PCM_16)
        let start = try #require(
            (40..<bytes.count - 4).first { bytes[$0..<$0 + 4].elementsEqual("data".utf8) })
        for index in 16..<24 { bytes[index] = 0 }
        for index in start + 16..<start + 24 { bytes[index] = 0 }
        let (call, samples) = try decode(folder.file("flawed", bytes))
        #expect(call.recording.flaws == [.headerNeverFinalised])
        #expect(samples == Self.samples)
    }

    @Test("without sound give an empty recording, not a recovered one")
    func empty() throws {
        let format = [UInt8].chunk("fmt ", .format(tag: 1, block: 2, bits: 16))
        #expect(try recording(.riff(format, .chunk("data", []))).flaws == [.empty])
        let named = try recording(
            .riff(
                format, .chunk("data", []),
                .chunk("LIST", [UInt8]("INFO") + .chunk("INAM", [UInt8]("Ab")))))
        #expect(named.flaws == [.empty])
        #expect(named.frameCount == 0)
    }

    @Test("that promise more than there is give a truncated recording with both lengths")
    func truncated() throws {
        let folder = try SampleFolder()
        for subtype in [SF_FORMAT_PCM_16, SF_FORMAT_ALAW, SF_FORMAT_IMA_ADPCM, SF_FORMAT_GSM610] {
            let samples = SampleSounds.voice(frames: 8000)
            let whole = try folder.written(samples, format: SF_FORMAT_WAV | subtype)
            let cut = try recording(Array(whole[..<(whole.count * 6 / 10)]))
            #expect(cut.flaws == [.truncated])
            #expect(abs(cut.frameCount - 4800) < 600)
            #expect(cut.headerSeconds.map { abs($0 - 1) < 0.05 } == true)
        }
    }

    @Test("of the other containers are held against the truth too")
    func truncatedElsewhere() throws {
        let folder = try SampleFolder()
        for container in [
            SF_FORMAT_AIFF, SF_FORMAT_AU, SF_FORMAT_CAF, SF_FORMAT_W64, SF_FORMAT_RF64,
            SF_FORMAT_NIST, SF_FORMAT_VOC, SF_FORMAT_FLAC,
        ] {
            let samples = SampleSounds.voice(frames: 20_000)
            let whole = try folder.written(samples, format: container | SF_FORMAT_PCM_16)
            let cut = try recording(Array(whole[..<(whole.count * 7 / 10)]))
            let name = Comment(rawValue: "container \(String(container, radix: 16))")
            #expect(cut.flaws == [.truncated], name)
            #expect((7000...15_000).contains(cut.frameCount), name)
            #expect(cut.headerSeconds.map { abs($0 - 2.5) < 0.01 } == true, name)
        }
        let ogg = try folder.written(
            SampleSounds.voice(frames: 40_000), format: SF_FORMAT_OGG | SF_FORMAT_VORBIS)
        #expect(try recording(Array(ogg[..<(ogg.count * 8 / 10)])).flaws.contains(.truncated))
        var other = ogg
        for index in other.indices.dropLast(18)
        where other[index..<index + 4].elementsEqual("OggS".utf8) { other[index + 14] ^= 0xFF }
        #expect(try recording(ogg + other).flaws == [.damaged])
    }

    @Test("with chunks of odd sizes are followed, padded or not")
    func oddSizes() throws {
        let format = [UInt8].chunk("fmt ", .format(tag: 7, block: 1, bits: 8))
        let data = (100..<201).map { UInt8($0) }
        let title = [UInt8].chunk("LIST", [UInt8]("INFO") + .chunk("INAM", [UInt8]("Odd")))
        let folder = try SampleFolder()
        let padded = try decode(
            folder.file("padded", .riff(.chunk("junk", [1]), format, .chunk("data", data), title)))
        #expect(padded.call.recording.frameCount == 101)
        #expect(padded.call.metadata[0].title == "Odd")
        let bare = [UInt8]("data") + .little(101, 4) + data
        let unpadded = try decode(folder.file("unpadded", .riff(format, bare, title)))
        #expect(unpadded.call.recording.frameCount == 101)
        #expect(unpadded.call.metadata[0].title == "Odd")
        #expect(unpadded.call.recording.flaws == [])
    }

    @Test(
        "of codecs that are not decoded are refused by the codec's name",
        arguments: [
            (0x28F, "G.722"), (0x45, "G.726"), (0x133, "G.729"), (0x22, "TrueSpeech"),
            (0x42, "G.723.1"), (0x161, "WMA"), (0x7A21, "AMR"), (0xABCD, "Codec 0xABCD"),
        ])
    func unsupported(_ tag: Int, _ name: String) throws {
        let refused = try #require(
            try refused(
                .riff(
                    .chunk("fmt ", .format(tag: tag, block: 20, bits: 1, extra: [0, 0])),
                    .chunk("data", .init(repeating: 1, count: 100)))))
        #expect(refused.kind == .unsupported)
        #expect(
            refused.sentence
                == "\(name) in WAV is not supported; convert it with: ffmpeg -i IN -c:a pcm_s16le OUT.wav"
        )
    }

    @Test("that are absurd cost one clear sentence")
    func absurd() throws {
        let data = [UInt8].chunk("data", [1, 2, 3, 4])
        func sentence(_ format: [UInt8]) throws -> String? {
            try refused(.riff(.chunk("fmt ", format), data))?.sentence
        }
        #expect(
            try sentence(.format(tag: 1, rate: 0, block: 2, bits: 16))?.contains("0 Hz") == true)
        #expect(
            try sentence(.format(tag: 1, rate: -1, block: 2, bits: 16))?.contains("4294967295 Hz")
                == true)
        #expect(
            try sentence(.format(tag: 1, channels: 0, block: 2, bits: 16))?.contains("0 channels")
                == true)
        #expect(
            try sentence(.format(tag: 1, channels: 2, block: 3, bits: 12))?.contains(
                "0 bytes a sample") == true)
        #expect(
            try sentence(.format(tag: 0x11, block: 3, bits: 4))?.contains("blocks of 3 bytes")
                == true)
        #expect(
            try sentence(.format(tag: 0x31, channels: 2, block: 65, bits: 0))?.contains(
                "one channel") == true)
        let three = try refused(
            .riff(.chunk("fmt ", .format(tag: 1, channels: 3, block: 6, bits: 16)), data))
        #expect(three?.kind == .tooManyChannels)
        #expect(three?.sentence.hasPrefix("The recording has 3 channels") == true)
        #expect(try refused(.riff(data))?.sentence.contains("no format chunk") == true)
        let format = [UInt8].chunk("fmt ", .format(tag: 1, block: 2, bits: 16))
        #expect(try refused(.riff(format))?.sentence.contains("no data chunk") == true)
        #expect(try refused([UInt8]("RIFF"))?.sentence.contains("ends within it") == true)
    }

    @Test("say where the sound ends within the last block of a block codec")
    func fact() throws {
        let block = [UInt8](repeating: 0x21, count: 256)
        func frames(_ fact: Int) throws -> Int {
            try recording(
                .riff(
                    .chunk(
                        "fmt ",
                        .format(
                            tag: 0x11, block: 256, bits: 4, extra: .little(2, 2) + .little(505, 2))),
                    .chunk("fact", .little(fact, 4)), .chunk("data", block + block))
            ).frameCount
        }
        // A block of 256 bytes holds 505 frames; a count outside the last block is not believed.
        #expect(try frames(1010) == 1010)
        #expect(try frames(700) == 700)
        #expect(try frames(505) == 1010)
        #expect(try frames(100_000) == 1010)
        #expect(try frames(0) == 1010)
    }

    @Test("in big-endian order are understood")
    func bigEndian() throws {
        let format: [UInt8] = [0, 1, 0, 1, 0, 0, 0x1F, 0x40, 0, 0, 0x3E, 0x80, 0, 2, 0, 16]
        let data = Self.samples.flatMap { [UInt8].little(Int($0), 2).reversed() }
        let bytes =
            [UInt8]("RIFX") + [0, 0, 0, 0] + [UInt8]("WAVEfmt ") + [0, 0, 0, 16] + format
            + [UInt8]("data") + .little(data.count, 4).reversed() + data
        let folder = try SampleFolder()
        #expect(try decode(folder.file("recording", bytes)).samples == Self.samples)
    }
}
