import CSonic

/// Changes the speed of sound and keeps its pitch (libsonic: PICOLA and its kin).
final class TimeStretcher {
    /// Frames that the library may hold back while it looks for the next pitch period: two of the
    /// longest that it looks for.
    let heldFrames: Int
    private let stream: sonicStream
    private let channelCount: Int

    /// A stretcher for a sample rate in hertz, a channel count and a speed > 0; nil where there is no
    /// memory for it.
    init?(sampleRate: Int, channelCount: Int, speed: Double) {
        guard let stream = sonicCreateStream(Int32(sampleRate), Int32(channelCount)) else {
            return nil
        }
        self.stream = stream
        self.channelCount = channelCount
        heldFrames = 2 * (sampleRate / Int(SONIC_MIN_PITCH))
        sonicSetSpeed(stream, Float(speed))
    }

    deinit { sonicDestroyStream(stream) }

    /// Takes frames in.
    func write(_ frames: inout [Int16]) {
        let count = Int32(frames.count / channelCount)
        frames.withUnsafeMutableBufferPointer {
            _ = sonicWriteShortToStream(stream, $0.baseAddress, count)
        }
    }

    /// Takes in that there are no more.
    func finish() { _ = sonicFlushStream(stream) }

    /// Frames that can be read.
    var availableFrames: Int { Int(sonicSamplesAvailable(stream)) }

    /// Reads at most so many frames into an array, which it replaces.
    func read(_ count: Int, into frames: inout [Int16]) {
        let wanted = min(count, availableFrames)
        frames = [Int16](unsafeUninitializedCapacity: wanted * channelCount) { buffer, filled in
            let got = sonicReadShortFromStream(stream, buffer.baseAddress, Int32(wanted))
            filled = Int(max(0, got)) * channelCount
        }
    }
}
