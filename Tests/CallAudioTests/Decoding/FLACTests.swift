import CallModel
import Testing

@testable import CallAudio

@Suite("FLAC")
struct FLACTests {
    /// Blocks of which none fits into what is read at once.
    static let voice = SampleSounds.voice(frames: 1003, channels: 2)
    static let stream = WrittenFLAC(blockSize: 16).bytes(voice.map(Int.init))

    private func reader(_ bytes: [UInt8], _ folder: SampleFolder) throws -> FLACReader {
        let recorded = try RecordedBytes(path: folder.file("reader", bytes))
        return try FLACReader(
            ByteRegion(recorded, range: 0..<recorded.count), path: recorded.path)
    }

    private func frames(_ reader: FLACReader, _ count: Int) throws -> [Int16] {
        var buffer = [Int16](repeating: -1, count: 2 * count)
        let got = try buffer.withUnsafeMutableBufferPointer { try reader.read(into: $0) }
        return Array(buffer[..<(2 * got)])
    }

    @Test(
        "of 8 to 24 bits becomes 16 as in WAV: rounded to nearest, and full scale does not wrap",
        arguments: [8, 12, 16, 20, 24], [1, 2])
    func depths(_ bitCount: Int, _ channels: Int) throws {
        let folder = try SampleFolder()
        let full = 1 << (bitCount - 1)
        let half = max(1, (1 << bitCount) >> 17)
        let values = [
            0, 1, -1, half, half - 1, -half, -half - 1, 3 * half, full - 1, -full, full / 3,
            -full / 3,
        ]
        let written = WrittenFLAC(bitCount: bitCount, channels: channels)
        let path = try folder.file("recording", written.bytes(values))
        let (call, samples) = try decode(path)
        let expected = values.map { value in
            bitCount > 16
                ? Int16(min(32767, (value + half) >> (bitCount - 16)))
                : Int16(value << (16 - bitCount))
        }
        #expect(samples == expected)
        #expect(call.recording.files[0].codec == .flac)
        #expect(call.recording.files[0].headerFrameCount == values.count / channels)
        #expect(Set(call.recording.flaws).isSubset(of: [.clipped, .silent]))
        guard bitCount == 24 else { return }
        let wave = try folder.file(
            "24.wav",
            .riff(
                .chunk("fmt ", .format(tag: 1, channels: channels, block: 3 * channels, bits: 24)),
                .chunk("data", values.flatMap { [UInt8].little($0, 3) })))
        #expect(try decode(wave).samples == samples)
    }

    @Test(
        "comes in pieces of any size, whatever the size of its blocks", arguments: [1, 3, 16, 50])
    func pieces(_ count: Int) throws {
        let folder = try SampleFolder()
        let reader = try reader(Self.stream, folder)
        var samples: [Int16] = []
        while true {
            let next = try frames(reader, count)
            if next.isEmpty { break }
            samples += next
        }
        #expect(samples == Self.voice)
        #expect(reader.decodingFlaws == [])
        #expect(reader.readShare > 0.9)
    }

    @Test("can be sought from any frame to any, behind an ID3 tag too")
    func seeks() throws {
        let folder = try SampleFolder()
        let tag = [UInt8]("ID3") + [4, 0, 0, 0, 0, 0, 20] + [UInt8](repeating: 0, count: 20)
        let path = try folder.file("recording", tag + Self.stream)
        let (call, samples) = try decode(path)
        #expect(samples == Self.voice)
        #expect(call.recording.files[0].container == .flac)
        let sound = try CallSound(CallSource(path: path), recording: call.recording)
        #expect(sound.isDirect)
        try SoundProbe(sound, samples).checkSeeks(seed: 3)

        let reader = try reader(Self.stream, folder)
        for goal in [0, 1002, 15, 16, 17, 500, 499, 0, 1001] {
            try reader.seek(to: goal)
            #expect(try frames(reader, 40) == Array(Self.voice.dropFirst(2 * goal).prefix(80)))
        }
        try reader.seek(to: 5000)
        #expect(try frames(reader, 4) == [])
    }

    @Test("that promises more than it has refuses a seek there, and finds its way back")
    func lostSeek() throws {
        let folder = try SampleFolder()
        let bytes = WrittenFLAC(promised: 100_000).bytes(Self.voice.map(Int.init))
        let reader = try reader(bytes, folder)
        let error = #expect(throws: AudioError.self) { try reader.seek(to: 90_000) }
        #expect(error?.kind == .unreadable)
        try reader.seek(to: 700)
        #expect(try frames(reader, 20) == Array(Self.voice[1400..<1440]))
    }

