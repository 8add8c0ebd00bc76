import CallArchive
public import CallAudio
public import CallModel
import Foundation

/// Finds the sound of calls where it lies now.
public struct CallFiles: Sendable {
    let workbench: Workbench

    /// The files of a workspace.
    public init(_ workbench: Workbench) {
        self.workbench = workbench
    }

    /// What to decode to hear a call, so that its frames are those that were measured: the present
    /// places of its files, their order, offsets and codings as they were taken in.
    ///
    /// A place counts where the file there still looks as it did, or still has the same bytes. Throws
    /// ``RecordingGone`` where there is none, and `ArchiveError`.
    public func source(of call: Call) async throws -> CallSource {
        guard call.recordingState == .decoded, let recording = call.recording else {
            throw RecordingGone(call: call.id, path: nil, isChanged: false)
        }
        let seen = try await workbench.archive.locations(of: call.id)
        let sources = try recording.files.map { file in
            AudioSource(
                path: try place(of: file, of: call.id, among: seen),
                headerless: file.container == .headerless
                    ? HeaderlessFormat(codec: file.codec) : nil,
                offset: file.offset)
        }
        // The order of the files is the order of the channels, whatever was said later of the sides.
        return sources.count == 2
            ? .sides(agent: sources[0], customer: sources[1])
            : .file(sources[0], layout: recording.layout)
    }

    private func place(
        of file: RecordedFile, of call: CallID, among seen: [SeenFile]
    ) throws -> String {
        var changed: String?
        let places = seen.map(\.location).filter { $0.contentHash == file.contentHash }
        for location in places {
            let path = workbench.workspace.absolutePath(ofStored: location.stamp.path)
            guard let now = ListedFile(path: path, workspace: workbench.workspace) else { continue }
            // A workspace that was copied has its files with other times.
            if now.stamp.hasLook(of: location.stamp) { return path }
            if now.stamp.byteCount == file.byteCount, FileHash.of(path) == file.contentHash {
                return path
            }
            changed = changed ?? location.stamp.path
        }
        throw RecordingGone(
            call: call, path: changed ?? places.first?.stamp.path, isChanged: changed != nil)
    }
}

/// The sound of a call is not where it was.
public struct RecordingGone: Error, Sendable, Hashable, CustomStringConvertible {
    /// The call.
    public let call: CallID
    /// Where its file lay, as the archive has it; nil where no place of it is known.
    public let path: String?
    /// Whether another file lies there now.
    public let isChanged: Bool

    /// The sentence.
    public var description: String {
        guard let path else {
            return "No file of call \(call) is known: take its recording in with `earful ingest`."
        }
        return isChanged
            ? "\(path) is not the file that call \(call) was measured from: put that one back, or "
                + "run `earful ingest`."
            : "\(path), the recording of call \(call), is not there any more: put it back, or run "
                + "`earful ingest` where it was moved."
    }
}

extension HeaderlessFormat {
    /// The format in which a file without a header was taken in.
    fileprivate init?(codec: AudioCodec) {
        switch codec {
        case .muLaw: self = .muLaw
        case .aLaw: self = .aLaw
        case .pcm16: self = .linear16
        default: return nil
        }
    }
}

extension FileStamp {
    fileprivate func hasLook(of other: FileStamp) -> Bool {
        byteCount == other.byteCount && modifiedNanoseconds == other.modifiedNanoseconds
    }
}
