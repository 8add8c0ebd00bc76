import CallArchive
public import CallAudio
public import CallModel

extension CallFiles {
    /// Opens a call to be heard: any frame of it, exactly, and whose channel is which. What its codec
    /// cannot seek is copied without loss into `Annotations/cache/` on first use.
    ///
    /// Throws ``RecordingGone``, `AudioError`, and `ArchiveError`.
    public func sound(of id: CallID) async throws -> (CallSound, ChannelLayout) {
        guard let call = try await workbench.archive.call(id), let recording = call.recording else {
            throw RecordingGone(call: id, path: nil, isChanged: false)
        }
        let sound = try CallSound(
            try await source(of: call), recording: recording, copies: copies)
        return (sound, recording.layout)
    }

    /// Where playable copies are kept.
    public var copies: CopyCache {
        workbench.workspace.copies(workbench.settings)
    }
}

extension Workspace {
    /// Where its playable copies are kept.
    func copies(_ settings: WorkspaceSettings) -> CopyCache {
        CopyCache(folder: copiesPath, capacityMiB: settings.listening.cacheMiB)
    }
}
