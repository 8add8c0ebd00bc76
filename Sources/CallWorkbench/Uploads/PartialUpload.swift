import Foundation

/// A file that is being sent: `.ID.part` holds what came of it, `.ID.plan` its length and name.
///
/// Both lie beside where the whole file will lie, so that its name can be given at a stroke.
struct PartialUpload {
    /// What the first bytes are told by.
    static let headByteCount = 8192

    let name: String
    let length: Int
    private let folder: String
    private let id: String

    init(folder: String, id: String, name: String, length: Int) {
        self.folder = folder
        self.id = id
        self.name = name
        self.length = length
    }

    /// One that was begun; nil where there is none.
    init?(folder: String, id: String) {
        guard let plan = try? String(contentsOfFile: "\(folder)/.\(id).plan", encoding: .utf8)
        else { return nil }
        let parts = plan.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let length = Int(parts[0]) else { return nil }
        self.init(folder: folder, id: id, name: String(parts[1]), length: length)
    }

    /// The upload that a file of the folder belongs to; nil where it is no plan.
    static func id(ofPlan file: String) -> String? {
        guard file.hasPrefix("."), file.hasSuffix(".plan") else { return nil }
        return String(file.dropFirst().dropLast(".plan".count))
    }

    static func remove(folder: String, id: String) {
        unlink("\(folder)/.\(id).part")
        unlink("\(folder)/.\(id).plan")
    }

    private var path: String { "\(folder)/.\(id).part" }
    private var planPath: String { "\(folder)/.\(id).plan" }

    /// Bytes that are there.
    var byteCount: Int {
        var status = stat()
        return lstat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// How long ago something came, in seconds.
    var age: TimeInterval {
        var status = stat()
        guard lstat(path, &status) == 0 else { return .infinity }
        return Date().timeIntervalSince1970 - TimeInterval(status.st_mtim.tv_sec)
    }

    func create() throws(UploadError) {
        var room = statvfs()
        guard statvfs(folder, &room) != 0 || Int(room.f_bavail) * Int(room.f_frsize) > length
        else {
            throw UploadError(.noRoom, "There is no room for \(length) bytes: free some space.")
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure }
        close(descriptor)
        do {
            try Data("\(length) \(name)".utf8).write(to: URL(fileURLWithPath: planPath))
        } catch {
            remove()
            throw UploadError(.noRoom, "The upload cannot be begun: \(error.localizedDescription)")
        }
    }

    func append(_ bytes: [UInt8], at offset: Int) throws(UploadError) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw failure }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                pwrite(
                    descriptor, buffer.baseAddress! + written, buffer.count - written,
                    off_t(offset + written))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure }
            written += count
        }
    }

    /// The first bytes.
    func head() -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        return [UInt8](unsafeUninitializedCapacity: Self.headByteCount) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, Self.headByteCount, 0))
        }
    }

    /// Brings the file onto the disk and gives it its name, or that name with a number where another
    /// file bears it: nothing is ever written over.
    func finish() throws(UploadError) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0, fsync(descriptor) == 0, fchmod(descriptor, 0o644) == 0 else {
            throw failure
        }
        close(descriptor)
        for number in 1...10_000 {
            let final = "\(folder)/\(UploadName.numbered(name, number))"
            if link(path, final) == 0 {
                remove()
                flushFolder()
                return final
            }
            guard errno == EEXIST else { throw failure }
        }
        throw UploadError(
            .noRoom, "Too many files are called \(name): rename it and send it again.")
    }

    func remove() { Self.remove(folder: folder, id: id) }

    private func flushFolder() {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private var failure: UploadError {
        UploadError(
            .noRoom,
            "The upload cannot be kept: \(String(cString: strerror(errno))). Free some space.")
    }
}
