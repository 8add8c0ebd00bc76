import CallModel
import Foundation

/// A folder of playable copies with an upper limit of its size: what was used longest ago goes first.
///
/// It needs no owner. Any number of processes may use it at once: a copy appears whole or not at all,
/// one maker at a time writes it, and what a killed maker left behind is removed by the next. Copies
/// can be read by their owner only. Everything in it can be made again, so it may be deleted.
public struct CopyCache: Sendable {
    /// The folder; made when the first copy is, if its parent is there.
    public let folder: String
    /// The most that finished copies may take, in bytes.
    public let capacity: Int

    /// A cache in a folder, of at most so many mebibytes.
    public init(folder: String, capacityMiB: Int) {
        self.init(folder: folder, capacity: max(0, capacityMiB) << 20)
    }

    init(folder: String, capacity: Int) {
        self.folder = folder
        self.capacity = capacity
    }

    /// What the finished copies take now, in bytes.
    public var byteCount: Int { finished().reduce(0) { $0 + $1.byteCount } }

    /// Whose sound the finished copies hold: the first 32 hexadecimal digits of the content hash of
    /// each recorded file.
    public var sources: Set<String> {
        Set(names().lazy.compactMap(CopyName.init).flatMap(\.sources))
    }

    /// Removes every copy with the sound of one of these files, named as in ``sources``: for
    /// recordings that are no longer there. One in use goes as well, and plays on until it is closed.
    public func remove(copiesOf sources: Set<String>) {
        for name in names() {
            guard let copy = CopyName(name), copy.sources.contains(where: sources.contains)
            else { continue }
            unlink(path(name))
        }
        removeLeftovers()
    }

    /// The copy of this identity, in use from now on; nil where there is none. A file that is not
    /// what was written is removed.
    func find(_ identity: CopyIdentity) -> CopyLease? {
        for name in names() {
            guard let copy = CopyName(name), copy.stem == identity.stem,
                let lease = CopyLease(path: path(name))
            else { continue }
            if (try? RecordedBytes(path: lease.path).contentHash().rawValue) == copy.digest {
                return lease
            }
            lease.discard()
        }
        return nil
    }

    /// Writes the copy of this identity, unless somebody else does meanwhile: then waits for theirs.
    ///
    /// `write` fills an empty file; what it throws is thrown on and leaves nothing behind. `pause` is
    /// called while waiting, and may throw too. Throws `.noRoom` where the folder cannot be written to
    /// or the copy is larger than the whole cache.
    func make(
        _ identity: CopyIdentity, write: (PartialCopy) throws -> Void, pause: () throws -> Void
    ) throws -> CopyLease {
        try makeFolder()
        removeLeftovers()
        while true {
            if let lease = find(identity) { return lease }
            guard let partial = try PartialCopy(path: path(CopyName.partial(identity))) else {
                try pause()
                continue
            }
            // Theirs may have been finished between looking for it and taking the lock.
            if let lease = find(identity) { return lease }
            try write(partial)
            try partial.sync()
            guard partial.byteCount <= capacity else {
                throw AudioError(
                    kind: .noRoom, path: folder,
                    sentence: "A playable copy of \(partial.byteCount >> 20) MiB is more than the "
                        + "whole cache of \(capacity >> 20) MiB; allow it more.")
            }
            makeRoom(for: partial.byteCount)
            let digest = try RecordedBytes(path: partial.path).contentHash()
            return try partial.finish(as: path(CopyName.finished(identity, digest: digest)))
        }
    }

    /// Makes the folder, where it is not there. Throws `.noRoom` where that cannot be.
    func makeFolder() throws(AudioError) {
        guard mkdir(folder, 0o700) != 0, errno != EEXIST else { return }
        throw AudioError(
            kind: .noRoom, path: folder,
            sentence: "The folder for playable copies cannot be made: "
                + "\(String(cString: strerror(errno))).")
    }

    // MARK: Files

    private struct Entry {
        let path: String
        let byteCount: Int
        let lastUse: timespec
    }

    private func path(_ name: String) -> String { "\(folder)/\(name)" }

    private func names() -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) {
                    String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names.sorted()
    }

    private func finished() -> [Entry] {
        names().compactMap { name in
            var status = stat()
            guard CopyName(name) != nil, lstat(path(name), &status) == 0 else { return nil }
            return Entry(
                path: path(name), byteCount: Int(status.st_size), lastUse: status.st_mtim)
        }
    }

    /// Throws copies out, oldest use first and none that is in use, until so many bytes fit.
    private func makeRoom(for byteCount: Int) {
        let entries = finished().sorted {
            ($0.lastUse.tv_sec, $0.lastUse.tv_nsec) < ($1.lastUse.tv_sec, $1.lastUse.tv_nsec)
        }
        var excess = entries.reduce(byteCount - capacity) { $0 + $1.byteCount }
        for entry in entries where excess > 0 {
            if FileLock.unlinkIfFree(entry.path) { excess -= entry.byteCount }
        }
    }

    /// Removes what makers have left that no longer run.
    private func removeLeftovers() {
        for name in names() {
            if CopyName.isPartial(name) { FileLock.unlinkIfFree(path(name)) }
            // These lose their name as soon as they have one, whoever takes it.
            if name.hasPrefix(CopyName.spoolPrefix) { unlink(path(name)) }
        }
    }
}
