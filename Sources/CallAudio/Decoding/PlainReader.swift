import CallModel

/// Decodes uncompressed and companded samples ourselves: it is quicker than a library, exact to the
/// frame, and reads no byte outside the range that it was given.
final class PlainReader: SeekingReader {
    let traits: FileTraits
    let decodingFlaws: Set<RecordingFlaw> = []
    private let bytes: RecordedBytes
    private let coding: SampleCoding
    private var position: Int
    private let start: Int
    private let end: Int
    private let scratch: UnsafeMutableRawBufferPointer

    /// A reader of the whole frames in a range of a file.
    init(_ bytes: RecordedBytes, range: Range<Int>, coding: SampleCoding, traits: FileTraits) {
        self.bytes = bytes
        self.coding = coding
        self.traits = traits
        start = range.lowerBound
        position = start
        end = min(range.upperBound, bytes.count)
        scratch = .allocate(byteCount: coding.isNative ? 0 : 1 << 16, alignment: 16)
    }

    deinit { scratch.deallocate() }

    var frameCount: Int { max(0, end - start) / frameByteCount }

    var readShare: Double { end > start ? Double(position - start) / Double(end - start) : 1 }

    private var frameByteCount: Int { coding.byteCount * traits.channelCount }

    func seek(to frame: Int) {
        position = start + min(frame, frameCount) * frameByteCount
    }

    func read(into buffer: UnsafeMutableBufferPointer<Int16>) throws(AudioError) -> Int {
        let frameByteCount = frameByteCount
        var frames = min(buffer.count / traits.channelCount, (end - position) / frameByteCount)
        if coding.isNative {
            let got = try bytes.read(
                at: position,
                into: UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(buffer)[..<(frames * frameByteCount)]))
            frames = got / frameByteCount
        } else {
            frames = min(frames, scratch.count / frameByteCount)
            let got = try bytes.read(
                at: position,
                into: UnsafeMutableRawBufferPointer(
                    rebasing: scratch[..<(frames * frameByteCount)]))
            frames = got / frameByteCount
            coding.expand(
                UnsafeRawBufferPointer(scratch),
                into: UnsafeMutableBufferPointer(
                    rebasing: buffer[..<(frames * traits.channelCount)]))
        }
        position += frames * frameByteCount
        return frames
    }
}