    @Test("that was damaged is heard on after the damage, and said to be damaged")
    func damage() throws {
        let folder = try SampleFolder()
        var bytes = Self.stream
        bytes[bytes.count / 2] ^= 0x10
        let (call, samples) = try decode(folder.file("recording", bytes))
        #expect(call.recording.flaws == [.damaged])
        #expect(samples.count >= Self.voice.count - 2 * 16)
        #expect(samples.prefix(900) == Self.voice.prefix(900))
        #expect(samples.suffix(900) == Self.voice.suffix(900))
    }

    @Test("that was cut off is truncated, between blocks or within one, its length promised or not")
    func cut() throws {
        let folder = try SampleFolder()
        let block = WrittenFLAC().block(Self.voice.prefix(32).map(Int.init), number: 0).count
        for (lost, promised) in [(block, nil), (block - 5, nil), (5, nil), (5, 0)] as [(Int, Int?)]
        {
            let whole = WrittenFLAC(promised: promised).bytes(Self.voice[..<1600].map(Int.init))
            let path = try folder.file("recording", whole.dropLast(lost))
            let (call, samples) = try decode(path)
            #expect(call.recording.flaws == [.truncated], "\(lost) \(promised as Int?)")
            #expect(samples == Array(Self.voice[..<1568]))
        }
    }

    @Test("whose length nobody wrote down is whole, and is not sought")
    func uncounted() throws {
        let folder = try SampleFolder()
        let path = try folder.file(
            "recording", WrittenFLAC(promised: 0).bytes(Self.voice.map(Int.init)))
        let (call, samples) = try decode(path)
        #expect(samples == Self.voice)
        #expect(call.recording.flaws == [])
        #expect(call.recording.files[0].headerFrameCount == nil)
        #expect(try CallSound(CallSource(path: path), recording: call.recording).isDirect == false)
    }

    @Test("passes over a block of another number of channels, and is damaged then")
    func foreignBlock() throws {
        let folder = try SampleFolder()
        let written = WrittenFLAC(promised: 48)
        let samples = Self.voice.prefix(96).map(Int.init)
        let bytes =
            written.head(frames: 48) + written.block(Array(samples[..<32]), number: 0)
            + WrittenFLAC(channels: 1).block(Array(samples[32..<48]), number: 1)
            + written.block(Array(samples[64...]), number: 2)
        let (call, decoded) = try decode(folder.file("recording", bytes))
        #expect(call.recording.flaws == [.damaged])
        #expect(decoded == Array(Self.voice[..<32] + Self.voice[64..<96]))
    }

    @Test("is refused by name where its header says nothing, or what is no call's")
    func refusals() throws {
        let folder = try SampleFolder()
        let samples = [Int](repeating: 5, count: 96)
        let three = WrittenFLAC(channels: 3).bytes(samples)
        #expect(refusal(try folder.file("three", three))?.kind == .tooManyChannels)
        let none = [UInt8]("fLaC") + [0x81, 0, 0, 4, 0, 0, 0, 0]
        #expect(refusal(try folder.file("none", none))?.kind == .malformed)
        let fast = WrittenFLAC().head(frames: 9, rate: 500_000)
        #expect(refusal(try folder.file("fast", fast))?.sentence.contains("500000 Hz") == true)
    }

    @Test("says in comments what they say first, in any case, in Latin-1 where it is not UTF-8")
    func words() throws {
        let folder = try SampleFolder()
        let body = WrittenFLAC.comments([
            [UInt8]("TITLE=Call 4"), [UInt8]("title=Call 5"),
            [UInt8]("Artist=") + [0x5A, 0x6F, 0xEB],
            [UInt8]("no equals sign"), [UInt8]("DATE="), [UInt8]("comment=a=b"),
        ])
        let written = WrittenFLAC(metadata: [(type: 4, body: body)])
        let path = try folder.file("recording", written.bytes(Self.voice.map(Int.init)))
        let words = try decode(path).call.metadata[0]
        #expect(words.title == "Call 4")
        #expect(words.artist == "Zoë")
        #expect(words.date == nil)
        #expect(words.comment == "a=b")
    }
}
