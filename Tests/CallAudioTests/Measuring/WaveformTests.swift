import CallAudio
import CallModel
import Testing

@Suite("Waveforms")
struct WaveformTests {
    private static func waveform(
        _ samples: [Int16], channels: Int, points: Int, blocks: [Int] = [4096]
    ) -> Waveform {
        var meter = WaveformMeter(
            sampleRate: 8000, channelCount: channels, framesPerPoint: points)
        Listening.feed(samples, channels: channels, blocks: blocks) { meter.consume($0) }
        return meter.finish()
    }

    private static func noise(_ count: Int) -> [Int16] {
        var generator = SeededGenerator(seed: 1)
        return (0..<count).map { _ in Int16(truncatingIfNeeded: generator.next()) }
    }

    @Test("a point holds the extremes of its frames, per channel", arguments: [1, 2])
    func extremes(channels: Int) {
        let samples = Self.noise(channels * 1003)
        let waveform = Self.waveform(samples, channels: channels, points: 100)
        #expect(waveform.pointCount == 11)
        for point in 0..<11 {
            for channel in 0..<channels {
                let values = (point * 100..<min(1003, point * 100 + 100)).map {
                    samples[$0 * channels + channel]
                }
                #expect(waveform.minimum(point: point, channel: channel) == values.min())
                #expect(waveform.maximum(point: point, channel: channel) == values.max())
            }
        }
    }

    @Test("the size of the blocks changes nothing")
    func blockSizes() {
        let samples = Self.noise(2 * 1000)
        let whole = Self.waveform(samples, channels: 2, points: 256, blocks: [1000])
        for blocks in [[1], [3, 17, 256], [255, 2]] {
            #expect(Self.waveform(samples, channels: 2, points: 256, blocks: blocks) == whole)
        }
    }

    @Test("a coarser zoom is what measuring at that zoom gives")
    func coarser() {
        let samples = Self.noise(2 * 1003)
        #expect(
            Self.waveform(samples, channels: 2, points: 64).coarser(by: 4)
                == Self.waveform(samples, channels: 2, points: 256))
    }

    @Test("nothing gives a waveform without points")
    func empty() {
        #expect(Self.waveform([], channels: 2, points: 256).pointCount == 0)
        #expect(WaveformMeter.defaultFramesPerPoint(sampleRate: 8000) == 256)
    }

    private static let sample = Waveform(
        sampleRate: 48000, framesPerPoint: 512, channelCount: 2,
        extremes: [-16640, 16128, -16896, 16384, -255, 255, -32768, 32767])

    @Test("the binary file has the bytes that audiowaveform documents")
    func binary() {
        let bytes = WaveformFile(waveform: Self.sample).binary()
        #expect(
            bytes.prefix(24)
                == [2, 0, 0, 0, 1, 0, 0, 0, 0x80, 0xbb, 0, 0, 0, 2, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0])
        // Over 256, towards zero.
        let values = bytes.dropFirst(24).map { Int8(bitPattern: $0) }
        #expect(values == [-65, 63, -66, 64, 0, 0, -128, 127])
        let wide = WaveformFile(waveform: Self.sample, resolution: .sixteenBits).binary()
        #expect(wide.count == 24 + 16)
        #expect(wide[4] == 0)
        #expect(wide[24..<28] == [0x00, 0xbf, 0x00, 0x3f])
    }

    @Test("the JSON has the fields that audiowaveform documents")
    func json() {
        #expect(
            WaveformFile(waveform: Self.sample).json()
                == """
                {"version":2,"channels":2,"sample_rate":48000,"samples_per_pixel":512,"bits":8,\
                "length":2,"data":[-65,63,-66,64,0,0,-128,127]}\n
                """)
        let wide = WaveformFile(waveform: Self.sample, resolution: .sixteenBits).json()
        #expect(wide.contains("\"bits\":16"))
        #expect(wide.hasSuffix("[-16640,16128,-16896,16384,-255,255,-32768,32767]}\n"))
    }

    @Test("what was written is read again")
    func roundTrip() throws {
        let wide = WaveformFile(waveform: Self.sample, resolution: .sixteenBits)
        #expect(try WaveformFile(binary: wide.binary()) == wide)
        let narrow = try WaveformFile(binary: WaveformFile(waveform: Self.sample).binary())
        #expect(narrow.resolution == .eightBits)
        #expect(narrow.waveform.minimum(point: 0, channel: 0) == -16640)
        #expect(narrow.waveform.maximum(point: 1, channel: 1) == 127 * 256)
        #expect(narrow.binary() == WaveformFile(waveform: Self.sample).binary())
    }

    @Test("a file of version 1 is read as one channel")
    func versionOne() throws {
        var bytes = WaveformFile(waveform: Self.sample).binary()
        bytes.removeSubrange(20..<24)
        bytes[0] = 1
        bytes[16] = 4
        let file = try WaveformFile(binary: bytes)
        #expect(file.waveform.channelCount == 1)
        #expect(file.waveform.pointCount == 4)
        #expect(file.waveform.minimum(point: 1, channel: 0) == -66 * 256)
    }

    @Test("bytes that are no waveform file are refused with a reason")
    func refusals() {
        let good = WaveformFile(waveform: Self.sample).binary()
        func altered(_ index: Int, _ value: UInt8) -> [UInt8] {
            var bytes = good
            bytes[index] = value
            return bytes
        }
        #expect(throws: WaveformFileError.tooShort(byteCount: 3)) {
            try WaveformFile(binary: [2, 0, 0])
        }
        #expect(throws: WaveformFileError.unknownVersion(7)) {
            try WaveformFile(binary: altered(0, 7))
        }
        #expect(throws: WaveformFileError.badHeader(field: "channels", value: 9)) {
            try WaveformFile(binary: altered(20, 9))
        }
        #expect(throws: WaveformFileError.truncated(promised: 12, found: 8)) {
            try WaveformFile(binary: altered(16, 3))
        }
        #expect(throws: WaveformFileError.badHeader(field: "length", value: -2_147_483_646)) {
            try WaveformFile(binary: altered(19, 0x80))
        }
    }
}
