import CSndFile
import CallModel
import Synchronization

/// Decodes through libsndfile. The library never sees a file name or the file: it reads a region
/// whose content we have looked at first.
final class SndFileReader: SeekingReader {
    private(set) var traits: FileTraits
    private let region: ByteRegion
    private let path: String
    private let handle: OpaquePointer
    let frameCount: Int
    private var remaining: Int
    /// Whether the library knows how many frames there are.
    private let isCounted: Bool
    private var decodedCount = 0
    /// The library gave up before it said that the sound is over.
    private var hasFailed = false
    private let scratch: UnsafeMutableBufferPointer<Float>

    /// A failed opening leaves its reason in a global of the library: one opening at a time.
    static let opening = Mutex(())

    /// Opens a region of a container or coding that `traits` tell of. Frames past `limit` are a
    /// block's filling, not sound. `isRawGSM` says that nothing precedes the GSM 06.10 frames.
    /// `claim` is what the header promises, where the traits do not say. Throws `.malformed` or
    /// `.unsupported` with the library's own words.
    init(
        _ region: ByteRegion, path: String, traits: FileTraits, limit: Int? = nil,
        isRawGSM: Bool = false, claim: HeaderClaim? = nil
    ) throws(AudioError) {
        self.region = region
        self.path = path
        self.traits = traits
        var info = SF_INFO()
        if isRawGSM {
            info.samplerate = Int32(traits.sampleRate)
            info.channels = 1
            info.format = Int32(SF_FORMAT_RAW | SF_FORMAT_GSM610)
        }
        // The handle leaves the lock as a number, because a pointer is not Sendable.
        let (address, words) = Self.opening.withLock { _ in
            var access = Self.access
            let opened = sf_open_virtual(
                &access, Int32(SFM_READ), &info, Unmanaged.passUnretained(region).toOpaque())
            return (
                UInt(bitPattern: opened), opened == nil ? String(cString: sf_strerror(nil)) : ""
            )
        }
        guard let opened = OpaquePointer(bitPattern: address) else {
            throw region.failure
                ?? AudioError(
                    kind: .malformed, path: path,
                    sentence:
                        "The \(traits.container.rawValue.uppercased()) file cannot be decoded: "
                        + "libsndfile says \"\(words.trimmingDot)\".")
        }
        handle = opened
        // A stream whose length nobody wrote down counts as the largest number of frames.
        isCounted = info.frames < sf_count_t.max || limit != nil
        frameCount = min(limit ?? .max, max(0, Int(info.frames)))
        remaining = frameCount
        self.traits.sampleRate = Int(info.samplerate)
        self.traits.channelCount = Int(info.channels)
        guard let codec = SndFileCodec(subtype: Int(info.format) & SF_FORMAT_SUBMASK)
        else {
            scratch = .allocate(capacity: 0)
            throw .unsupported(
                "This codec in \(traits.container.rawValue.uppercased())", path: path)
        }
        if traits.codec == .other { self.traits.codec = codec.codec }
        if [.gsm610, .other].contains(self.traits.codec) || !isCounted || info.seekable == 0 {
            self.traits.seeksExactly = false
        }
        if let claim, isCounted {
            self.traits.headerFrameCount =
                claim.promisedFrameCount(present: remaining)
                ?? (traits.container == .ogg ? remaining : nil)
        }
        scratch = .allocate(capacity: codec.decodesToFloat ? 1 << 14 : 0)
        if let refusal = AudioError.refusingShape(
            sampleRate: Int(info.samplerate), channelCount: Int(info.channels),
            container: traits.container.rawValue.uppercased(), path: path)
        {
            throw refusal
        }
    }

    deinit {
        sf_close(handle)
        scratch.deallocate()
    }

