/// What a recording says of itself in words: RIFF INFO, the Broadcast Wave `bext` chunk (EBU Tech
/// 3285), ID3 tags, Vorbis comments. Uninterpreted: a date is the text that stood there.
///
/// Each text has 1...1024 characters, without control characters other than line breaks and tabs;
/// bytes that are not UTF-8 are read as Latin-1. What is absent or blank is nil.
public struct EmbeddedMetadata: Sendable, Codable, Hashable {
    /// INFO `INAM`, ID3 `TIT2`.
    public var title: String?
    /// INFO `IART`, ID3 `TPE1`: often the agent or the extension.
    public var artist: String?
    /// INFO `ICMT`, ID3 `COMM`.
    public var comment: String?
    /// INFO `ISFT`, ID3 `TSSE`: what wrote the file.
    public var software: String?
    /// INFO `ICRD`, bext origination date (`YYYY-MM-DD`), ID3 `TDRC` or `TYER`.
    public var date: String?
    /// bext origination time (`HH:MM:SS`), ID3 `TIME` (`HHMM`).
    public var time: String?
    /// bext originator.
    public var originator: String?
    /// bext originator reference.
    public var originatorReference: String?
    /// bext coding history.
    public var codingHistory: String?
    /// bext description, INFO `ISBJ`.
    public var description: String?

    /// Nothing said.
    public init() {}

    /// Whether nothing is said.
    public var isEmpty: Bool { self == EmbeddedMetadata() }

    /// The largest number of characters of a text.
    static let maximumCount = 1024

    /// These words, with what they do not say taken from another.
    func filled(from other: EmbeddedMetadata) -> EmbeddedMetadata {
        var filled = self
        filled.title = title ?? other.title
        filled.artist = artist ?? other.artist
        filled.comment = comment ?? other.comment
        filled.software = software ?? other.software
        filled.date = date ?? other.date
        filled.time = time ?? other.time
        filled.originator = originator ?? other.originator
        filled.originatorReference = originatorReference ?? other.originatorReference
        filled.codingHistory = codingHistory ?? other.codingHistory
        filled.description = description ?? other.description
        return filled
    }

    /// A text from bytes up to the first zero; nil where nothing but blanks is left.
    static func text(_ bytes: UnsafeRawBufferPointer) -> String? {
        let content = bytes.prefix(4 * maximumCount).prefix { $0 != 0 }
        let latin = { String(String.UnicodeScalarView(content.map { Unicode.Scalar($0) })) }
        return bounded(String(validating: content, as: UTF8.self) ?? latin())
    }

    /// A text made harmless: blanks at both ends gone, control characters gone, cut to the maximum.
    static func bounded(_ text: String) -> String? {
        let clean = text.unicodeScalars.lazy
            .filter { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" || $0 == "\t" }
        var kept = Substring(String(String.UnicodeScalarView(clean)))
        kept = kept.drop(while: \.isWhitespace)
        while kept.last?.isWhitespace == true { kept.removeLast() }
        return kept.isEmpty ? nil : String(kept.prefix(maximumCount))
    }
}
