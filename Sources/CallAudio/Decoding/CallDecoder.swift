public import CallModel

/// Decodes the sound of one call, once, from its first frame to its last, in blocks, in constant
/// memory whatever its length.
///
/// Everything that wants the sound eats the same blocks in the same pass. One decoder belongs to one
/// thread.
public struct CallDecoder: ~Copyable {
    /// Whose channel is which.
    public let layout: ChannelLayout
    private let stream: SideBySide

    /// Opens the files of a call, tells them by their content and reads their headers; throws
    /// ``AudioError``.
    public init(_ source: CallSource) throws {
        stream = try SideBySide(source)
        layout = source.layout(channelCount: stream.channelCount)
    }

    /// Frames a second, in hertz.
    public var sampleRate: Int { stream.sampleRate }

    /// One channel or two.
    public var channelCount: Int { stream.channelCount }

    /// Frames that the headers promise, good for showing progress; nil where one promises nothing.
    public var expectedFrameCount: Int? { stream.promisedFrameCount }

    /// The largest magnitude that a sample of this recording can have: 32,124 for mu-law, 32,256 for
    /// A-law, 32,767 for most others; of two files the smaller.
    public var fullScale: Int { stream.files.map { $0.traits.codec.fullScale }.min()! }

    /// Whether any frame of these files could be sought exactly; where not, a player wants a
    /// lossless copy.
    public var seeksExactly: Bool { stream.files.allSatisfy { $0.traits.seeksExactly } }

    /// Decodes everything, feeding a consumer with blocks of at most 8192 frames, and hashes the
    /// files on the way.
    ///
    /// `progress` is told the frames done after every block; what it throws ends the decoding and is
    /// thrown on. Throws ``AudioError`` where the disk fails; damage in the sound is a flaw of the
    /// recording instead.
    public consuming func decode<Consumer: SampleConsumer>(
        into consumer: inout Consumer, progress: (Int) throws -> Void = { _ in }
    ) throws -> DecodedCall {
        let channelCount = stream.channelCount
        let buffer = UnsafeMutableBufferPointer<Int16>.allocate(
            capacity: SideBySide.blockFrameCount * channelCount)
        defer { buffer.deallocate() }
        let codecs = stream.files.map(\.traits.codec)
        var check = SoundCheck(
            codecs: codecs.count == channelCount ? codecs : [codecs[0], codecs[0]])
        var frameCount = 0
        while true {
            let got = try stream.read(into: buffer)
            if got == 0 { break }
            let block = SampleBlock(
                samples: UnsafeBufferPointer(rebasing: buffer[..<(got * channelCount)]),
                channelCount: channelCount)
            check.consume(block)
            consumer.consume(block)
            frameCount += got
            try progress(frameCount)
        }
        return try decoded(frameCount: frameCount, soundFlaws: check.flaws)
    }

    private func decoded(frameCount: Int, soundFlaws: Set<RecordingFlaw>) throws -> DecodedCall {
        var flaws = soundFlaws
        for file in stream.files { flaws.formUnion(file.flaws) }
        // A pair of which one file has no frame is a call with a silent side, not an empty one.
        if frameCount > 0 { flaws.remove(.empty) }
        let sides: [Side?] = stream.files.count == 2 ? [.agent, .customer] : [nil]
        let recording = Recording(
            files: try zip(stream.files, sides).map { try $0.recordedFile(side: $1) },
            sampleRate: sampleRate, frameCount: frameCount, layout: layout,
            flaws: RecordingFlaw.allCases.filter(flaws.contains))
        return DecodedCall(recording: recording, metadata: stream.files.map(\.metadata))
    }
}

/// What decoding a call found.
public struct DecodedCall: Sendable, Codable, Hashable {
    /// The recording: files with their hashes, true length, flaws.
    public var recording: Recording
    /// What each of the recording's files says of itself, in their order.
    public var metadata: [EmbeddedMetadata]

    /// A finding.
    public init(recording: Recording, metadata: [EmbeddedMetadata]) {
        self.recording = recording
        self.metadata = metadata
    }
}
