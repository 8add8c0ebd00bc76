import Foundation

/// What the locks of the cache's files have in common.
enum FileLock {
    /// Whether an open file is still the one of this name: somebody may have removed or renamed it
    /// before it was locked.
    static func isNamed(_ descriptor: Int32, _ path: String) -> Bool {
        var (opened, named) = (stat(), stat())
        return fstat(descriptor, &opened) == 0 && lstat(path, &named) == 0
            && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
    }

    /// Removes a file that nobody holds a lock on; returns whether it did.
    @discardableResult
    static func unlinkIfFree(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, isNamed(descriptor, path) else {
            return false
        }
        return unlink(path) == 0
    }
}
