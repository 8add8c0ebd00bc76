public import CallModel

/// The sound of one call, opened for listening: any frame of it, exactly, whatever its codec.
///
/// Where the codec can go to any frame the recording itself is read. Elsewhere a worker decodes it
/// from its first frame on; what is decoded can be read at once, and when all is, a lossless copy
/// goes into the cache, so that the next opening finds it. The worker stops when the sound is let go.
///
/// Decoding runs in this process: what is played has been decoded before by a worker with limits,
/// which the recording's hashes prove, and a file without that proof is the only one of its command.
public final class CallSound: SeekableSound {
    /// When a playable copy is made.
    public enum Copying: Sendable, Hashable {
        /// Where the codec cannot be sought exactly.
        case whereNeeded
        /// Of every recording: for a listener that cannot play the recording itself, such as a
        /// browser.
        case always
    }

    /// Frames a second, in hertz.
    public let sampleRate: Int
    /// One channel or two.
    public let channelCount: Int
    /// Whose channel is which in what is read here.
    public let layout: ChannelLayout
    let backing: Backing

    enum Backing: Sendable {
        case direct(DirectSound)
        case copied(CopyMaker)
    }

    /// Opens the files of a call; the rest happens behind, so this returns within milliseconds.
    ///
    /// `recording` is what was found when the call was taken in: it gives the true length at once,
    /// and files that have changed since are refused with `.changed`. Without `copies` nothing is
    /// kept. Throws ``AudioError`` where the files are not there or not of a kind that is decoded.
    public init(
        _ source: CallSource, recording: Recording? = nil, copies: CopyCache? = nil,
        copying: Copying = .whereNeeded
    ) throws(AudioError) {
        let stream = try SideBySide(source)
        let sizes = stream.files.map(\.byteCount).sorted()
        if let recording, recording.files.map(\.byteCount).sorted() != sizes {
            throw .changed(path: source.path)
        }
        sampleRate = stream.sampleRate
        channelCount = stream.channelCount
        layout = source.layout(channelCount: stream.channelCount)
        if copying == .whereNeeded, let frameCount = Self.seekableFrameCount(stream, recording) {
            backing = .direct(DirectSound(stream, frameCount: frameCount))
        } else {
            backing = .copied(
                CopyMaker(
                    CopyOrder(source, stream: stream), recording: recording, copies: copies))
        }
    }

    deinit { cancel() }

    /// The length, where any frame can be sought in the files themselves.
    ///
    /// In a damaged FLAC the frames after the damage have other numbers when they are sought than
    /// when they are decoded in order. Only a whole decode shows damage: without its findings a FLAC
    /// is not sought.
    private static func seekableFrameCount(_ stream: SideBySide, _ recording: Recording?) -> Int? {
        guard let frameCount = stream.seekableFrameCount else { return nil }
        guard stream.files.contains(where: { $0.traits.codec == .flac }) else {
            return recording.map { $0.frameCount == frameCount } ?? true ? frameCount : nil
        }
        guard let recording, recording.frameCount == frameCount,
            Set(recording.flaws).isDisjoint(with: [.damaged, .truncated])
        else { return nil }
        return frameCount
    }

    /// Whether the recording itself is read, and no copy made.
    public var isDirect: Bool {
        if case .direct = backing { true } else { false }
    }

    /// Frames that can be read without waiting, counted from the first.
    public var readyFrameCount: Int { sound.readyFrameCount }

    /// The true length in frames; nil until a file of which nobody knows the length is decoded.
    public var frameCount: Int? { sound.frameCount }

    /// How much of the sound can be read, 0...1; 1 as soon as every frame can be. Where nothing
    /// promises a length it goes by the bytes read.
    public var progress: Double {
        if case .copied(let maker) = backing { maker.progress } else { 1 }
    }

    /// Reads frames from a position on; see ``SeekableSound``.
    ///
    /// Throws ``AudioError`` where the disk fails, and where the frame will never be ready because
    /// the file changed or no folder has room.
    public func read(
        at frame: Int, into buffer: UnsafeMutableBufferPointer<Int16>
    ) throws(AudioError) -> Int {
        try sound.read(at: frame, into: buffer)
    }

    private var sound: any SeekableSound {
        switch backing {
        case .direct(let sound): sound
        case .copied(let maker): maker
        }
    }

    /// Returns when every frame can be read; throws ``AudioError`` where that will never be, and
    /// `CancellationError` where the task or the making is cancelled.
    public func whenReady() async throws {
        if case .copied(let maker) = backing { try await maker.whenReady() }
    }

    /// The playable copy, as soon as it is finished; nil where none is made: the recording itself is
    /// read, or there is no cache.
    ///
    /// Throws ``AudioError`` with the reason why none could be kept, and `CancellationError` where
    /// the task or the making is cancelled.
    public func finishedCopy() async throws -> PlayableCopy? {
        if case .copied(let maker) = backing { try await maker.finishedCopy() } else { nil }
    }

    /// Gives up decoding and copying: what is ready stays readable, and nothing more becomes so.
    public func cancel() {
        if case .copied(let maker) = backing { maker.cancel() }
    }
}
