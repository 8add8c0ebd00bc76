import CallArchive
import CallModel
import CallWorkbench
import Foundation
import Synchronization

@testable import WebWorkbench

/// A site over an archive in memory, at one moment of November 2026.
struct SampleSite {
    /// Thursday 2026-11-19 12:00 UTC.
    static let now = Date(timeIntervalSince1970: 1_795_089_600)
    /// Monday of that week, 00:00 UTC.
    static let monday = Date(timeIntervalSince1970: 1_794_787_200)

    let archive: Archive
    let site: Site
    private let log = LoggedLines()

    var logged: [String] { log.all }

    init(settings change: (inout WorkspaceSettings) -> Void = { _ in }) throws {
        archive = try Archive.inMemory()
        var settings = WorkspaceSettings()
        settings.timeZone = .gmt
        change(&settings)
        let workbench = Workbench(
            workspace: Workspace(path: "/workspace"), settings: settings, archive: archive)
        site = try Site(
            workbench: workbench, defaultListener: "ana", now: { Self.now }, log: log.add)
    }

    /// Words to tag with.
    static let taxonomy = Taxonomy(
        version: 1,
        reasons: [
            CallReason(key: "billing", label: "Billing", description: ""),
            CallReason(
                key: "refund", label: "Refund", description: "", parent: "billing"),
        ],
        painPoints: [
            PainPoint(key: "hold-too-long", label: "Hold too long", description: "", numberKey: 1),
            PainPoint(key: "called-again", label: "Called again", description: "", numberKey: 2),
        ])

    /// Some calls with sound, drawn and heard in part, with tags and ideas; those in `double` want a
    /// second listener.
    func fill(
        calls count: Int = 12, picked: Int = 6, heard: Int = 4, double: Set<String> = [],
        remark: String = "Call me <b>back</b>"
    ) async throws {
        try await archive.adopt(
            Self.taxonomy, yaml: "", by: ListenerID("ana"), at: Self.monday)
        for number in 0..<count { try await addCall(number) }
        let ids = (0..<count).map { Self.name($0) }
        let picks = Array(ids.prefix(picked))
        var draw = Draw(
            id: DrawID("weekly"), madeAt: Self.monday, madeBy: ListenerID("ana"),
            method: .random, seed: "s", frameStart: Self.monday,
            frameEnd: Self.monday.addingTimeInterval(7 * 86_400), frameFilter: "",
            strata: [Draw.Stratum(name: "all", population: count, drawn: picks.count)],
            entries: ids.sorted().map { id in
                Draw.Entry(
                    call: CallID(id), stratum: "all",
                    inclusionProbability: Double(picks.count) / Double(count),
                    position: picks.firstIndex(of: id))
            })
        for index in draw.entries.indices {
            draw.entries[index].isDouble = double.contains(draw.entries[index].call.rawValue)
        }
        try await archive.save(draw)
        try await listen(to: Array(picks.prefix(heard)), remark: remark)
    }

    static func name(_ number: Int) -> String { "C-\(1000 + number)" }

    /// A two-sided call of a minute, an hour after the one before.
    func addCall(
        _ number: Int, record change: (inout CallRecord) -> Void = { _ in }
    ) async throws {
        var record = CallRecord(
            externalID: Self.name(number),
            startedAt: Self.monday.addingTimeInterval(Double(number) * 3600), direction: .inbound,
            queue: number.isMultiple(of: 2) ? "Billing" : "Deliveries",
            site: number.isMultiple(of: 3) ? "Dublin" : "Hermosillo", agent: "A-\(number % 3)",
            caller: "c-\(number)", seconds: 60)
        change(&record)
        let hash = ContentHash(
            String(repeating: "0", count: 60) + String(1000 + number))
        var profile = Profile(thresholds: ProfileThresholds(), seconds: 60)
        profile.agent = SideProfile(channel: ChannelProfile())
        profile.customer = SideProfile(channel: ChannelProfile())
        let hold = number % 40
        profile.holdSeconds = Double(hold)
        profile.holds =
            CallTimeRange(milliseconds: 10_000, 10_000 + hold * 1000).map {
                [Hold(range: $0, origin: .quiet)]
            } ?? []
        profile.conversationSeconds = 60 - Double(hold)
        let path = "Recordings/\(Self.name(number)).wav"
        let call = IngestedCall(
            facts: [.callRecord: record],
            recording: Recording(
                files: [
                    RecordedFile(
                        contentHash: hash, byteCount: 1000, container: .wav, codec: .pcm16,
                        sampleRate: 8000, channelCount: 2, frameCount: 480_000,
                        headerFrameCount: 480_000)
                ], sampleRate: 8000, frameCount: 480_000, layout: .agentFirst, flaws: []),
            profile: profile,
            waveform: WaveformBlob(
                data: Data((0..<400).map { UInt8(truncatingIfNeeded: $0 &* 37) }),
                encoding: WaveformCoding.name, sampleRate: 8000, framesPerPoint: 4800,
                channelCount: 2),
            locations: [
                FileLocation(
                    stamp: FileStamp(
                        path: path, byteCount: 1000, modifiedNanoseconds: 7, inode: 11),
                    contentHash: hash)
            ])
        _ = try await archive.save([call], at: Self.now)
    }

