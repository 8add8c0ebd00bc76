import CallModel

/// What is known of a file's sound before it is decoded.
struct FileTraits {
    var container: AudioContainer
    var codec: AudioCodec
    /// Frames a second, in hertz.
    var sampleRate: Int
    /// One channel or two.
    var channelCount: Int
    /// Frames that the header promises; nil where it promises nothing.
    var headerFrameCount: Int?
    /// Flaws that show before decoding.
    var flaws: Set<RecordingFlaw> = []
    /// Whether any frame can be sought exactly.
    var seeksExactly: Bool
}

/// The decoder of one file, whatever its coding: frames come out in order, once.
protocol FrameReader: AnyObject {
    /// What is known before decoding.
    var traits: FileTraits { get }

    /// Decodes the next frames into a buffer of a multiple of the channel count; returns how many
    /// frames, 0 at the end. Throws `.unreadable` where the disk fails.
    func read(into buffer: UnsafeMutableBufferPointer<Int16>) throws(AudioError) -> Int

    /// Flaws that only decoding shows; asked for after the last frame.
    var decodingFlaws: Set<RecordingFlaw> { get }
}
