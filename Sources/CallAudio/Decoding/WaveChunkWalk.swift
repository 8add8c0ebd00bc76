/// Walks over the chunks of a WAVE file in order, believing sizes only as far as the file goes.
struct WaveChunkWalk {
    /// One chunk.
    struct Chunk {
        /// Four characters; of Wave64, the first four bytes of its GUID.
        let id: String
        /// The body, cut to what the file has.
        let range: Range<Int>
        /// The body's size by the header.
        let declaredCount: Int
        /// The size was never written: 0 although sound follows, or the largest that fits the field.
        let isUnfinalised: Bool
    }

    let flavour: WaveFile.Flavour
    /// Frames by the `ds64` chunk.
    private(set) var ds64FrameCount: Int?
    private let bytes: RecordedBytes
    private var position: Int
    private var remainingChunks = 10_000
    private var ds64DataCount: Int?

    /// Begins after the file's own header; throws `.malformed` where that is none.
    init(_ bytes: RecordedBytes) throws(AudioError) {
        self.bytes = bytes
        let head = try bytes.bytes(at: 0, count: 40)
        let (magic, isW64) = head.withUnsafeBytes {
            (
                ByteReader($0).text(at: 0, count: 4),
                ByteReader($0).matches(WaveFile.w64Marker, at: 0)
            )
        }
        switch magic {
        case "RIFX": flavour = .rifx
        case "RF64", "BW64": flavour = .rf64
        case "riff" where isW64: flavour = .w64
        default: flavour = .riff
        }
        position = flavour == .w64 ? 40 : 12
        guard head.count >= position else {
            throw .malformed("WAV", "the file ends within it", path: bytes.path)
        }
    }

    /// The next chunk; nil at the end of the file or where no chunk can be made out.
    mutating func next() throws(AudioError) -> Chunk? {
        remainingChunks -= 1
        guard remainingChunks > 0, let (id, declared) = try header(at: position) else { return nil }
        let start = position + headCount
        var size = declared
        var isUnfinalised = false
        if id == "data" {
            if flavour == .rf64, declared == 0xFFFF_FFFF, let long = ds64DataCount { size = long }
            isUnfinalised = try isNeverWritten(size, from: start)
        }
        let end = isUnfinalised ? bytes.count : min(bytes.count, start.addingClamped(size))
        let chunk = Chunk(
            id: id, range: start..<max(start, end), declaredCount: size,
            isUnfinalised: isUnfinalised)
        if id == "ds64" { try readSizes(chunk) }
        position = try position(after: chunk)
        return chunk
    }

    private var headCount: Int { flavour == .w64 ? 24 : 8 }

    /// The id and body size that stand at a position; nil where the file ends or where the id is not
    /// made of printable characters.
    private func header(at position: Int) throws(AudioError) -> (id: String, size: Int)? {
        guard position <= bytes.count - headCount else { return nil }
        let head = try bytes.bytes(at: position, count: headCount)
        guard head.count == headCount, head[..<4].allSatisfy({ (0x20...0x7E).contains($0) }) else {
            return nil
        }
        return head.withUnsafeBytes {
            let reader = ByteReader($0)
            let id = reader.text(at: 0, count: 4)
            if flavour == .w64 {
                // Wave64 counts the chunk's own header in.
                return (id, max(0, Int(clamping: reader.number(at: 16, count: 8)) - 24))
            }
            return (id, Int(reader.number(at: 4, count: 4, bigEndian: flavour == .rifx)))
        }
    }

    private func position(after chunk: Chunk) throws(AudioError) -> Int {
        let end = chunk.range.upperBound
        if flavour == .w64 { return (end + 7) & ~7 }
        guard end & 1 != chunk.range.lowerBound & 1 else { return end }
        // Some writers forget the padding byte after an odd chunk.
        if try header(at: end + 1) != nil { return end + 1 }
        return try header(at: end) == nil ? end + 1 : end
    }

    /// A data size of 0 is the truth only where chunks follow that end where the file ends; sizes
    /// near the field's largest are what writers into pipes leave there.
    private func isNeverWritten(_ size: Int, from start: Int) throws(AudioError) -> Bool {
        if size >= (flavour == .w64 ? Int.max - 1024 : 0x7FFF_F000), size > bytes.count - start {
            return flavour != .rf64 || ds64DataCount == nil || ds64DataCount == 0
        }
        guard size == 0, start < bytes.count else { return false }
        var position = start
        while let (_, next) = try header(at: position) {
            position = position.addingClamped(headCount).addingClamped(next)
            if position >= bytes.count { return position > bytes.count + 8 }
            position += flavour == .w64 ? -position & 7 : position & 1
        }
        return position < bytes.count
    }

    private mutating func readSizes(_ chunk: Chunk) throws(AudioError) {
        let body = try bytes.bytes(at: chunk.range.lowerBound, count: min(chunk.range.count, 24))
        guard body.count == 24 else { return }
        body.withUnsafeBytes {
            let reader = ByteReader($0)
            ds64DataCount = Int(clamping: reader.number(at: 8, count: 8))
            let frames = Int(clamping: reader.number(at: 16, count: 8))
            ds64FrameCount = frames > 0 ? frames : nil
        }
    }
}

extension Int {
    /// The sum, or the largest number where that would overflow.
    func addingClamped(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
