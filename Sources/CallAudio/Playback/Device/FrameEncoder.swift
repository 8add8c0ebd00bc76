/// Writes samples as a device takes them: each lane on its channel, one lane on all.
struct FrameEncoder {
    private let format: DeviceFormat
    private let laneCount: Int

    init(format: DeviceFormat, laneCount: Int) {
        self.format = format
        self.laneCount = laneCount
    }

    /// Appends frames of 16-bit samples, bit for bit.
    func append(_ lanes: [Int16], to bytes: inout [UInt8]) {
        append(lanes.count, to: &bytes) { Int32(lanes[$0]) << 16 }
    }

    /// Appends frames of samples in -1...1, rounded to nearest, what is beyond brought to full scale.
    func append(_ lanes: [Float], to bytes: inout [UInt8]) {
        // Rounding to 16 bits here keeps the widening below the same for both kinds of samples.
        let isShort = format.coding == .int16
        append(lanes.count, to: &bytes) { index in
            let sample = Double(lanes[index])
            guard isShort else {
                return Int32(min(max((sample * 0x1p31).rounded(), -0x1p31), 0x1p31 - 1))
            }
            return Int32(min(max((sample * 32768).rounded(), -32768), 32767)) << 16
        }
    }

    /// `sample` gives the sample of an index, at the full scale of 32 bits.
    private func append(_ count: Int, to bytes: inout [UInt8], sample: (Int) -> Int32) {
        for frame in 0..<(count / laneCount) {
            for channel in 0..<format.channelCount {
                // A device with more channels than lanes hears them on its first two.
                guard laneCount == 1 || channel < laneCount else {
                    put(0, to: &bytes)
                    continue
                }
                put(sample(frame * laneCount + (laneCount == 1 ? 0 : channel)), to: &bytes)
            }
        }
    }

    private func put(_ sample: Int32, to bytes: inout [UInt8]) {
        let pattern: UInt32 =
            switch format.coding {
            case .int16: UInt32(bitPattern: sample >> 16)
            case .int24, .int24Packed: UInt32(bitPattern: sample >> 8)
            case .int32: UInt32(bitPattern: sample)
            case .float32: (Float(sample) * 0x1p-31).bitPattern
            }
        for byte in 0..<format.coding.byteCount {
            bytes.append(UInt8(truncatingIfNeeded: pattern >> (8 * UInt32(byte))))
        }
    }
}
