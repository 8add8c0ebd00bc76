/// The sound of one call, any frame of which can be read: frame N is frame N of the sequential
/// decode, sample for sample, whatever was read before.
public protocol SeekableSound: AnyObject, Sendable {
    /// Frames a second, in hertz.
    var sampleRate: Int { get }
    /// One channel or two.
    var channelCount: Int { get }
    /// Frames that can be read without waiting, counted from the first; equal to ``frameCount`` once
    /// everything is ready.
    var readyFrameCount: Int { get }
    /// The true length in frames; nil while nobody knows it yet.
    var frameCount: Int? { get }

    /// Reads frames from a position on, into a buffer of a multiple of the channel count; returns how
    /// many, 0 at the end and where nothing is ready yet. Throws ``AudioError``.
    func read(
        at frame: Int, into buffer: UnsafeMutableBufferPointer<Int16>
    ) throws(AudioError) -> Int
}
