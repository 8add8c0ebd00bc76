import CallArchive
import CallAudio
import CallModel
import CallWorkbench

/// The sounds of the calls that browsers listen to now: each is opened once, however many ask, and
/// kept open while it is asked for, so that a copy that is being made goes on between requests.
actor SoundShelf {
    /// The most sounds that are open; the one that was asked for longest ago goes first.
    static let most = 48

    /// A sound with what its bytes are known by.
    struct Opened: Sendable {
        let wave: WaveBytes
        let subject: RangeAnswer.Subject
    }

    private struct Place {
        let opened: Opened
        var lastAsked: Int
    }

    private let workbench: Workbench
    private var places: [CallID: Place] = [:]
    private var turn = 0

    init(_ workbench: Workbench) {
        self.workbench = workbench
    }

    /// The sound of a call, opened. Throws `ArchiveError`, `RecordingGone`, `AudioError`.
    func sound(of id: CallID) async throws -> Opened {
        guard let call = try await workbench.archive.call(id) else {
            throw ArchiveError.unknownCall(id)
        }
        guard let recording = call.recording else {
            throw WebProblem(.notFound)
        }
        // A call that was taken in anew has other sound under the same name.
        let subject = Self.subject(of: recording)
        if let known = known(id, subject) { return known }
        let (sound, _) = try await CallFiles(workbench).sound(of: id)
        // Somebody else may have opened it meanwhile.
        if let known = known(id, subject) { return known }
        let opened = Opened(
            wave: WaveBytes(sound, frameCount: recording.frameCount), subject: subject)
        places[id] = Place(opened: opened, lastAsked: turn)
        if places.count > Self.most,
            let oldest = places.min(by: { $0.value.lastAsked < $1.value.lastAsked })
        {
            places[oldest.key] = nil
        }
        return opened
    }

    /// Closes the sounds of recordings that are not there any more, since an open file outlives its
    /// name. Ask it after an ingest, which knows what was only moved.
    func closeGone() async {
        for id in Array(places.keys) {
            do {
                guard let call = try await workbench.archive.call(id) else { continue }
                _ = try await CallFiles(workbench).source(of: call)
            } catch is RecordingGone {
                places[id] = nil
            } catch {
                // What cannot be asked now is asked after the next ingest.
            }
        }
    }

    private func known(_ id: CallID, _ subject: RangeAnswer.Subject) -> Opened? {
        turn += 1
        guard let place = places[id], place.opened.subject == subject else { return nil }
        places[id]?.lastAsked = turn
        return place.opened
    }

    /// The same bytes come of the same files in the same places: their hashes name them.
    static func subject(of recording: Recording) -> RangeAnswer.Subject {
        let frameByteCount = recording.layout.channelCount * 2
        let files = recording.files.map {
            "\($0.contentHash) \($0.offset.milliseconds) \($0.codec.rawValue)"
        }
        let text = ["wave 1", "\(recording.sampleRate)", "\(recording.frameCount)"] + files
        let hash = SHA256.words(of: Array(text.joined(separator: "\n").utf8)).prefix(4)
            .map { String($0, radix: 16) }.joined(separator: "-")
        return RangeAnswer.Subject(
            length: WaveBytes.headerByteCount + recording.frameCount * frameByteCount,
            tag: "\"\(hash)\"", mediaType: "audio/wav")
    }
}
