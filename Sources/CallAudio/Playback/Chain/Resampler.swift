import CSampleRate

/// Brings sound to the sample rate of a device that refuses the recording's.
///
/// By libsamplerate, whose licence (BSD) also allows a program that is one file; libsoxr's (LGPL) asks
/// for more there.
final class Resampler {
    /// Device frames for each frame that goes in.
    let ratio: Double
    private let state: OpaquePointer
    private let channelCount: Int

    /// A resampler by a ratio for a channel count; nil where the library refuses.
    init?(ratio: Double, channelCount: Int) {
        var error: Int32 = 0
        guard let state = src_new(Int32(SRC_SINC_MEDIUM_QUALITY), Int32(channelCount), &error)
        else { return nil }
        self.state = state
        self.ratio = ratio
        self.channelCount = channelCount
    }

    deinit { src_delete(state) }

    /// Resamples frames of -1...1 and appends what comes out; `isLast` says that none follow. All
    /// that goes in is taken in.
    func process(_ frames: [Float], isLast: Bool, into output: inout [Float]) {
        var taken = 0
        let count = frames.count / channelCount
        while true {
            let room = Int(Double(count - taken) * ratio) + 256
            var data = SRC_DATA()
            data.src_ratio = ratio
            data.end_of_input = isLast ? 1 : 0
            data.input_frames = count - taken
            data.output_frames = room
            var status: Int32 = 0
            let piece = [Float](unsafeUninitializedCapacity: room * channelCount) {
                buffer, filled in
                frames.withUnsafeBufferPointer { input in
                    data.data_in = input.baseAddress.map { $0 + taken * channelCount }
                    data.data_out = buffer.baseAddress
                    status = src_process(state, &data)
                }
                filled = status == 0 ? data.output_frames_gen * channelCount : 0
            }
            output.append(contentsOf: piece)
            taken += data.input_frames_used
            let isDry = data.output_frames_gen == 0 && data.input_frames_used == 0
            if status != 0 || isDry || taken == count && !isLast { return }
        }
    }
}
