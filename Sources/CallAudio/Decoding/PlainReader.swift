import CallModel

/// Decodes uncompressed and companded samples ourselves: it is quicker than a library, exact to the
/// frame, and reads no byte outside the range that it was given.
final class PlainReader: FrameReader {
    let traits: FileTraits
    let decodingFlaws: Set<RecordingFlaw> = []
    private let bytes: RecordedBytes
    private let coding: SampleCoding
    private var position: Int
    private let end: Int
    private let scratch: UnsafeMutableRawBufferPointer

    /// A reader of the whole frames in a range of a file.
    init(_ bytes: RecordedBytes, range: Range<Int>, coding: SampleCoding, traits: FileTraits) {
        self.bytes = bytes
        self.coding = coding
        self.traits = traits
        position = range.lowerBound
        end = min(range.upperBound, bytes.count)
        scratch = .allocate(byteCount: coding.isNative ? 0 : 1 << 16, alignment: 16)
    }

    deinit { scratch.deallocate() }

    func read(into buffer: UnsafeMutableBufferPointer<Int16>) throws(AudioError) -> Int {
        let frameByteCount = coding.byteCount * traits.channelCount
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
