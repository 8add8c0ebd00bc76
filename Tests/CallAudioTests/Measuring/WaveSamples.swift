/// 16-bit samples and their WAV file, as plain as the format allows.
struct WaveSamples {
    var samples: [Int16]
    var channelCount: Int
    var sampleRate: Int

    init(samples: [Int16], channelCount: Int, sampleRate: Int) {
        self.samples = samples
        self.channelCount = channelCount
        self.sampleRate = sampleRate
    }

    /// The samples of a file; nil where it is no 16-bit WAV file.
    init?(file bytes: [UInt8]) {
        func number(_ offset: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }
        var offset = 12
        var format: (channels: Int, rate: Int, bits: Int)?
        while offset + 8 <= bytes.count {
            let name = String(decoding: bytes[offset..<offset + 4], as: UTF8.self)
            let length = number(offset + 4, 4)
            if name == "fmt " {
                format = (number(offset + 10, 2), number(offset + 12, 4), number(offset + 22, 2))
            } else if name == "data" {
                guard let format, format.bits == 16 else { return nil }
                let end = min(bytes.count, offset + 8 + length)
                samples = stride(from: offset + 8, to: end - 1, by: 2).map {
                    Int16(truncatingIfNeeded: number($0, 2))
                }
                channelCount = format.channels
                sampleRate = format.rate
                return
            }
            offset += 8 + length + length % 2
        }
        return nil
    }

    /// The bytes of the file.
    func file() -> [UInt8] {
        var bytes: [UInt8] = []
        func put(_ text: String) { bytes += Array(text.utf8) }
        func put(_ number: Int, _ count: Int) {
            for index in 0..<count {
                bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index)))
            }
        }
        put("RIFF")
        put(36 + 2 * samples.count, 4)
        put("WAVEfmt ")
        put(16, 4)
        put(1, 2)
        put(channelCount, 2)
        put(sampleRate, 4)
        put(sampleRate * channelCount * 2, 4)
        put(channelCount * 2, 2)
        put(16, 2)
        put("data")
        put(2 * samples.count, 4)
        for sample in samples { put(Int(sample), 2) }
        return bytes
    }
}
