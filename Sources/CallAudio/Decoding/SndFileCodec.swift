import CSndFile
import CallModel

/// A codec that libsndfile found in a file and that we let it decode.
struct SndFileCodec {
    let codec: AudioCodec
    /// Read as numbers and converted by ourselves: the library's own conversion to 16 bits wraps
    /// around at full scale, or scales the whole file to its peak.
    let decodesToFloat: Bool

    /// The codec by the library's subtype; nil where it is not on the list.
    init?(subtype: Int) {
        guard let known = Self.known[subtype] else { return nil }
        (codec, decodesToFloat) = known
    }

    private static let known: [Int: (AudioCodec, Bool)] = [
        SF_FORMAT_PCM_S8: (.pcm8, false),
        SF_FORMAT_PCM_U8: (.pcm8, false),
        SF_FORMAT_PCM_16: (.pcm16, false),
        SF_FORMAT_PCM_24: (.pcm24, true),
        SF_FORMAT_PCM_32: (.pcm32, true),
        SF_FORMAT_FLOAT: (.float32, true),
        SF_FORMAT_DOUBLE: (.float64, true),
        SF_FORMAT_ULAW: (.muLaw, false),
        SF_FORMAT_ALAW: (.aLaw, false),
        SF_FORMAT_IMA_ADPCM: (.imaADPCM, false),
        SF_FORMAT_MS_ADPCM: (.msADPCM, false),
        SF_FORMAT_GSM610: (.gsm610, false),
        SF_FORMAT_G721_32: (.other, false),
        SF_FORMAT_G723_24: (.other, false),
        SF_FORMAT_G723_40: (.other, false),
        SF_FORMAT_VORBIS: (.vorbis, true),
        SF_FORMAT_OPUS: (.opus, true),
    ]
}
