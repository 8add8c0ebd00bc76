/// FLAC streams written by hand (RFC 9639), uncompressed: of any depth, and wrong where a test wants
/// them wrong.
struct WrittenFLAC {
    var bitCount = 16
    var channels = 2
    /// Frames of a block; the last one may be shorter.
    var blockSize = 16
    /// What STREAMINFO promises; 0 where it leaves that open.
    var promised: Int?
    /// Blocks of metadata after STREAMINFO: a type and a body.
    var metadata: [(type: UInt8, body: [UInt8])] = []

    /// The stream of samples that lie beside one another.
    func bytes(_ samples: [Int]) -> [UInt8] {
        let size = blockSize * channels
        let blocks = stride(from: 0, to: samples.count, by: size).map {
            Array(samples[$0..<min($0 + size, samples.count)])
        }
        return head(frames: promised ?? samples.count / channels)
            + blocks.indices.flatMap { block(blocks[$0], number: $0) }
    }

    /// The marker, STREAMINFO and the other metadata.
    func head(frames: Int, rate: Int = 8000) -> [UInt8] {
        var info = Bits()
        info.put(blockSize, 16)
        info.put(blockSize, 16)
        info.put(0, 48)
        info.put(rate, 20)
        info.put(channels - 1, 3)
        info.put(bitCount - 1, 5)
        info.put(frames, 36)
        info.put(0, 128)
        let all = [(type: UInt8(0), body: info.bytes)] + metadata
        return [UInt8]("fLaC")
            + all.enumerated().flatMap { index, block in
                [block.type | (index == all.count - 1 ? 0x80 : 0)]
                    + big(block.body.count, 3) + block.body
            }
    }

    /// One block, each channel verbatim.
    func block(_ samples: [Int], number: Int) -> [UInt8] {
        let codes = [8: 1, 12: 2, 16: 4, 20: 5, 24: 6]
        var frame: [UInt8] = [
            0xFF, 0xF8, 0x70, UInt8((channels - 1) << 4 | codes[bitCount]! << 1), UInt8(number),
        ]
        frame += big(samples.count / channels - 1, 2)
        frame.append(UInt8(Self.check(frame, polynomial: 0x07, width: 8)))
        var bits = Bits()
        for channel in 0..<channels {
            bits.put(0x02, 8)
            for index in stride(from: channel, to: samples.count, by: channels) {
                bits.put(samples[index], bitCount)
            }
        }
        frame += bits.bytes
        return frame + big(Self.check(frame, polynomial: 0x8005, width: 16), 2)
    }

    /// A comment block's body.
    static func comments(_ comments: [[UInt8]]) -> [UInt8] {
        .little(0, 4) + .little(comments.count, 4)
            + comments.flatMap { [UInt8].little($0.count, 4) + $0 }
    }

    private func big(_ value: Int, _ width: Int) -> [UInt8] {
        [UInt8].little(value, width).reversed()
    }

    private static func check(_ bytes: [UInt8], polynomial: Int, width: Int) -> Int {
        bytes.reduce(0) { sum, byte in
            (0..<8).reduce(sum ^ Int(byte) << (width - 8)) { sum, _ in
                let shifted = sum << 1
                return (shifted >> width & 1 == 1 ? shifted ^ polynomial : shifted)
                    & (1 << width - 1)
            }
        }
    }

    /// Numbers of any width, the highest bit first; a last byte is filled with zeros.
    private struct Bits {
        private(set) var bytes: [UInt8] = []
        private var used = 8

        mutating func put(_ value: Int, _ width: Int) {
            for bit in (0..<width).reversed() {
                if used == 8 {
                    bytes.append(0)
                    used = 0
                }
                used += 1
                let isSet = bit < 64 && value >> bit & 1 == 1
                if isSet { bytes[bytes.count - 1] |= 1 << UInt8(8 - used) }
            }
        }
    }
}
