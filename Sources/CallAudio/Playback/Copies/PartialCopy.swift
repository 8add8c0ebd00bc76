import Foundation

/// A copy that is being written under a name of its own, which the lock on it makes its maker's; gone
/// with it unless it is finished.
final class PartialCopy {
    let path: String
    let descriptor: Int32
    private var isFinished = false

    /// An empty file, locked; nil while somebody else writes it. Throws `.noRoom` where it cannot be
    /// made.
    init?(path: String) throws(AudioError) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw AudioError(
                kind: .noRoom, path: path,
                sentence: "A playable copy cannot be begun: \(String(cString: strerror(errno))).")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0,
            FileLock.isNamed(descriptor, path), ftruncate(descriptor, 0) == 0
        else {
            isFinished = true
            return nil
        }
    }

    deinit {
        if descriptor >= 0 {
            if !isFinished { unlink(path) }
            close(descriptor)
        }
    }

    var byteCount: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Returns when what was written is on the disk. Throws `.noRoom` where it does not get there.
    func sync() throws(AudioError) {
        guard fsync(descriptor) == 0 else { throw failure }
    }

    /// Gives the file its final name, under which it is in use from the first instant on.
    func finish(as final: String) throws(AudioError) -> CopyLease {
        // From the maker's lock to a user's first: whoever finds the new name can use it at once, and
        // nobody can throw it out.
        guard flock(descriptor, LOCK_SH) == 0, rename(path, final) == 0 else { throw failure }
        isFinished = true
        syncFolder()
        guard let lease = CopyLease(path: final) else { throw failure }
        return lease
    }

    private func syncFolder() {
        let folder = open(
            URL(filePath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }
        // A copy that a power cut forgets is made again.
        fsync(folder)
        close(folder)
    }

    private var failure: AudioError {
        AudioError(
            kind: .noRoom, path: path,
            sentence: "The playable copy cannot be kept: \(String(cString: strerror(errno))).")
    }
}
