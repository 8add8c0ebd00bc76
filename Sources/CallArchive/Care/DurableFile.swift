import Foundation

/// Files that are on the disk, not only on their way there.
enum DurableFile {
    /// Brings the content of a file, or the names in a folder, onto the disk.
    static func flush(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw ArchiveError.backup(file: path, reason: String(cString: strerror(errno)) + ".")
        }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw ArchiveError.backup(file: path, reason: String(cString: strerror(errno)) + ".")
        }
    }
}
