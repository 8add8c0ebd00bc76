public import CallModel

/// What the first bytes of a file say that it is. An allow list: what is not named here as audio is
/// never shown to a decoder. A file's name has no say in it.
public enum AudioMagic: Sendable, Hashable {
    /// A container that is decoded, at least with the common codecs.
    case audio(AudioContainer)
    /// Something known by name that is not decoded.
    case unsupported(name: String)
    /// Nothing that is known.
    case unknown

    /// How many first bytes ``sniff(_:)`` makes use of.
    static let byteCount = 8192

    /// Tells a file by its first bytes, of which 8192 are enough; fewer are taken for all there is.
    ///
    /// `.headerless` is never the answer: such a file has nothing to be told by.
    public static func sniff(_ firstBytes: UnsafeRawBufferPointer) -> AudioMagic {
        let head = ByteReader(UnsafeRawBufferPointer(rebasing: firstBytes.prefix(byteCount)))
        if let strong = signature(head) { return strong }
        if MPEGFrame.first(in: head.bytes) != nil { return .audio(.mp3) }
        if head.count >= 7, head.bytes[0] == 0xFF, head.bytes[1] & 0xF6 == 0xF0 {
            return .unsupported(name: "AAC (ADTS)")
        }
        if GSMFrame.looksRight(head.bytes) { return .audio(.gsm) }
        if isText(head.bytes) { return .unsupported(name: "Text") }
        return .unknown
    }

    /// Whether sniffing rests on a signature of four bytes or more, which no headerless recording
    /// has by chance.
    static func hasSignature(_ firstBytes: UnsafeRawBufferPointer) -> Bool {
        signature(ByteReader(firstBytes)) != nil || isText(firstBytes)
    }

    private static func signature(_ head: ByteReader) -> AudioMagic? {
        switch head.text(at: 0, count: 4) {
        case "RIFF", "RIFX", "RF64", "BW64": return riff(head)
        case "riff":
            return head.matches(WaveFile.w64Marker, at: 0) ? .audio(.w64) : nil
        case "FORM":
            return ["AIFF", "AIFC"].contains(head.text(at: 8, count: 4))
                ? .audio(.aiff) : .unsupported(name: "IFF other than AIFF")
        case ".snd", "dns.": return .audio(.au)
        case "caff": return .audio(.caf)
        case "Crea" where head.text(at: 0, count: 19) == "Creative Voice File": return .audio(.voc)
        case "NIST" where head.text(at: 0, count: 7) == "NIST_1A": return .audio(.sphere)
        case "fLaC": return .audio(.flac)
        case "OggS": return ogg(head)
        default: break
        }
        if head.text(at: 0, count: 3) == "ID3" { return .audio(.mp3) }
        if head.text(at: 4, count: 4) == "ftyp" {
            return .unsupported(name: "MP4, M4A or 3GP")
        }
        return foreign.first { head.matches($0.bytes, at: 0) }
            .map { .unsupported(name: $0.name) }
    }

    private static func riff(_ head: ByteReader) -> AudioMagic? {
        switch head.text(at: 8, count: 4) {
        case "WAVE":
            return ["RF64", "BW64"].contains(head.text(at: 0, count: 4))
                ? .audio(.rf64) : .audio(.wav)
        case "AVI ": return .unsupported(name: "AVI video")
        case "RMID": return .unsupported(name: "MIDI")
        case "": return .audio(.wav)
        default: return .unsupported(name: "RIFF other than WAVE")
        }
    }

    private static func ogg(_ head: ByteReader) -> AudioMagic {
        guard head.count > 26 else { return .audio(.ogg) }
        let payload = 27 + Int(head.bytes[26])
        if head.matches([0x01] + Array("vorbis".utf8), at: payload) { return .audio(.ogg) }
        if head.text(at: payload, count: 8) == "OpusHead" { return .audio(.ogg) }
        let names = [
            ("Speex", "Speex in Ogg"), ("\u{7F}FLAC", "FLAC in Ogg"),
            ("\u{80}theora", "Theora video"), ("fishead", "Ogg with a skeleton track"),
        ]
        let found = names.first {
            head.matches($0.0.unicodeScalars.map { UInt8($0.value) }, at: payload)
        }
        return .unsupported(name: found?.1 ?? "Ogg with an unknown codec")
    }

    /// Formats that are known in order to be refused by name.
    private static let foreign: [(bytes: [UInt8], name: String)] = [
        (Array("#!AMR-WB".utf8), "AMR-WB"), (Array("#!AMR".utf8), "AMR"),
        ([0x1A, 0x45, 0xDF, 0xA3], "WebM or Matroska"),
        ([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], "WMA (ASF)"),
        (Array("wvpk".utf8), "WavPack"), (Array("MAC ".utf8), "Monkey's Audio"),
        (Array("TTA1".utf8), "TTA"), (Array("MThd".utf8), "MIDI"), (Array("ADIF".utf8), "AAC"),
        (Array("#!SILK_V3".utf8), "SILK"), ([0x02] + Array("#!SILK_V3".utf8), "SILK"),
        (Array("FLV\u{1}".utf8), "Flash video"), (Array("DSD ".utf8), "DSD"),
        (Array("2BIT".utf8), "AVR"), ([0x64, 0xA3], "IRCAM"), (Array("#!iLBC".utf8), "iLBC"),
        (Array(".RMF".utf8), "RealMedia"), (Array(".ra".utf8) + [0xFD], "RealAudio"),
        (Array("PK\u{3}\u{4}".utf8), "A ZIP archive"), ([0x1F, 0x8B, 0x08], "A gzip file"),
        (Array("%PDF".utf8), "PDF"), ([0x89] + Array("PNG".utf8), "PNG"),
        ([0x7F] + Array("ELF".utf8), "A program"), (Array("SQLite format 3".utf8), "SQLite"),
    ]

    private static func isText(_ bytes: UnsafeRawBufferPointer) -> Bool {
        // So many samples never lie among the printable codes of any companding by chance.
        bytes.count >= 8
            && bytes.prefix(2048).allSatisfy { (0x20...0x7E).contains($0) || (9...13).contains($0) }
    }
}