    /// A fix that was registered on Monday and, where it `shipped`, reached the callers on Wednesday.
    func addFix(
        _ id: String, shipped: Bool = false, plan change: (inout Initiative.Plan) -> Void = { _ in }
    ) async throws {
        var plan = Initiative.Plan(
            title: "Call back instead of hold", painPoints: ["hold-too-long"], owner: "Ana",
            effortDays: 2, hypothesis: "They need not wait", hopedReduction: 0.5)
        change(&plan)
        let name = InitiativeID(id)
        let registered = Initiative.Event(
            initiative: name, at: Self.monday, by: ListenerID("ana"), act: .registered(plan))
        try await archive.append(registered, after: 0)
        guard shipped, let day = CalendarDay("2026-11-18") else { return }
        let event = Initiative.Event(
            initiative: name, at: Self.now, by: ListenerID("bo"),
            act: .shipped(on: day, washOutDays: 0))
        try await archive.append(event, after: 1)
    }

    /// A sitting of this week: expects something, hears calls of the draw, tags them with what `pain`
    /// says of each, and has an idea on the first.
    func listen(
        to calls: [String], remark: String, id: String = "s-1", by listener: String = "ana",
        expects predictions: [Prediction] = [],
        pain: (Int) -> String? = { _ in "hold-too-long" }
    ) async throws {
        var session = Session(
            id: SessionID(id), purpose: .listeningHour, listener: ListenerID(listener),
            startedAt: Self.now.addingTimeInterval(-3600))
        session.predictions = predictions
        session.predictionsSealed = true
        var bodies: [SessionEvent.Body] = [.started(purpose: .listeningHour)]
        if !predictions.isEmpty { bodies += [.predicted(predictions), .predictionsSealed] }
        for (index, call) in calls.enumerated() {
            let id = CallID(call)
            let selection = Selection.drawn(DrawID("weekly"))
            let range = CallTimeRange(milliseconds: 0, 60_000)!
            var heard = Session.HeardCall(call: id, selection: selection)
            heard.heard = [range]
            heard.progress = .finished
            let marked = CallTimeRange(milliseconds: 12_000, 24_500)!
            heard.annotations = [
                Annotation(
                    id: AnnotationID("\(index)r"), call: id, content: .reason(key: "refund")),
                Annotation(
                    id: AnnotationID("\(index)n"), call: id, content: .note(text: remark),
                    range: marked),
            ]
            if let key = pain(index) {
                heard.annotations.insert(
                    Annotation(
                        id: AnnotationID("\(index)p"), call: id,
                        content: .painPoint(key: key, severity: 4), range: marked,
                        side: .customer), at: 1)
            }
            if index == 0 {
                heard.annotations.append(
                    Annotation(
                        id: AnnotationID("i"), call: id, content: .idea(text: remark),
                        range: marked))
            }
            session.calls.append(heard)
            bodies.append(.callOpened(call: id, selection: selection))
            bodies.append(.heard(call: id, range: range, speed: 1.5))
            bodies += heard.annotations.map { .annotated($0) }
            bodies.append(.finished(call: id))
        }
        let events = bodies.enumerated().map { number, body in
            SessionEvent(
                id: EventID("\(id)-\(number)"), session: session.id, listener: session.listener,
                at: session.startedAt.addingTimeInterval(Double(number)), body: body)
        }
        _ = try await archive.append(events, session: session, expecting: 0)
    }
}

private final class LoggedLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func add(_ line: String) { lines.withLock { $0.append(line) } }
}
