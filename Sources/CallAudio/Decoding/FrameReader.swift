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
    /// Whether any frame can be sought exactly, as long as the sound is not damaged.
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

    /// How much of the coded sound has been read, 0...1.
    var readShare: Double { get }
}

/// A reader whose next frame can be chosen, where its traits say that it seeks exactly.
protocol SeekingReader: FrameReader {
    /// Frames from the first to the last, as the header and the size of the file have it.
    var frameCount: Int { get }

    /// Makes a frame the next to come out; from a frame past the last on nothing comes out. Throws
    /// `.unreadable` where the library cannot go there.
    func seek(to frame: Int) throws(AudioError)
}
