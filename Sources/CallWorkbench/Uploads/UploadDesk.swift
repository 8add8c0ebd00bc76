import CallAudio
import CallModel
import Foundation

/// Takes recordings that somebody sends, piece by piece, into `Recordings/Uploads/`.
///
/// A file grows under a hidden name, which ingests pass over, and gets its own once it is whole and on
/// the disk. A sender who lost the connection asks how much is there and goes on from that byte, also
/// after the server was started anew. The first bytes must be those of something that is decoded.
public actor UploadDesk {
    /// How much of an upload is there.
    public struct Progress: Sendable, Hashable {
        /// Bytes that are there: where to go on.
        public let byteCount: Int
        /// Bytes that it will have.
        public let length: Int
        /// The stored path of the recording, once it is whole.
        public let path: String?
    }

    /// The most bytes of a file: ten hours of two sides at 48 kHz.
    public static let longest = 8 << 30
    /// Uploads under way at once.
    static let most = 16
    /// An upload that nobody went on with for so long is given up, in seconds.
    static let patience: TimeInterval = 24 * 3600

    private let workspace: Workspace
    private let settings: WorkspaceSettings
    private let longest: Int
    private var finished: [String: Progress] = [:]

    /// A desk that takes files of up to `longest` bytes.
    public init(workspace: Workspace, settings: WorkspaceSettings, longest: Int = longest) {
        self.workspace = workspace
        self.settings = settings
        self.longest = longest
    }

    private var folder: String { workspace.recordingsPath + "/Uploads" }

    /// Begins an upload, or says how much of it is there. `id` is made by the sender once for each
    /// file: letters, digits and hyphens, up to 64. Throws ``UploadError``.
    public func begin(_ id: String, name: String, length: Int) throws(UploadError) -> Progress {
        if let known = try? progress(of: id) { return known }
        guard Self.isName(id), length > 0 else {
            throw UploadError(
                .malformed, "An upload needs a name of letters, digits and hyphens, and a length.")
        }
        guard length <= longest else {
            throw UploadError(
                .tooLarge,
                "The file has \(length) bytes, more than the \(longest) that are taken by upload: "
                    + "copy it into Recordings/ instead.")
        }
        giveUpOld()
        guard partials().count < Self.most else {
            throw UploadError(
                .tooMany, "\(Self.most) uploads are under way: wait until one of them is done.")
        }
        try prepareFolder()
        let upload = PartialUpload(
            folder: folder, id: id, name: UploadName.safe(name), length: length)
        try upload.create()
        return Progress(byteCount: 0, length: length, path: nil)
    }

    /// How much of an upload is there. Throws ``UploadError``.
    public func progress(of id: String) throws(UploadError) -> Progress {
        if let done = finished[id] { return done }
        let upload = try partial(id)
        return Progress(byteCount: upload.byteCount, length: upload.length, path: nil)
    }

    /// Adds bytes at the end, which must be at an offset; the last ones make the file whole. Throws
    /// ``UploadError``; of what is no audio nothing is kept.
    public func append(
        _ id: String, at offset: Int, _ bytes: [UInt8]
    ) throws(UploadError) -> Progress {
        let upload = try partial(id)
        guard upload.byteCount == offset else {
            throw UploadError(
                .wrongOffset(upload.byteCount),
                "\(upload.byteCount) bytes of the upload are there: go on with the next one.")
        }
        guard offset + bytes.count <= upload.length else {
            throw UploadError(
                .malformed, "The upload was said to have \(upload.length) bytes, and has more.")
        }
        try upload.append(bytes, at: offset)
        let end = offset + bytes.count
        let checked = min(PartialUpload.headByteCount, upload.length)
        if offset < checked, end >= checked {
            do throws(UploadError) {
                try check(upload)
            } catch {
                upload.remove()
                throw error
            }
        }
        guard end == upload.length else {
            return Progress(byteCount: end, length: upload.length, path: nil)
        }
        let path = workspace.storedPath(of: try upload.finish())
        let done = Progress(byteCount: end, length: end, path: path)
        finished[id] = done
        return done
    }

    /// Whether the first bytes are those of something that is decoded, or of nothing that is known
    /// under an extension that the settings take for sound without a header.
    private func check(_ upload: PartialUpload) throws(UploadError) {
        let magic = upload.head().withUnsafeBytes(AudioMagic.sniff)
        switch magic {
        case .audio: return
        case .unknown where isHeaderless(upload.name): return
        case .unsupported(let name):
            throw UploadError(
                .notAudio,
                "\(upload.name) is \(name), which is not decoded. Convert it with: "
                    + "ffmpeg -i IN -c:a pcm_s16le OUT.wav")
        case .unknown:
            throw UploadError(
                .notAudio,
                "\(upload.name) is no recording that is known. If it is sound without a header, "
                    + "name its extension in Annotations/settings.yml.")
        }
    }

    private func isHeaderless(_ name: String) -> Bool {
        let suffix = FilePlace.split(name).suffix
        return settings.headerlessExtensions[suffix] != nil
            || HeaderlessFormat(fileExtension: suffix) != nil
    }

    private func prepareFolder() throws(UploadError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw UploadError(.noRoom, "\(folder) cannot be made: \(error.localizedDescription)")
        }
    }

    private func partial(_ id: String) throws(UploadError) -> PartialUpload {
        guard Self.isName(id), let upload = PartialUpload(folder: folder, id: id) else {
            throw UploadError(.unknown, "There is no upload \"\(id.prefix(64))\": begin it anew.")
        }
        return upload
    }

    private func partials() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap(PartialUpload.id(ofPlan:))
    }

    private func giveUpOld() {
        for id in partials() {
            guard let upload = PartialUpload(folder: folder, id: id),
                upload.age < Self.patience
            else {
                PartialUpload.remove(folder: folder, id: id)
                continue
            }
        }
    }

    private static func isName(_ id: String) -> Bool {
        (1...64).contains(id.utf8.count)
            && id.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
                    || (0x61...0x7A).contains($0) || $0 == 0x2D
            }
    }
}
