import CallArchive
import Foundation

/// A file that may be a recording.
struct ListedFile: Sendable, Hashable {
    /// Its absolute path.
    var path: String
    /// How it looked when it was listed.
    var stamp: FileStamp

    /// A look at a file; nil where no plain file lies there.
    init?(path: String, workspace: Workspace) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let time = status.st_mtim
        self.path = path
        stamp = FileStamp(
            path: workspace.storedPath(of: path), byteCount: Int(status.st_size),
            modifiedNanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec),
            inode: UInt64(status.st_ino))
    }

    /// Whether the file still looks as it did.
    func isUnchanged(in workspace: Workspace) -> Bool {
        ListedFile(path: path, workspace: workspace)?.stamp == stamp
    }
}

/// The files below some paths, sorted by path.
///
/// Hidden files and folders are passed over, and so is `Annotations/`. A link to a file counts as
/// the file; a link to a folder is not followed (it could lead in a circle), unless it was named
/// itself.
struct FileListing {
    /// What may be recordings.
    private(set) var files: [ListedFile] = []
    /// Files that are no recordings by their extension.
    private(set) var ignoredCount = 0
    /// What could not be looked at, and why.
    private(set) var unreadable: [(path: String, reason: String)] = []

    private let workspace: Workspace
    private var seen: Set<String> = []

    /// Lists what lies below absolute paths; a file is taken with the other side of its call, where
    /// one lies beside it. Throws ``IngestError`` where a path leads nowhere.
    init(_ paths: [String], workspace: Workspace, words: SideWords) throws(IngestError) {
        self.workspace = workspace
        for path in paths {
            var status = stat()
            guard stat(path, &status) == 0 else {
                throw .unreadable(path: path, errno: errno)
            }
            if status.st_mode & S_IFMT == S_IFDIR {
                guard access(path, R_OK | X_OK) == 0 else {
                    throw .unreadable(path: path, errno: errno)
                }
                walk(path)
            } else {
                add(path)
                let folder = FilePlace.folder(of: path)
                for other in SidePairing.otherNames(of: FilePlace.name(of: path), words: words) {
                    add(folder == "/" ? "/" + other : folder + "/" + other)
                }
            }
        }
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private mutating func walk(_ top: String) {
        var folders = [top]
        while let folder = folders.popLast() {
            guard folder != workspace.annotationsPath else { continue }
            guard let handle = opendir(folder) else {
                let reason = String(cString: strerror(errno))
                unreadable.append((folder, "The folder cannot be read: \(reason)."))
                continue
            }
            defer { closedir(handle) }
            while let entry = readdir(handle) {
                guard let (name, kind) = name(of: entry, in: folder), !name.hasPrefix(".") else {
                    continue
                }
                let path = folder == "/" ? "/" + name : folder + "/" + name
                switch kind {
                case UInt8(DT_DIR): folders.append(path)
                case UInt8(DT_REG), UInt8(DT_LNK): add(path)
                case UInt8(DT_UNKNOWN):
                    if FilePlace.isFolder(path) { folders.append(path) } else { add(path) }
                default: break
                }
            }
        }
    }

    private mutating func name(
        of entry: UnsafeMutablePointer<dirent>, in folder: String
    ) -> (String, UInt8)? {
        let kind = entry.pointee.d_type
        let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
            tuple.withMemoryRebound(to: CChar.self, capacity: 256) { text in
                String(validatingCString: text) ?? ""
            }
        }
        if name.isEmpty {
            unreadable.append(
                (folder, "A file in it has a name that is not UTF-8. Rename it (`convmv` helps)."))
            return nil
        }
        return (name, kind)
    }

    private mutating func add(_ path: String) {
        if Self.otherKinds.contains(FilePlace.split(FilePlace.name(of: path)).suffix) {
            ignoredCount += 1
        } else if let file = ListedFile(path: path, workspace: workspace),
            seen.insert(path).inserted
        {
            files.append(file)
        }
    }

    /// Extensions that no recording has, in lower case, and those of files that are still arriving.
    private static let otherKinds: Set<String> = [
        "csv", "tsv", "psv", "json", "jsonl", "txt", "text", "yml", "yaml", "toml", "ini", "md",
        "rst", "xml", "html", "htm", "css", "js", "log", "pdf", "doc", "docx", "odt", "xls", "xlsx",
        "ods", "ppt", "pptx", "png", "jpg", "jpeg", "gif", "webp", "svg", "zip", "gz", "bz2", "xz",
        "tar", "7z", "rar", "sqlite", "db", "sql", "eml", "msg", "srt", "vtt", "textgrid", "eaf",
        "rttm", "jams", "dat", "md5", "sha1", "sha256", "sha512", "sig", "py", "sh", "swift",
        "lock",
        "part", "partial", "filepart", "crdownload", "tmp", "temp", "swp", "bak",
    ]
}
