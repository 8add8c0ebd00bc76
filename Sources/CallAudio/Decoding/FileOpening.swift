import CallModel

/// Chooses the decoder of a file: by its content; where that says nothing, by the explicit option or
/// the extension, which can only ever name one of our own headerless formats.
struct FileOpening {
    private let bytes: RecordedBytes
    private let source: AudioSource

    init(_ bytes: RecordedBytes, _ source: AudioSource) {
        self.bytes = bytes
        self.source = source
    }

    /// The decoder and the file's own words; throws ``AudioError``.
    func open() throws(AudioError) -> (any FrameReader, EmbeddedMetadata) {
        let head = try bytes.bytes(at: 0, count: AudioMagic.byteCount)
        let hasSignature = head.withUnsafeBytes { AudioMagic.hasSignature($0) }
        if !hasSignature,
            let format = source.headerless ?? HeaderlessFormat(fileExtension: fileExtension)
        {
            return (headerless(format), EmbeddedMetadata())
        }
        switch head.withUnsafeBytes({ AudioMagic.sniff($0) }) {
        case .audio(.wav), .audio(.wavex), .audio(.rf64), .audio(.w64):
            let file = try WaveFile(bytes)
            return (try WaveOpening.reader(bytes, file), file.metadata)
        case .audio(.gsm): return (try rawGSM(), EmbeddedMetadata())
        case .audio(.mp3): return try mp3(head)
        case .audio(.flac): return try flac(start: 0)
        case .audio(let container): return try library(container)
        case .unsupported("Text"):
            throw AudioError(
                kind: .unsupported, path: bytes.path,
                sentence: "This is text, not a recording.")
        case .unsupported(let name): throw .unsupported(name, path: bytes.path)
        case .unknown: throw unknown
        }
    }

    private var fileExtension: String {
        let name = source.path.utf8.split(separator: UInt8(ascii: "/")).last ?? []
        let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count > 1 ? String(decoding: parts[parts.count - 1], as: UTF8.self) : ""
    }

    private func headerless(_ format: HeaderlessFormat) -> any FrameReader {
        let coding: SampleCoding =
            switch format {
            case .muLaw: .muLaw
            case .aLaw: .aLaw
            case .linear16: .linear(byteCount: 2, bigEndian: false)
            }
        return PlainReader(
            bytes, range: 0..<bytes.count, coding: coding,
            traits: FileTraits(
                container: .headerless, codec: coding.codec,
                sampleRate: HeaderlessFormat.sampleRate, channelCount: 1,
                flaws: bytes.count % coding.byteCount == 0 ? [] : [.truncated],
                seeksExactly: true))
    }

    private func rawGSM() throws(AudioError) -> any FrameReader {
        let whole = bytes.count / GSMFrame.byteCount
        return try SndFileReader(
            ByteRegion(bytes, range: 0..<(whole * GSMFrame.byteCount)), path: bytes.path,
            traits: FileTraits(
                container: .gsm, codec: .gsm610, sampleRate: GSMFrame.sampleRate, channelCount: 1,
                flaws: bytes.count % GSMFrame.byteCount == 0 ? [] : [.truncated],
                seeksExactly: false),
            limit: whole * GSMFrame.sampleCount, isRawGSM: true)
    }

    private func mp3(_ head: [UInt8]) throws(AudioError) -> (any FrameReader, EmbeddedMetadata) {
        var start = 0
        var metadata = EmbeddedMetadata()
        let tagCount = head.withUnsafeBytes { ID3Tag.byteCount($0) }
        if tagCount > 0 {
            let tag = try bytes.bytes(at: 0, count: min(tagCount, 1 << 16))
            metadata = tag.withUnsafeBytes { ID3Tag.metadata($0) }
            start = min(tagCount, bytes.count)
            // Other formats carry such tags too.
            let after = try bytes.bytes(at: start, count: AudioMagic.byteCount)
            switch after.withUnsafeBytes({ AudioMagic.sniff($0) }) {
            case .audio(.flac):
                let (reader, words) = try flac(start: start)
                return (reader, metadata.filled(from: words))
            case .unsupported(let name) where name.hasPrefix("AAC"):
                throw .unsupported(name, path: bytes.path)
            default: break
            }
        }
        var end = bytes.count
        let tail = try bytes.bytes(at: max(start, end - 128), count: 128)
        if tail.count == 128, tail.starts(with: Array("TAG".utf8)) {
            metadata = metadata.filled(
                from: tail.withUnsafeBytes { ID3Tag.metadata(version1: $0) })
            end -= 128
        }
        return (try MP3Reader(bytes, range: start..<end, container: .mp3), metadata)
    }

    private func flac(start: Int) throws(AudioError) -> (any FrameReader, EmbeddedMetadata) {
        let reader = try FLACReader(
            ByteRegion(bytes, range: start..<bytes.count), path: bytes.path)
        return (reader, reader.metadata)
    }

    /// Everything else goes through libsndfile, its lengths held against the header's.
    private func library(
        _ container: AudioContainer
    ) throws(AudioError) -> (any FrameReader, EmbeddedMetadata) {
        let claim = try HeaderClaim(bytes, container: container)
        if let codec = claim.unsupportedCodec {
            throw .unsupported("\(codec) in \(container.rawValue.uppercased())", path: bytes.path)
        }
        let head = claim.repairedHead ?? []
        let region = ByteRegion(bytes, range: head.count..<bytes.count, prefix: head)
        var traits = FileTraits(
            container: container, codec: .other, sampleRate: 8000, channelCount: 1,
            headerFrameCount: nil,
            flaws: claim.isUnfinalised ? [.headerNeverFinalised] : [],
            seeksExactly: container != .ogg)
        if claim.isTruncated { traits.flaws.insert(.truncated) }
        if container == .ogg { traits.flaws.formUnion(try OggEnding.flaws(bytes)) }
        let reader = try SndFileReader(region, path: bytes.path, traits: traits, claim: claim)
        return (reader, reader.metadata)
    }

    private var unknown: AudioError {
        let hints = [
            "g722": "Headerless G.722", "g723": "Headerless G.723", "g726": "Headerless G.726",
            "g729": "Headerless G.729", "vox": "Headerless Dialogic ADPCM",
        ]
        if let name = hints[fileExtension.lowercased()] {
            return .unsupported(name, path: bytes.path)
        }
        return AudioError(
            kind: .malformed, path: bytes.path,
            sentence: "Its first bytes are those of no audio format that Earful knows; if it is "
                + "headerless mu-law, A-law or signed linear, say so.")
    }
}
