import CallModel

/// One opened file: its bytes, the decoder that its content chose, and what it says of itself.
final class FileDecoder {
    let source: AudioSource
    let reader: any FrameReader
    let metadata: EmbeddedMetadata
    /// Frames decoded so far.
    private(set) var frameCount = 0
    private let bytes: RecordedBytes

    /// Opens a file, tells it by its content and reads its header; throws ``AudioError``.
    init(_ source: AudioSource) throws(AudioError) {
        self.source = source
        bytes = try RecordedBytes(path: source.path)
        (reader, metadata) = try FileOpening(bytes, source).open()
    }

    var traits: FileTraits { reader.traits }

    /// The size of the file in bytes.
    var byteCount: Int { bytes.count }

    /// The reader, where any frame of it can be sought exactly.
    var seeker: (any SeekingReader)? {
        traits.seeksExactly ? reader as? any SeekingReader : nil
    }

    /// The next frames; 0 at the end.
    func read(into buffer: UnsafeMutableBufferPointer<Int16>) throws(AudioError) -> Int {
        let got = try reader.read(into: buffer)
        frameCount += got
        return got
    }

    /// Flaws of the file, without those of its sound; asked for after the last frame.
    var flaws: Set<RecordingFlaw> {
        traits.flaws.union(reader.decodingFlaws).union(frameCount == 0 ? [.empty] : [])
    }

    /// The file as it was decoded; asked for after the last frame.
    func recordedFile(side: Side?) throws(AudioError) -> RecordedFile {
        RecordedFile(
            contentHash: try bytes.contentHash(), byteCount: bytes.count,
            container: traits.container, codec: traits.codec, sampleRate: traits.sampleRate,
            channelCount: traits.channelCount, frameCount: frameCount,
            headerFrameCount: traits.headerFrameCount, side: side, offset: source.offset)
    }
}
