/// Why a file cannot be decoded: which file, and a full sentence with the remedy where there is one.
public struct AudioError: Error, Sendable, Codable, Hashable {
    /// What sort of obstacle it is.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// The file cannot be opened or read.
        case unreadable
        /// The file has no bytes.
        case empty
        /// The content is known for what it is, and that is not decoded.
        case unsupported
        /// The content contradicts itself, or is no audio at all.
        case malformed
        /// More than two channels.
        case tooManyChannels
        /// The two files of a call do not fit each other.
        case mismatch
        /// The file is not the one that was taken in.
        case changed
        /// No folder has room for what has to be decoded.
        case noRoom
    }

    /// What sort of obstacle it is.
    public var kind: Kind
    /// The file as it was named by the caller.
    public var path: String
    /// What happened and what to do, as a full sentence that does not repeat the file's name.
    public var sentence: String

    /// An obstacle.
    public init(kind: Kind, path: String, sentence: String) {
        self.kind = kind
        self.path = path
        self.sentence = sentence
    }
}

extension AudioError: CustomStringConvertible {
    /// `path: sentence`.
    public var description: String { "\(path): \(sentence)" }
}

extension AudioError {
    /// The way out that is the same for every coding that is known but not decoded.
    static let conversion = "convert it with: ffmpeg -i IN -c:a pcm_s16le OUT.wav"

    /// A file that is not what it was when the call was taken in.
    static func changed(path: String) -> AudioError {
        AudioError(
            kind: .changed, path: path,
            sentence: "The file has changed since it was taken in; take it in again with: "
                + "earful ingest")
    }

    /// A refusal of a coding by its name.
    static func unsupported(_ name: String, path: String) -> AudioError {
        AudioError(
            kind: .unsupported, path: path, sentence: "\(name) is not supported; \(conversion)")
    }

    /// A header that contradicts itself; `flaw` is a clause such as "it has no data chunk".
    static func malformed(_ container: String, _ flaw: String, path: String) -> AudioError {
        AudioError(
            kind: .malformed, path: path,
            sentence: "The \(container) header cannot be trusted: \(flaw).")
    }

    /// A refusal of absurd or unwanted shapes; nil where the shape can be decoded.
    static func refusingShape(
        sampleRate: Int, channelCount: Int, container: String, path: String
    ) -> AudioError? {
        if channelCount > 2 {
            return AudioError(
                kind: .tooManyChannels, path: path,
                sentence: "The recording has \(channelCount) channels, and a call has one or two; "
                    + "pick two with: ffmpeg -i IN -af \"pan=stereo|c0=c0|c1=c1\" OUT.wav")
        }
        if channelCount < 1 {
            return malformed(container, "it says \(channelCount) channels", path: path)
        }
        if !sampleRates.contains(sampleRate) {
            return malformed(
                container,
                "it says \(sampleRate) Hz, outside \(sampleRates.lowerBound)-"
                    + "\(sampleRates.upperBound) Hz", path: path)
        }
        return nil
    }

    /// Sample rates that are taken for real, in hertz.
    static let sampleRates = 1000...384_000
}
