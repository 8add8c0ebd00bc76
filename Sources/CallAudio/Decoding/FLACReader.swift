import CFLAC
import CallModel

/// Decodes FLAC through libFLAC itself: libsndfile would copy every sample once more, and keeps to
/// itself what libFLAC says of damage.
final class FLACReader: SeekingReader {
    private(set) var traits: FileTraits
    /// What the file says of itself in its Vorbis comments.
    private(set) var metadata = EmbeddedMetadata()
    /// Frames that STREAMINFO promises; 0 where it leaves that open.
    private(set) var frameCount = 0
    private let region: ByteRegion
    private let path: String
    private let handle: UnsafeMutablePointer<FLAC__StreamDecoder>
    private var hasStreamInfo = false
    private var remaining = Int.max
    private var isDamaged = false
    /// The library stumbled, and no frame has come since.
    private var hasStumbled = false
    /// Where decoded samples go, and how many frames have come there.
    private var target = UnsafeMutableBufferPointer<Int16>(start: nil, count: 0)
    private var filled = 0
    /// The frames that came when the target was full.
    private let held: UnsafeMutableBufferPointer<Int16>
    private var heldRange = 0..<0
    /// The number of the frame that came last.
    private var newest: Int?

    /// Opens a region that begins with the FLAC marker. Throws `.malformed` where the library cannot
    /// make sense of the header, and refuses shapes that are no call's.
    init(_ region: ByteRegion, path: String) throws(AudioError) {
        guard let handle = FLAC__stream_decoder_new() else {
            throw AudioError(
                kind: .unsupported, path: path, sentence: "libFLAC does not start: no memory.")
        }
        self.handle = handle
        self.region = region
        self.path = path
        traits = FileTraits(
            container: .flac, codec: .flac, sampleRate: 8000, channelCount: 1, seeksExactly: false)
        held = .allocate(capacity: 2 * Int(FLAC__MAX_BLOCK_SIZE))
        FLAC__stream_decoder_set_metadata_respond(handle, FLAC__METADATA_TYPE_VORBIS_COMMENT)
        let status = FLAC__stream_decoder_init_stream(
            handle, Self.readBytes, Self.seekByte, Self.tellByte, Self.countBytes, Self.isAtEnd,
            Self.takeFrame, Self.takeBlock, Self.takeError,
            Unmanaged.passUnretained(self).toOpaque())
        guard status == FLAC__STREAM_DECODER_INIT_STATUS_OK,
            FLAC__stream_decoder_process_until_end_of_metadata(handle) != 0, hasStreamInfo
        else {
            throw region.failure
                ?? .malformed("FLAC", "it does not say what the sound is", path: path)
        }
        if let refusal = AudioError.refusingShape(
            sampleRate: traits.sampleRate, channelCount: traits.channelCount, container: "FLAC",
            path: path)
        {
            throw refusal
        }
    }

    deinit {
        FLAC__stream_decoder_delete(handle)
        held.deallocate()
    }

    func read(into buffer: UnsafeMutableBufferPointer<Int16>) throws(AudioError) -> Int {
        let channels = traits.channelCount
        let wanted = min(buffer.count / channels, remaining)
        target = UnsafeMutableBufferPointer(rebasing: buffer[..<(wanted * channels)])
        filled = min(wanted, heldRange.count)
        if filled > 0 {
            let start = heldRange.lowerBound
            target.baseAddress?.update(
                from: held.baseAddress! + start * channels, count: filled * channels)
            heldRange = (start + filled)..<heldRange.upperBound
        }
        while filled < wanted, decodesOneFrame() {}
        let got = filled
        target = UnsafeMutableBufferPointer(start: nil, count: 0)
        filled = 0
        if let failure = region.failure { throw failure }
        if frameCount > 0 { remaining -= got }
        return got
    }

    /// Has the library decode up to the end of its next frame; false where no more will come.
    private func decodesOneFrame() -> Bool {
        FLAC__stream_decoder_process_single(handle) != 0
            && FLAC__stream_decoder_get_state(handle).rawValue
                < FLAC__STREAM_DECODER_END_OF_STREAM.rawValue
    }

    func seek(to frame: Int) throws(AudioError) {
        region.renewAllowance()
        let goal = min(frame, frameCount)
        remaining = frameCount - goal
        heldRange = 0..<0
        newest = nil
        guard remaining > 0 else { return }
        // The library hands out the rest of the frame that it lands in, which is held.
        if FLAC__stream_decoder_seek_absolute(handle, FLAC__uint64(goal)) != 0, newest == goal {
            return
        }
        // A decoder that lost its way is of no use until it is told to find it anew.
        FLAC__stream_decoder_flush(handle)
        heldRange = 0..<0
        throw region.failure
            ?? AudioError(
                kind: .unreadable, path: path,
                sentence: "Frame \(goal) cannot be reached: libFLAC does not find it.")
    }

    var readShare: Double { Double(region.position) / Double(max(1, region.count)) }

    var decodingFlaws: Set<RecordingFlaw> {
        if isDamaged { return [.damaged] }
        // What the library stumbles over last is the half of a frame with which a cut file ends.
        return frameCount > 0 && remaining > 0 || hasStumbled ? [.truncated] : []
    }

