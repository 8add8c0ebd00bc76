import CSndFile
import CallModel
import Synchronization

/// Writes 16-bit samples as FLAC into an open file, through libsndfile.
final class FLACWriter {
    private var handle: OpaquePointer?
    private let channelCount: Int
    private let path: String

    /// Begins an empty file, which stays the caller's to close; `path` is for errors. Throws
    /// `.unsupported` where FLAC does not have the rate.
    init(
        descriptor: Int32, sampleRate: Int, channelCount: Int, path: String
    ) throws(AudioError) {
        self.channelCount = channelCount
        self.path = path
        var info = SF_INFO()
        info.samplerate = Int32(sampleRate)
        info.channels = Int32(channelCount)
        info.format = Int32(SF_FORMAT_FLAC | SF_FORMAT_PCM_16)
        let (address, words) = SndFileReader.opening.withLock { _ in
            let opened = sf_open_fd(descriptor, Int32(SFM_WRITE), &info, Int32(SF_FALSE))
            return (
                UInt(bitPattern: opened), opened == nil ? String(cString: sf_strerror(nil)) : ""
            )
        }
        handle = OpaquePointer(bitPattern: address)
        guard handle != nil else {
            throw AudioError(
                kind: .unsupported, path: path,
                sentence: "A playable copy cannot be begun: libsndfile says "
                    + "\"\(words.trimmingDot)\".")
        }
        // The quickest level: a little larger, and half the time.
        var level = 0.0
        sf_command(
            handle, Int32(SFC_SET_COMPRESSION_LEVEL), &level, Int32(MemoryLayout<Double>.size))
    }

    deinit {
        if let handle { sf_close(handle) }
    }

    /// Adds whole frames. Throws `.noRoom` where they cannot be written.
    func write(_ samples: UnsafeBufferPointer<Int16>) throws(AudioError) {
        let frames = sf_count_t(samples.count / channelCount)
        guard sf_writef_short(handle, samples.baseAddress, frames) == frames,
            sf_error(handle) == SF_ERR_NO_ERROR
        else { throw failure(String(cString: sf_strerror(handle))) }
    }

    /// Writes what is still held back, and the header's length and checksum.
    func finish() throws(AudioError) {
        let status = sf_close(handle)
        handle = nil
        guard status == SF_ERR_NO_ERROR else {
            throw failure(String(cString: sf_error_number(status)))
        }
    }

    private func failure(_ words: String) -> AudioError {
        AudioError(
            kind: .noRoom, path: path,
            sentence: "The playable copy cannot be written: libsndfile says "
                + "\"\(words.trimmingDot)\".")
    }
}
