import CallArchive
import CallModel
import Foundation

/// Calls, files and times that tests are made of.
enum Sample {
    /// Monday 2026-11-16 00:00 UTC, the first instant of week 2026-W47.
    static let monday = Date(timeIntervalSince1970: 1_794_787_200)
    static let now = Date(timeIntervalSince1970: 1_795_300_000)
    static let week = Period(
        kind: .week, label: "2026-W47", start: monday, end: monday.addingTimeInterval(7 * 86_400),
        timeZone: "UTC")

    /// A content hash that differs for every number.
    static func hash(_ number: Int) -> ContentHash {
        let digits = String(number, radix: 16)
        let first = String(repeating: "0", count: 8 - digits.count) + digits
        return ContentHash(first + String(repeating: "e", count: 56))
    }

    /// The name that a call without an external id gets from its file.
    static func id(_ number: Int) -> String { String(hash(number).rawValue.prefix(16)) }

    static func stamp(_ path: String, size: Int = 1000, time: Int64 = 7) -> FileStamp {
        FileStamp(path: path, byteCount: size, modifiedNanoseconds: time, inode: 11)
    }

    static func file(_ number: Int, seconds: Int = 60, side: Side? = nil) -> RecordedFile {
        RecordedFile(
            contentHash: hash(number), byteCount: 1000, container: .wav, codec: .pcm16,
            sampleRate: 8000, channelCount: side == nil ? 2 : 1, frameCount: seconds * 8000,
            headerFrameCount: seconds * 8000, side: side)
    }

    static func profile(seconds: Double = 60, hold: Double = 0) -> Profile {
        var agent = SideProfile(channel: ChannelProfile())
        agent.talkSeconds = 20
        agent.talkShare = 0.4
        var customer = SideProfile(channel: ChannelProfile())
        customer.talkSeconds = 30
        customer.talkShare = 0.6
        var profile = Profile(thresholds: ProfileThresholds(), seconds: seconds)
        profile.agent = agent
        profile.customer = customer
        profile.holdSeconds = hold
        profile.conversationSeconds = seconds - hold
        return profile
    }

    static let waveform = WaveformBlob(
        data: Data([1, 2, 3, 4]), encoding: "test", sampleRate: 8000, framesPerPoint: 80,
        channelCount: 2)

    static func recording(_ number: Int, seconds: Int = 60) -> Recording {
        Recording(
            files: [file(number, seconds: seconds)], sampleRate: 8000, frameCount: seconds * 8000,
            layout: .agentFirst, flaws: [])
    }

    /// A decoded two-sided call in one file.
    static func call(
        _ number: Int, path: String? = nil, record: CallRecord = CallRecord(),
        source: FactSource = .fileName, seconds: Int = 60, hold: Double = 0
    ) -> IngestedCall {
        IngestedCall(
            facts: record == CallRecord() ? [:] : [source: record],
            recording: recording(number, seconds: seconds),
            profile: profile(seconds: Double(seconds), hold: hold), waveform: waveform,
            locations: [
                FileLocation(
                    stamp: stamp(path ?? "Recordings/\(number).wav"), contentHash: hash(number))
            ])
    }

    /// A row of a call log, some hours after the Monday.
    static func row(
        _ id: String, hours: Double? = 1, site: String? = nil, queue: String? = nil,
        agent: String? = nil, caller: String? = nil, seconds: Double? = nil,
        fileNames: [String] = []
    ) -> MetadataRow {
        MetadataRow(
            record: CallRecord(
                externalID: id, startedAt: hours.map { monday.addingTimeInterval($0 * 3600) },
                direction: .inbound, queue: queue, site: site, agent: agent, caller: caller,
                seconds: seconds),
            fileNames: fileNames)
    }

    /// A random draw of the week that picks some of a frame with one probability for all.
    static func draw(
        _ id: String, picks: [String], of frame: [String], method: Draw.Method = .random,
        stratum: (String) -> String = { _ in "all" }, probability: Double? = nil,
        madeAt: Date = now, filter: String = ""
    ) -> Draw {
        let strata = Dictionary(grouping: frame, by: stratum)
        return Draw(
            id: DrawID(id), madeAt: madeAt, madeBy: ListenerID("ana"), method: method,
            seed: "seed-\(id)", frameStart: monday, frameEnd: week.end, frameFilter: filter,
            strata: strata.keys.sorted().map { name in
                Draw.Stratum(
                    name: name, population: strata[name]?.count ?? 0,
                    drawn: strata[name]?.filter(picks.contains).count ?? 0)
            },
            entries: frame.sorted().map { call in
                let members = strata[stratum(call)] ?? []
                let share = Double(members.filter(picks.contains).count) / Double(members.count)
                return Draw.Entry(
                    call: CallID(call), stratum: stratum(call),
                    inclusionProbability: probability ?? max(share, 0.01),
                    position: picks.firstIndex(of: call))
            })
    }
}

/// An archive on disk in a folder of its own, which is gone with it.
final class TemporaryWorkspace {
    let annotations: URL

    init() throws {
        annotations = FileManager.default.temporaryDirectory
            .appending(path: "earful-archive-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: annotations, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: annotations)
    }

    var database: URL { annotations.appending(path: Archive.fileName) }

    func open() throws -> Archive {
        try Archive.open(in: annotations, command: "earful test", now: Sample.now)
    }
}
