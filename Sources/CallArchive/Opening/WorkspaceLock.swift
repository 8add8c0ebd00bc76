public import Foundation
import Synchronization

/// The right to write in a workspace, held by one process at a time.
///
/// It is an advisory lock (`flock`) on `earful.lock` in the annotations folder. The kernel gives it
/// back when the process ends in whatever way, so a file left behind by a killed process locks
/// nobody out; the file is never deleted, because a lock on a deleted file protects nothing. The
/// descriptor closes on exec: a worker that outlives its parent must not keep the lock.
public final class WorkspaceLock: Sendable {
    /// The name of the lock file.
    public static let fileName = "earful.lock"

    private let descriptor: Mutex<Int32?>

    /// Takes the lock and writes the owner's name into the lock file.
    ///
    /// Throws ``ArchiveError/owned(by:folder:)`` while another process, or another archive opened in
    /// this one, holds it.
    public init(in annotations: URL, command: String, now: Date = Date()) throws {
        let file = annotations.appending(path: Self.fileName).path
        let opened = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard opened >= 0 else {
            throw ArchiveError.database(
                doing: "locking \(file)", reason: String(cString: strerror(errno)))
        }
        // Somebody who only asks for the owner holds a shared lock for an instant: try again.
        var taken = flock(opened, LOCK_EX | LOCK_NB) == 0
        for _ in 0..<10 where !taken && errno == EWOULDBLOCK {
            usleep(10_000)
            taken = flock(opened, LOCK_EX | LOCK_NB) == 0
        }
        guard taken else {
            let reason = errno
            let owner = Self.readOwner(opened)
            close(opened)
            guard reason == EWOULDBLOCK else {
                throw ArchiveError.database(
                    doing: "locking \(file)", reason: String(cString: strerror(reason)))
            }
            throw ArchiveError.owned(by: owner, folder: annotations.path)
        }
        descriptor = Mutex(opened)
        Self.write(
            WorkspaceOwner(pid: getpid(), command: command, since: now), to: opened)
    }

    deinit {
        release()
    }

    /// Gives the lock back; once is enough, more is harmless.
    public func release() {
        descriptor.withLock { held in
            guard let open = held else { return }
            ftruncate(open, 0)
            // Also for a child that was forked off and has not yet closed what it inherited.
            flock(open, LOCK_UN)
            close(open)
            held = nil
        }
    }

    /// Who holds the lock at this instant; nil when nobody does.
    ///
    /// A pid of 0 stands for an owner that has not yet written its name.
    public static func owner(in annotations: URL) -> WorkspaceOwner? {
        let opened = open(annotations.appending(path: fileName).path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { return nil }
        defer { close(opened) }
        guard flock(opened, LOCK_SH | LOCK_NB) != 0, errno == EWOULDBLOCK else { return nil }
        return readOwner(opened)
            ?? WorkspaceOwner(pid: 0, command: "unknown", since: Date(timeIntervalSince1970: 0))
    }

    private static func write(_ owner: WorkspaceOwner, to descriptor: Int32) {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Who owns the lock is a courtesy: the lock itself holds without it.
        guard var line = try? encoder.encode(owner) else { return }
        line.append(0x0A)
        ftruncate(descriptor, 0)
        _ = line.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    private static func readOwner(_ descriptor: Int32) -> WorkspaceOwner? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        guard count > 0 else { return nil }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try? decoder.decode(WorkspaceOwner.self, from: Data(bytes.prefix(count)))
    }
}
