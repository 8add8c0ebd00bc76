import CallArchive
public import CallAudio
public import CallModel
import Foundation

/// Something to be heard without a sitting: a file as it lies there, or a call of a workspace.
public struct PlayableSound: Sendable {
    /// Its sound.
    public let sound: CallSound
    /// Which channel is whose.
    public let layout: ChannelLayout
    /// What may be left out of it, and how loud it is.
    public let plan: PlaybackPlan

    /// A call with the profile that it was taken in with.
    ///
    /// Throws `RecordingGone`, `AudioError` and `ArchiveError`.
    public init(_ id: CallID, in workbench: Workbench) async throws {
        let (sound, layout) = try await CallFiles(workbench).sound(of: id)
        self.sound = sound
        self.layout = layout
        plan =
            try await workbench.archive.callDetails(id).profile
            .map { PlaybackPlan($0, layout: layout) } ?? .none
    }

    /// A file, in the way of a workspace's settings; decoded once before it plays where its profile
    /// is wanted.
    ///
    /// Throws `AudioError`.
    public init(file path: String, settings: WorkspaceSettings, measuring: Bool) throws {
        let suffix = FilePlace.split(FilePlace.name(of: path)).suffix
        let coding = settings.headerlessExtensions[suffix]
        let source = CallSource.file(
            AudioSource(path: path, headerless: coding.map(HeaderlessFormat.init)),
            layout: settings.layout)
        guard measuring else {
            sound = try CallSound(source)
            layout = sound.layout
            plan = .none
            return
        }
        let decoder = try CallDecoder(source)
        var meter = ProfileMeter(
            sampleRate: decoder.sampleRate, layout: decoder.layout,
            thresholds: settings.thresholds)
        let decoded = try decoder.decode(into: &meter)
        sound = try CallSound(source, recording: decoded.recording)
        layout = decoded.recording.layout
        plan = PlaybackPlan(meter.finish(), layout: layout)
    }
}
