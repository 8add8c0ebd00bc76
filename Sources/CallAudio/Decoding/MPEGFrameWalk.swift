/// Follows the frames of MPEG audio from header to header, only to tell whether the chain is whole:
/// the decoding library passes over damage without a word.
struct MPEGFrameWalk {
    private var hasGap = false
    /// Since the last frame came bytes that are none; `isTail` where a tag or zeros began them.
    private var isAdrift = false
    private var isTail = false
    /// Bytes still missing from the frame or tag that was begun last.
    private var missingCount = 0
    /// Frames whose header was seen.
    private var frameCount = 0
    private var header: [UInt8] = []
    private var reference: MPEGFrame?
    private var isLost = false

    /// Follows the frames of a whole range of a file.
    init(_ bytes: RecordedBytes, range: Range<Int>) throws(AudioError) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        var position = range.lowerBound
        while position < range.upperBound {
            let part = UnsafeMutableRawBufferPointer(
                rebasing: buffer.prefix(range.upperBound - position))
            let got = try bytes.read(at: position, into: part)
            if got == 0 { break }
            walk(UnsafeRawBufferPointer(rebasing: part[..<got]))
            position += got
        }
    }

    /// Takes the next bytes of the stream.
    private mutating func walk(_ bytes: UnsafeRawBufferPointer) {
        var position = 0
        while position < bytes.count, !isLost {
            if missingCount > 0 {
                let step = min(missingCount, bytes.count - position)
                position += step
                missingCount -= step
                continue
            }
            header.append(bytes[position])
            position += 1
            let isTag = header.starts(with: [0x49, 0x44, 0x33])
            if header.count == (isTag ? 10 : 4) { take() }
        }
    }

    /// The stream is over: whether its last frame is whole.
    var isWhole: Bool { missingCount == 0 && (header.isEmpty || isAdrift) }

    /// The stream is over: whether somewhere a frame was not followed by another. Tags and padding
    /// after the last frame are no damage.
    var isDamaged: Bool { hasGap || isAdrift && !isTail }

    private mutating func take() {
        if header.starts(with: [0x49, 0x44, 0x33]) {
            missingCount = header.withUnsafeBytes { ID3Tag.byteCount($0) - 10 }
            header.removeAll()
            return
        }
        guard let frame = header.withUnsafeBytes({ MPEGFrame($0, at: 0) }),
            reference?.fits(frame) != false
        else {
            if frameCount > 0, !isAdrift {
                isAdrift = true
                let tails = [[0, 0, 0, 0], Array("APET".utf8), Array("LYRI".utf8)]
                isTail = tails.contains(header) || header.starts(with: Array("TAG".utf8))
            }
            header.removeFirst()
            return
        }
        hasGap = hasGap || isAdrift
        isAdrift = false
        header.removeAll()
        reference = frame
        frameCount += 1
        guard let length = frame.byteCount else {
            // Free format: where the next frame begins is not written anywhere.
            isLost = true
            return
        }
        missingCount = max(0, length - 4)
    }
}