    func read(into buffer: UnsafeMutableBufferPointer<Int16>) throws(AudioError) -> Int {
        let channels = traits.channelCount
        let room = scratch.isEmpty ? buffer.count : min(buffer.count, scratch.count)
        // Even numbers only: odd ones have run over the ends of its buffers.
        let wanted = min(room / channels & ~1, remaining)
        guard wanted > 0 else { return 0 }
        // A read of an odd rest asks for one frame more, which is dropped.
        let asked = wanted + (wanted & 1)
        var got: Int
        if scratch.isEmpty {
            got = Int(sf_readf_short(handle, buffer.baseAddress, sf_count_t(asked)))
        } else {
            got = Int(sf_readf_float(handle, scratch.baseAddress, sf_count_t(asked)))
            for index in 0..<(max(0, got) * channels) {
                buffer[index] = SampleCoding.sample(scratch[index])
            }
        }
        if let failure = region.failure { throw failure }
        got = min(max(0, got), wanted)
        decodedCount += got
        if got < wanted { hasFailed = sf_error(handle) != SF_ERR_NO_ERROR }
        if isCounted { remaining -= got }
        return got
    }

    func seek(to frame: Int) throws(AudioError) {
        region.renewAllowance()
        let target = min(frame, frameCount)
        remaining = frameCount - target
        guard remaining > 0 else { return }
        guard Int(sf_seek(handle, sf_count_t(target), SEEK_SET)) == target else {
            throw region.failure
                ?? AudioError(
                    kind: .unreadable, path: path,
                    sentence: "Frame \(target) cannot be reached: libsndfile says "
                        + "\"\(String(cString: sf_strerror(handle)).trimmingDot)\".")
        }
    }

    var readShare: Double { Double(region.position) / Double(max(1, region.count)) }

    var decodingFlaws: Set<RecordingFlaw> {
        if isCounted && remaining > 0 || hasFailed {
            // Ogg files that were cut are told by their last page instead.
            let isAtEnd = region.position == region.count && traits.container != .ogg
            return [isAtEnd ? .truncated : .damaged]
        }
        return decodedCount < traits.headerFrameCount ?? 0 ? [.truncated] : []
    }

    /// What the file says of itself, where the library understands it.
    var metadata: EmbeddedMetadata {
        func text(_ field: Int) -> String? {
            sf_get_string(handle, Int32(field)).flatMap {
                EmbeddedMetadata.bounded(String(cString: $0))
            }
        }
        var metadata = EmbeddedMetadata()
        metadata.title = text(SF_STR_TITLE)
        metadata.artist = text(SF_STR_ARTIST)
        metadata.comment = text(SF_STR_COMMENT)
        metadata.software = text(SF_STR_SOFTWARE)
        metadata.date = text(SF_STR_DATE)
        return metadata
    }

    /// The library's reading of a region: it is handed over unretained, and the reader that owns
    /// the handle owns the region too.
    private static var access: SF_VIRTUAL_IO {
        SF_VIRTUAL_IO(
            get_filelen: { sf_count_t(ByteRegion.borrowed($0).count) },
            seek: { offset, whence, data in
                sf_count_t(ByteRegion.borrowed(data).seek(Int(offset), whence: whence))
            },
            read: { buffer, count, data in
                sf_count_t(
                    ByteRegion.borrowed(data).read(
                        into: UnsafeMutableRawBufferPointer(
                            start: buffer, count: max(0, Int(count)))))
            },
            write: { _, _, _ in 0 },
            tell: { sf_count_t(ByteRegion.borrowed($0).position) })
    }
}

extension ByteRegion {
    /// The region behind the pointer that a C library hands back.
    static func borrowed(_ pointer: UnsafeMutableRawPointer?) -> ByteRegion {
        Unmanaged<ByteRegion>.fromOpaque(pointer!).takeUnretainedValue()
    }
}

extension String {
    /// The words of a C library without the full stop or line break that some of them end in.
    var trimmingDot: String {
        var text = Substring(self)
        while let last = text.last, last == "." || last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
