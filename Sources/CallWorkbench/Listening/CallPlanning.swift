import CallArchive
import CallAudio
import CallModel

/// Looks up what a listener needs of the calls of a plan.
struct CallPlanning: Sendable {
    let workbench: Workbench
    let pace: ListeningPace

    /// A call of the plan. Throws `ArchiveError.unknownCall`.
    func planned(_ id: CallID, as selection: Selection) async throws -> PlannedCall {
        let archive = workbench.archive
        guard let call = try await archive.call(id) else { throw ArchiveError.unknownCall(id) }
        let profile = try await archive.profile(of: id)
        let waveform = try await archive.waveform(of: id).flatMap(WaveformCoding.unpack)
        let obstacle = try await obstacle(of: call)
        let canBeHeard = obstacle?.preventsHearing != true
        return PlannedCall(
            call: call, selection: selection, profile: profile,
            waveform: waveform.map(Self.fitted), obstacle: obstacle,
            listeningSeconds: canBeHeard ? call.recording.map { seconds(of: $0, profile) } : nil)
    }

    private func obstacle(of call: Call) async throws -> HearingObstacle? {
        let known = HearingObstacle(of: call)
        if known?.preventsHearing == true { return known }
        do {
            _ = try await CallFiles(workbench).source(of: call)
            return known
        } catch let gone as RecordingGone {
            return .fileGone(sentence: gone.description)
        }
    }

    /// Seconds that playing a recording takes at the pace.
    private func seconds(of recording: Recording, _ profile: Profile?) -> Double {
        guard pace.skips, let profile else { return recording.seconds / pace.speed }
        return PlaybackPlan(profile, layout: recording.layout)
            .secondsLeft(of: recording.seconds) / pace.speed
    }

    private static func fitted(_ waveform: Waveform) -> Waveform {
        let longest = PlannedCall.longestWaveform
        return waveform.coarser(by: (waveform.pointCount + longest - 1) / longest)
    }
}
