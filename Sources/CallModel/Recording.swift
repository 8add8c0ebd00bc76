/// The SHA-256 of a file's bytes, as 64 lower-case hexadecimal digits: the same bytes are the same
/// recording, whatever the file is called and wherever it lies.
public typealias ContentHash = Identifier<RecordedFile>

/// The wrapping of the sound in a file, told from its first bytes.
public enum AudioContainer: String, Sendable, Codable, CaseIterable {
    case wav, wavex, w64, rf64, aiff, au, caf, voc, sphere, flac, ogg, mp3
    /// GSM 06.10 frames without a header.
    case gsm
    /// Samples without any header; nothing in the file says what they are.
    case headerless
}

/// The coding of the samples in a file.
public enum AudioCodec: String, Sendable, Codable, CaseIterable {
    case pcm8, pcm16, pcm24, pcm32, float32, float64
    case muLaw, aLaw, imaADPCM, msADPCM, gsm610, mp3, flac, vorbis, opus
    /// Another coding that the decoding library reads, such as G.721 or Dialogic ADPCM.
    case other
}

/// Something about a recording that a listener must know before trusting it.
public enum RecordingFlaw: String, Sendable, Codable, CaseIterable {
    /// The recorder never wrote the sizes into the header; the sound is there and was recovered.
    case headerNeverFinalised
    /// The file ends before its header says, or in the middle of a frame.
    case truncated
    /// No frame decodes.
    case empty
    /// Sound decodes, and all of it is silence.
    case silent
    /// At least one in ten thousand samples stands at full scale in a run of three or more.
    case clipped
    /// The first of two channels is silent throughout.
    case firstChannelSilent
    /// The second of two channels is silent throughout.
    case secondChannelSilent
    /// A part in the middle did not decode and was passed over.
    case damaged
}

/// One audio file as it was delivered; never modified.
public struct RecordedFile: Sendable, Codable, Hashable {
    /// The SHA-256 of its bytes.
    public var contentHash: ContentHash
    /// Its size in bytes.
    public var byteCount: Int
    /// How it is wrapped.
    public var container: AudioContainer
    /// How its samples are coded.
    public var codec: AudioCodec
    /// Frames a second, in hertz.
    public var sampleRate: Int
    /// Samples in a frame.
    public var channelCount: Int
    /// Frames that really decoded.
    public var frameCount: Int
    /// Frames that the header promises; nil where it promises nothing.
    public var headerFrameCount: Int?
    /// The side that this file alone holds, where two mono files are one call.
    public var side: Side?
    /// How much later than the call's first instant this file begins.
    public var offset: CallTime

    /// A file as it was decoded.
    public init(
        contentHash: ContentHash, byteCount: Int, container: AudioContainer, codec: AudioCodec,
        sampleRate: Int, channelCount: Int, frameCount: Int, headerFrameCount: Int?,
        side: Side? = nil, offset: CallTime = .zero
    ) {
        self.contentHash = contentHash
        self.byteCount = byteCount
        self.container = container
        self.codec = codec
        self.sampleRate = sampleRate
        self.channelCount = channelCount
        self.frameCount = frameCount
        self.headerFrameCount = headerFrameCount
        self.side = side
        self.offset = offset
    }
}

/// The sound of one call: one file, or two mono files that are its two sides.
public struct Recording: Sendable, Codable, Hashable {
    /// One file; or two, the agent's first.
    public var files: [RecordedFile]
    /// Frames a second of the call's sound, in hertz.
    public var sampleRate: Int
    /// Frames that really decode, with a pair's offsets and padding counted.
    public var frameCount: Int
    /// Which channel is whose.
    public var layout: ChannelLayout
    /// What a listener must know before trusting it, in the order of the declaration.
    public var flaws: [RecordingFlaw]

    /// The sound of a call.
    public init(
        files: [RecordedFile], sampleRate: Int, frameCount: Int, layout: ChannelLayout,
        flaws: [RecordingFlaw]
    ) {
        self.files = files
        self.sampleRate = sampleRate
        self.frameCount = frameCount
        self.layout = layout
        self.flaws = flaws
    }

    /// The length of what decodes, in seconds, >= 0.
    public var seconds: Double { Double(frameCount) / Double(sampleRate) }

    /// The longest length that a header promises, in seconds; nil where none promises any.
    public var headerSeconds: Double? {
        files.compactMap { file in
            file.headerFrameCount.map { Double($0) / Double(file.sampleRate) + file.offset.seconds }
        }.max()
    }
}
