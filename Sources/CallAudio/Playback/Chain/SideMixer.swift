import CallModel

/// Makes of a recording's channels what is heard: the sides that are let through, at their levels, on
/// one lane or two.
struct SideMixer {
    private enum Routing {
        case asRecorded
        case only(channel: Int)
        case mean
    }

    /// Channels that come out, one or two.
    let laneCount: Int
    private let channelCount: Int
    private let routing: Routing
    /// The factor of each channel; nil where it stays as it is, bit for bit.
    private let gains: [Float?]
    private var limiters: [PeakLimiter]

    /// Mixes a recording of a layout for a device with so many channels (> 0). `gainsDB` are those of
    /// each channel; none where nothing is levelled.
    init(
        layout: ChannelLayout, sampleRate: Int, sides: AudibleSides, gainsDB: [Double],
        deviceChannels: Int
    ) {
        channelCount = layout.channelCount
        if channelCount == 1 {
            routing = .asRecorded
        } else if case .only(let side) = sides, let channel = layout.channel(of: side) {
            routing = .only(channel: channel)
        } else {
            routing = deviceChannels == 1 ? .mean : .asRecorded
        }
        laneCount = if case .asRecorded = routing { channelCount } else { 1 }
        gains = (0..<channelCount).map { channel in
            guard gainsDB.indices.contains(channel), gainsDB[channel] != 0 else { return nil }
            return Decibels.factor(gainsDB[channel])
        }
        limiters = [PeakLimiter](
            repeating: PeakLimiter(sampleRate: sampleRate), count: channelCount)
    }

    /// Mixes frames of the recording into `lanes`, which it replaces; returns the largest magnitude in
    /// each channel as it is heard, 0 for one that is not let through.
    mutating func mix(_ frames: UnsafeBufferPointer<Int16>, into lanes: inout [Int16])
        -> SIMD2<Int32>
    {
        lanes.removeAll(keepingCapacity: true)
        var peaks = SIMD2<Int32>.zero
        let frameCount = frames.count / channelCount
        for frame in 0..<frameCount {
            switch routing {
            case .asRecorded:
                for channel in 0..<channelCount {
                    lanes.append(heard(frames[frame * channelCount + channel], channel, &peaks))
                }
            case .only(let channel):
                lanes.append(heard(frames[frame * channelCount + channel], channel, &peaks))
            case .mean:
                let sum =
                    Int(heard(frames[frame * 2], 0, &peaks))
                    + Int(heard(frames[frame * 2 + 1], 1, &peaks))
                // Rounded toward zero, so that silence stays silent.
                lanes.append(Int16(sum / 2))
            }
        }
        return peaks
    }

    private mutating func heard(
        _ sample: Int16, _ channel: Int, _ peaks: inout SIMD2<Int32>
    ) -> Int16 {
        var sample = sample
        if let gain = gains[channel] {
            sample = Int16(limiters[channel].limited(Float(sample) * gain).rounded())
        }
        peaks[channel] = max(peaks[channel], abs(Int32(sample)))
        return sample
    }
}
