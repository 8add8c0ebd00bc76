import CMPG123
import CallModel

/// Decodes MPEG audio through libmpg123, which reads all of a file with a variable bit rate and no
/// Xing header, where libsndfile stops halfway without a word.
final class MP3Reader: FrameReader {
    private(set) var traits: FileTraits
    private let bytes: RecordedBytes
    private let range: Range<Int>
    private let region: ByteRegion
    private let handle: OpaquePointer
    private var isOver = false
    /// What decodes now has another rate or channel count than the recording: damage that looks like
    /// a frame, or a foreign stream glued on. It is passed over.
    private var isForeign = false
    private var isDamaged = false
    private var decodedCount = 0
    private var walk: MPEGFrameWalk?

    /// Opens a range of frames, with tags or without; throws `.malformed` where no frame is in it,
    /// `.unsupported` where libmpg123 cannot be had.
    init(
        _ bytes: RecordedBytes, range: Range<Int>, container: AudioContainer,
        flaws: Set<RecordingFlaw> = [], factFrameCount: Int? = nil
    ) throws(AudioError) {
        self.bytes = bytes
        self.range = range
        region = ByteRegion(bytes, range: range)
        traits = FileTraits(
            container: container, codec: .mp3, sampleRate: 8000, channelCount: 1,
            headerFrameCount: nil, flaws: flaws, seeksExactly: false)
        var status: Int32 = 0
        guard let handle = mpg123_new(nil, &status) else {
            throw AudioError(
                kind: .unsupported, path: bytes.path,
                sentence: "libmpg123 does not start: "
                    + "\(String(cString: mpg123_plain_strerror(status)).trimmingDot).")
        }
        self.handle = handle
        // Never a word on stderr; over damage of any length; no resampling behind our back.
        let flags = MPG123_QUIET.rawValue | MPG123_SKIP_ID3V2.rawValue | MPG123_GAPLESS.rawValue
        mpg123_param2(handle, Int32(MPG123_ADD_FLAGS.rawValue), Int(flags), 0)
        mpg123_param2(
            handle, Int32(MPG123_REMOVE_FLAGS.rawValue), Int(MPG123_AUTO_RESAMPLE.rawValue), 0)
        mpg123_param2(handle, Int32(MPG123_RESYNC_LIMIT.rawValue), -1, 0)
        var rates: UnsafePointer<Int>?
        var rateCount = 0
        mpg123_rates(&rates, &rateCount)
        mpg123_format_none(handle)
        for index in 0..<rateCount {
            mpg123_format(
                handle, rates![index], Int32(MPG123_MONO.rawValue | MPG123_STEREO.rawValue),
                Int32(MPG123_ENC_SIGNED_16.rawValue))
        }
        mpg123_replace_reader_handle(
            handle,
            {
                ByteRegion.borrowed($0).read(
                    into: UnsafeMutableRawBufferPointer(start: $1, count: $2))
            },
            { ByteRegion.borrowed($0).seek($1, whence: $2) }, nil)
        var (rate, channels, encoding) = (0, Int32(0), Int32(0))
        guard
            mpg123_open_handle(handle, Unmanaged.passUnretained(region).toOpaque())
                == MPG123_OK.rawValue,
            mpg123_getformat(handle, &rate, &channels, &encoding) == MPG123_OK.rawValue
        else {
            throw region.failure
                ?? AudioError(
                    kind: .malformed, path: bytes.path,
                    sentence: "The MP3 data cannot be decoded: libmpg123 says "
                        + "\"\(String(cString: mpg123_strerror(handle)).trimmingDot)\".")
        }
        traits.sampleRate = rate
        traits.channelCount = Int(channels)
        traits.headerFrameCount = try XingHeader(bytes, range: range)?.frameCount ?? factFrameCount
        if let refusal = AudioError.refusingShape(
            sampleRate: rate, channelCount: Int(channels), container: "MP3", path: bytes.path)
        {
            throw refusal
        }
    }

    deinit {
        mpg123_close(handle)
        mpg123_delete(handle)
    }

    func read(into buffer: UnsafeMutableBufferPointer<Int16>) throws(AudioError) -> Int {
        let frameByteCount = 2 * traits.channelCount
        let wanted = buffer.count / traits.channelCount * frameByteCount
        var filled = 0
        var failures = 0
        while filled < wanted, !isOver {
            var got = 0
            let status = mpg123_read(
                handle, UnsafeMutableRawPointer(buffer.baseAddress!) + filled, wanted - filled, &got
            )
            if let failure = region.failure { throw failure }
            if !isForeign { filled += got }
            switch status {
            case MPG123_OK.rawValue: failures = 0
            case MPG123_DONE.rawValue: isOver = true
            case MPG123_NEW_FORMAT.rawValue:
                isForeign = !hasFormat(of: traits)
                isDamaged = isDamaged || isForeign
            default:
                // A frame that it cannot decode; the next one may be whole again.
                isDamaged = true
                failures += 1
                isOver = failures > 100
            }
        }
        if isOver, walk == nil { walk = try MPEGFrameWalk(bytes, range: range) }
        decodedCount += filled / frameByteCount
        return filled / frameByteCount
    }

    private func hasFormat(of traits: FileTraits) -> Bool {
        var (rate, channels, encoding) = (0, Int32(0), Int32(0))
        mpg123_getformat(handle, &rate, &channels, &encoding)
        return rate == traits.sampleRate && Int(channels) == traits.channelCount
    }

    var readShare: Double { Double(region.position) / Double(max(1, region.count)) }

    var decodingFlaws: Set<RecordingFlaw> {
        if isDamaged || walk?.isDamaged == true { return [.damaged] }
        // Encoders' padding is one frame of each sort at most.
        let isShort = decodedCount + 2 * 1152 < traits.headerFrameCount ?? 0
        return isShort || walk?.isWhole == false ? [.truncated] : []
    }
}
