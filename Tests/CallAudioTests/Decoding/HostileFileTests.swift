import CSndFile
import CallModel
import Testing

@testable import CallAudio

@Suite("Hostile files")
struct HostileFileTests {
    /// Small files of every sort that is decoded.
    static func seeds(_ folder: SampleFolder) throws -> [[UInt8]] {
        let voice = SampleSounds.voice(frames: 700)
        let formats = WrittenFormat.wav + WrittenFormat.others.filter { $0.codec != .opus }
        var seeds = try formats.map {
            try folder.written(
                $0.channels == 2 ? SampleSounds.voice(frames: 700, channels: 2) : voice,
                format: $0.format, channels: $0.channels)
        }
        let mp3 = try folder.written(
            SampleSounds.voice(frames: 4000), format: MP3Tests.format, variableBitRate: true)
        seeds.append(mp3)
        seeds.append(
            .riff(
                .chunk("fmt ", .format(tag: 0x55, block: 1, bits: 0, extra: [0, 0])),
                .chunk("data", mp3)))
        seeds.append(try folder.written(voice, format: SF_FORMAT_RAW | SF_FORMAT_GSM610))
        return seeds
    }

    @Test(
        "2,000 seeded mutations neither crash nor hang nor decode without end",
        arguments: [1, 2, 3, 4])
    func mutations(_ seed: UInt64) throws {
        let folder = try SampleFolder()
        let seeds = try Self.seeds(folder)
        var noise = SampleSounds.Noise(state: seed)
        var decodedCount = 0
        for round in 0..<500 {
            var bytes = seeds[round % seeds.count]
            // Headers lie at the front: that is where most of the harm is done.
            let reach = Bool.random(using: &noise) ? min(128, bytes.count) : bytes.count
            for _ in 0..<Int.random(in: 1...8, using: &noise) {
                let index = Int.random(in: 0..<reach, using: &noise)
                switch Int.random(in: 0..<4, using: &noise) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &noise)
                case 1: bytes[index] = [0, 0xFF, 0x7F, 0x80].randomElement(using: &noise)!
                case 2: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &noise)
                default:
                    for place in index..<min(index + 4, bytes.count) { bytes[place] = 0xFF }
                }
            }
            if Int.random(in: 0..<5, using: &noise) == 0 {
                bytes.removeLast(Int.random(in: 0..<bytes.count, using: &noise))
            }
            let path = try folder.file("mutation", bytes)
            do {
                var none = NoConsumer()
                let call = try CallDecoder(CallSource(path: path)).decode(into: &none) { frames in
                    // No codec here makes more than 8 samples of a bit.
                    if frames > 64 * 8 * bytes.count {
                        throw AudioError(kind: .malformed, path: path, sentence: "endless")
                    }
                }
                #expect(call.recording.sampleRate > 0)
                decodedCount += 1
            } catch let error as AudioError {
                #expect(
                    error.sentence != "endless", "mutation \(round) of \(seed) decodes without end")
                #expect(error.sentence.count > 10)
            }
        }
        #expect(decodedCount > 125)
    }

    @Test("never choose a parser by their name")
    func names() throws {
        let folder = try SampleFolder()
        var noise = SampleSounds.Noise(state: 5)
        let random = (0..<5001).map { _ in UInt8.random(in: 0...255, using: &noise) }
        for name in ["sound.vox", "sound.gsm", "sound.wav", "sound.mp3", "sound.sd2", "sound"] {
            #expect(refusal(try folder.file(name, random)) != nil)
        }
    }

    @Test("of four gigabytes by their header take what is there and no more")
    func absurdSizes() throws {
        let folder = try SampleFolder()
        let bytes =
            [UInt8]("RIFF") + .little(0xFFFF_FFF0, 4) + [UInt8]("WAVE")
            + .chunk(
                "fmt ", .format(tag: 2, channels: 2, block: 256, bits: 4, extra: [0xFF, 0xFF]),
                size: 18)
            + [UInt8]("data") + .little(0x7000_0000, 4) + [UInt8](repeating: 3, count: 256)
        let recording = try decode(folder.file("recording", bytes)).call.recording
        #expect(recording.frameCount == 244)
        #expect(recording.flaws.contains(.truncated))
        var wide = try folder.written(
            SampleSounds.voice(frames: 700), format: SF_FORMAT_W64 | SF_FORMAT_IMA_ADPCM)
        let data = try #require(
            (40..<wide.count - 4).first { wide[$0..<$0 + 4].elementsEqual("data".utf8) })
        wide[data + 23] = 0x70
        let path = try folder.file("wide", wide)
        #expect(try CallDecoder(CallSource(path: path)).expectedFrameCount == .max)
        #expect(try decode(path).call.recording.flaws == [.truncated])
        let endless = [UInt8]("ID3") + [4, 0, 0, 0x7F, 0x7F, 0x7F, 0x7F] + [1, 2, 3]
        #expect(refusal(try folder.file("tag", endless))?.kind == .malformed)
    }

    @Test("are read by the library within an allowance")
    func allowance() throws {
        let folder = try SampleFolder()
        let bytes = try RecordedBytes(
            path: folder.file("small", [UInt8](repeating: 1, count: 1000)))
        let region = ByteRegion(bytes, range: 100..<5000, prefix: [9, 9])
        #expect(region.count == 902)
        var buffer = [UInt8](repeating: 0, count: 4)
        #expect(buffer.withUnsafeMutableBytes { region.read(into: $0) } == 4)
        #expect(buffer == [9, 9, 1, 1])
        #expect(region.seek(-1, whence: 0) == -1)
        #expect(region.seek(0, whence: 2) == 902)
        #expect(region.seek(Int.max, whence: 1) == -1)
        #expect(buffer.withUnsafeMutableBytes { region.read(into: $0) } == 0)
        var total = 0
        var big = [UInt8](repeating: 0, count: 1 << 16)
        for _ in 0..<1_000_000 {
            _ = region.seek(0, whence: 0)
            let got = big.withUnsafeMutableBytes { region.read(into: $0) }
            if got == 0 { break }
            total += got
        }
        #expect(total < 1 << 25)
    }
}
