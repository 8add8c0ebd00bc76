import CallAudio
import CallModel

/// What a worker says: a line of JSON on its standard output, followed, where it announces a
/// waveform, by that many bytes.
struct DecodeReply: Sendable, Codable {
    enum Kind: String, Sendable, Codable {
        /// The worker is up and its limits are set.
        case ready
        /// A sign of life; `seconds` of the call are decoded.
        case alive
        /// The call is decoded and measured.
        case done
        /// The call does not decode, for a reason of its own.
        case undecodable
    }

    var kind: Kind
    var seconds: Double?
    var decoded: DecodedCall?
    var profile: Profile?
    var waveform: WaveformHeader?
    var failure: Failure?

    init(_ kind: Kind) {
        self.kind = kind
    }

    /// Why a call does not decode.
    struct Failure: Sendable, Codable, Hashable {
        var kind: AudioError.Kind
        var path: String
        var sentence: String
        /// The hash of the first file's bytes; nil where they cannot be read.
        var contentHash: ContentHash?
    }

    /// What the bytes after the line are.
    struct WaveformHeader: Sendable, Codable, Hashable {
        var byteCount: Int
        var sampleRate: Int
        var framesPerPoint: Int
        var channelCount: Int
    }
}
