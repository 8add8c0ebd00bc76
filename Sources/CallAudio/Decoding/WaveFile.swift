/// Where the parts of a WAVE file lie: RIFF, RIFX (big-endian), RF64 and BW64 (EBU Tech 3306) and
/// Sony's Wave64. Read by ourselves, because headers lie and because an unsupported codec must be
/// named.
struct WaveFile {
    /// Which of the four wrappings.
    enum Flavour: Hashable {
        case riff, rifx, rf64, w64
    }

    let flavour: Flavour
    let format: WaveFormat
    /// The bytes of sound that are there, with a last broken frame.
    let dataRange: Range<Int>
    /// The size of the sound by the header; nil where the header was never finalised.
    let declaredDataCount: Int?
    /// Frames by the `fact` chunk (RF64: `ds64`); nil where there is none.
    let factFrameCount: Int?
    /// INFO, bext and ID3 chunks.
    let metadata: EmbeddedMetadata

    /// The recorder never wrote the sizes.
    var isUnfinalised: Bool { declaredDataCount == nil }
    /// The file ends before the sound does by the header.
    var isTruncated: Bool { declaredDataCount.map { $0 > dataRange.count } ?? false }

    /// The first bytes of Wave64: the GUID of its `riff` chunk.
    static let w64Marker: [UInt8] =
        Array("riff".utf8) + [0x2E, 0x91, 0xCF, 0x11, 0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0, 0]

    /// Finds the parts; throws `.malformed` where there is no format or no sound, or where the file
    /// ends within them.
    init(_ bytes: RecordedBytes) throws(AudioError) {
        var walk = try WaveChunkWalk(bytes)
        let flavour = walk.flavour
        self.flavour = flavour
        var format: WaveFormat?
        var data: (range: Range<Int>, declared: Int?)?
        var fact: Int?
        var metadata = EmbeddedMetadata()
        let bigEndian = flavour == .rifx
        while let chunk = try walk.next() {
            switch chunk.id {
            case "fmt " where format == nil:
                let body = try bytes.bytes(
                    at: chunk.range.lowerBound, count: min(chunk.range.count, 64))
                format = body.withUnsafeBytes { WaveFormat($0, bigEndian: bigEndian) }
            case "fact":
                let body = try bytes.bytes(
                    at: chunk.range.lowerBound, count: min(chunk.range.count, 8))
                fact = body.withUnsafeBytes {
                    Int(
                        clamping: ByteReader($0).number(
                            at: 0, count: flavour == .w64 && body.count == 8 ? 8 : 4,
                            bigEndian: bigEndian))
                }
            case "data" where data == nil:
                data = (chunk.range, chunk.isUnfinalised ? nil : chunk.declaredCount)
            case "LIST", "list", "bext", "id3 ", "ID3 ":
                let body = try bytes.bytes(
                    at: chunk.range.lowerBound, count: min(chunk.range.count, 1 << 16))
                metadata = metadata.filled(
                    from: body.withUnsafeBytes { WaveMetadata.read($0, chunk: chunk.id) })
            default: break
            }
        }
        let name = flavour == .w64 ? "W64" : "WAV"
        guard let format else {
            throw .malformed(name, "it has no format chunk", path: bytes.path)
        }
        guard let data else {
            throw .malformed(name, "it has no data chunk, so there is no sound", path: bytes.path)
        }
        self.format = format
        dataRange = data.range
        declaredDataCount = data.declared
        self.metadata = metadata
        let counted = fact.flatMap { $0 > 0 && $0 < 0xFFFF_FFFF ? $0 : nil }
        factFrameCount = flavour == .rf64 ? walk.ds64FrameCount ?? counted : counted
    }
}