    private func take(_ header: FLAC__FrameHeader, _ planes: SampleCoding.Planes) {
        let channels = traits.channelCount
        // A frame of another shape is foreign to this sound: it is passed over.
        let isForeign = header.channels != channels
        isDamaged = isDamaged || hasStumbled || isForeign
        hasStumbled = false
        if isForeign { return }
        newest = Int(header.number.sample_number)
        let count = Int(header.blocksize)
        let bits = Int(header.bits_per_sample)
        let fitting = min(count, target.count / channels - filled)
        if fitting > 0, let base = target.baseAddress {
            SampleCoding.interleave(
                planes, 0..<fitting, bitCount: bits, channelCount: channels,
                into: base + filled * channels)
            filled += fitting
        }
        if fitting < count, let base = held.baseAddress {
            SampleCoding.interleave(
                planes, fitting..<count, bitCount: bits, channelCount: channels, into: base)
        }
        heldRange = 0..<(count - fitting)
    }

    private func take(_ block: FLAC__StreamMetadata) {
        switch block.type {
        case FLAC__METADATA_TYPE_STREAMINFO:
            let info = block.data.stream_info
            traits.sampleRate = Int(info.sample_rate)
            traits.channelCount = Int(info.channels)
            frameCount = Int(info.total_samples)
            traits.headerFrameCount = frameCount > 0 ? frameCount : nil
            // Without a length there is no telling where the end is.
            traits.seeksExactly = frameCount > 0
            remaining = frameCount > 0 ? frameCount : .max
            hasStreamInfo = true
        case FLAC__METADATA_TYPE_VORBIS_COMMENT:
            metadata = EmbeddedMetadata(block.data.vorbis_comment)
        default: break
        }
    }
}

/// What the library calls. It is handed the reader unretained, and the reader owns the library's
/// handle.
extension FLACReader {
    private static func borrowed(_ pointer: UnsafeMutableRawPointer?) -> FLACReader {
        Unmanaged<FLACReader>.fromOpaque(pointer!).takeUnretainedValue()
    }

    private static let readBytes: FLAC__StreamDecoderReadCallback = { _, bytes, count, reader in
        guard let bytes, let count else { return FLAC__STREAM_DECODER_READ_STATUS_ABORT }
        count.pointee = borrowed(reader).region.read(
            into: UnsafeMutableRawBufferPointer(start: bytes, count: count.pointee))
        return count.pointee > 0
            ? FLAC__STREAM_DECODER_READ_STATUS_CONTINUE
            : FLAC__STREAM_DECODER_READ_STATUS_END_OF_STREAM
    }

    private static let seekByte: FLAC__StreamDecoderSeekCallback = { _, offset, reader in
        borrowed(reader).region.seek(Int(clamping: offset), whence: SEEK_SET) >= 0
            ? FLAC__STREAM_DECODER_SEEK_STATUS_OK : FLAC__STREAM_DECODER_SEEK_STATUS_ERROR
    }

    private static let tellByte: FLAC__StreamDecoderTellCallback = { _, offset, reader in
        offset?.pointee = FLAC__uint64(borrowed(reader).region.position)
        return FLAC__STREAM_DECODER_TELL_STATUS_OK
    }

    private static let countBytes: FLAC__StreamDecoderLengthCallback = { _, count, reader in
        count?.pointee = FLAC__uint64(borrowed(reader).region.count)
        return FLAC__STREAM_DECODER_LENGTH_STATUS_OK
    }

    private static let isAtEnd: FLAC__StreamDecoderEofCallback = { _, reader in
        let region = borrowed(reader).region
        return region.position == region.count ? 1 : 0
    }

    private static let takeFrame: FLAC__StreamDecoderWriteCallback = { _, frame, planes, reader in
        guard let frame, let planes else { return FLAC__STREAM_DECODER_WRITE_STATUS_ABORT }
        borrowed(reader).take(frame.pointee.header, planes)
        return FLAC__STREAM_DECODER_WRITE_STATUS_CONTINUE
    }

    private static let takeBlock: FLAC__StreamDecoderMetadataCallback = { _, block, reader in
        guard let block else { return }
        borrowed(reader).take(block.pointee)
    }

    private static let takeError: FLAC__StreamDecoderErrorCallback = { _, _, reader in
        borrowed(reader).hasStumbled = true
    }
}

extension EmbeddedMetadata {
    /// The first of each of the Vorbis comments that are of use.
    fileprivate init(_ comments: FLAC__StreamMetadata_VorbisComment) {
        let entries = UnsafeBufferPointer(
            start: comments.comments, count: Int(comments.num_comments))
        for entry in entries {
            let bytes = UnsafeRawBufferPointer(start: entry.entry, count: Int(entry.length))
            guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let value = Self.text(UnsafeRawBufferPointer(rebasing: bytes[(equals + 1)...]))
            switch String(decoding: bytes[..<equals], as: UTF8.self).lowercased() {
            case "title": title = title ?? value
            case "artist": artist = artist ?? value
            case "comment": comment = comment ?? value
            case "software": software = software ?? value
            case "date": date = date ?? value
            default: break
            }
        }
    }
}
