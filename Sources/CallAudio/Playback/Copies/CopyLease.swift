import Foundation

/// A file of the cache in use: a shared lock on it, given back at the end.
final class CopyLease: Sendable {
    let path: String
    let byteCount: Int
    private let descriptor: Int32

    /// Takes a finished copy into use and notes that it was used now; nil where it is not there or is
    /// being thrown out.
    init?(path: String) {
        self.path = path
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        self.descriptor = descriptor
        var status = stat()
        let isHeld =
            descriptor >= 0 && flock(descriptor, LOCK_SH | LOCK_NB) == 0
            && fstat(descriptor, &status) == 0
        byteCount = Int(status.st_size)
        guard isHeld else { return nil }
        // In somebody else's or a read-only folder the order of use stays as it is.
        futimens(descriptor, nil)
    }

    /// Removes the file, unless another has its name by now.
    func discard() {
        if FileLock.isNamed(descriptor, path) { unlink(path) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
