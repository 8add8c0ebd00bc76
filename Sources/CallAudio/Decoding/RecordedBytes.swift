import CallModel

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The bytes of a file on disk, read by position and never written, and hashed on their way by.
///
/// Whoever reads a file from its start to its end gets the hash for nothing; whatever was skipped is
/// read once more when the hash is asked for. The size is the one at the time of opening: a recording
/// that still grows is not followed.
final class RecordedBytes {
    /// The file as it was named by the caller; no decoder ever sees it.
    let path: String
    /// The size in bytes.
    let count: Int
    private let descriptor: Int32
    private let hasher = ContentHasher()
    private var hashedCount = 0

    /// Opens a file for reading; throws `.unreadable` where that fails or where it is not a plain
    /// file, and `.empty` where it has no bytes.
    init(path: String) throws(AudioError) {
        self.path = path
        // Without O_NONBLOCK a named pipe would keep us waiting for its writer.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        var status = stat()
        let failed = descriptor < 0 || fstat(descriptor, &status) != 0
        let code = errno
        count = failed ? 0 : Int(status.st_size)
        if failed {
            throw AudioError(
                kind: .unreadable, path: path,
                sentence: "The file cannot be opened: \(String(cString: strerror(code))).")
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw AudioError(
                kind: .unreadable, path: path,
                sentence: "This is not a plain file; name the recording itself.")
        }
        guard count > 0 else {
            throw AudioError(
                kind: .empty, path: path,
                sentence: "The file is empty (0 bytes): the recorder wrote nothing.")
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Reads bytes from a position until the buffer is full or the file ends; returns how many.
    /// Throws `.unreadable` where the system fails.
    func read(
        at offset: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(AudioError) -> Int {
        guard offset >= 0, offset < count else { return 0 }
        var filled = 0
        let wanted = min(buffer.count, count - offset)
        while filled < wanted {
            let got = pread(
                descriptor, buffer.baseAddress! + filled, wanted - filled, off_t(offset + filled))
            if got < 0 {
                if errno == EINTR { continue }
                throw AudioError(
                    kind: .unreadable, path: path,
                    sentence: "Reading failed at byte \(offset + filled): "
                        + "\(String(cString: strerror(errno))).")
            }
            if got == 0 { break }
            filled += got
        }
        hash(UnsafeRawBufferPointer(rebasing: buffer[..<filled]), at: offset)
        return filled
    }

    /// Reads at most `length` bytes from a position; fewer where the file ends.
    func bytes(at offset: Int, count length: Int) throws(AudioError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, min(length, count - offset)))
        let got: Int
        do {
            got = try bytes.withUnsafeMutableBytes { try read(at: offset, into: $0) }
        } catch let error as AudioError {
            throw error
        } catch {
            throw AudioError(kind: .unreadable, path: path, sentence: "Reading failed: \(error).")
        }
        bytes.removeSubrange(got...)
        return bytes
    }

    /// The SHA-256 of the whole file; reads what nobody has read. Call it once, at the end.
    func contentHash() throws(AudioError) -> ContentHash {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 64)
        defer { buffer.deallocate() }
        while hashedCount < count {
            guard try read(at: hashedCount, into: buffer) > 0 else { break }
        }
        return hasher.finish()
    }

    private func hash(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        let end = offset + bytes.count
        guard offset <= hashedCount, hashedCount < end else { return }
        hasher.update(UnsafeRawBufferPointer(rebasing: bytes[(hashedCount - offset)...]))
        hashedCount = end
    }
}
