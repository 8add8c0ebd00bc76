/// A stretch of decoded sound, lent by the decoder until the closure that was given it returns.
///
/// 16-bit samples, the channels of a frame beside one another:
/// `samples.count == frameCount * channelCount`. What was coded in more than 16 bits is rounded
/// to nearest, and clipped at full scale.
public struct SampleBlock {
    /// The samples, frame by frame.
    public let samples: UnsafeBufferPointer<Int16>
    /// One channel or two.
    public let channelCount: Int

    /// Lends samples; their count is a multiple of the channel count.
    public init(samples: UnsafeBufferPointer<Int16>, channelCount: Int) {
        self.samples = samples
        self.channelCount = channelCount
    }

    /// Frames in the block.
    public var frameCount: Int { samples.count / channelCount }
}

/// Something that eats decoded blocks in order: the waveform, the profile, an exporter.
public protocol SampleConsumer {
    /// Eats the next block of the recording.
    mutating func consume(_ block: SampleBlock)
}
