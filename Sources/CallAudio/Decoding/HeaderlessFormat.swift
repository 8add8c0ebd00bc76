/// The coding of a file that holds samples and nothing else: nothing in it says so, so it goes by the
/// file's extension or by an explicit option. Always 8 kHz, one channel.
public enum HeaderlessFormat: String, Sendable, Codable, CaseIterable, Hashable {
    /// ITU-T G.711 mu-law, one byte a sample.
    case muLaw
    /// ITU-T G.711 A-law, one byte a sample.
    case aLaw
    /// Signed 16-bit little-endian samples, as Asterisk writes them.
    case linear16

    /// The format that an extension stands for, with or without its dot, in any case; nil for any
    /// other extension.
    public init?(fileExtension: String) {
        switch fileExtension.lowercased().drop(while: { $0 == "." }) {
        case "ulaw", "ul", "pcmu": self = .muLaw
        case "alaw", "al", "pcma": self = .aLaw
        case "sln", "raw": self = .linear16
        default: return nil
        }
    }

    /// Frames a second, in hertz.
    public static let sampleRate = 8000
}
