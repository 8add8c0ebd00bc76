import CallArchive
import CallModel
import Foundation

@testable import CallWorkbench

/// A workspace with calls of the week 2026-W47, in an archive of its own, to open sittings in.
final class ListeningRoom: Sendable {
    static let ana = ListenerID("ana")
    static let ben = ListenerID("ben")
    static let week = Period(week: "2026-W47", in: .gmt)!
    static let now = Date(timeIntervalSince1970: 1_795_500_000)

    static let taxonomy = Taxonomy(
        version: 1,
        reasons: [
            CallReason(key: "billing", label: "Billing", description: "a"),
            CallReason(key: "delivery", label: "Delivery", description: "b"),
        ],
        painPoints: [
            PainPoint(key: "hold-too-long", label: "Hold too long", description: "a", numberKey: 1)
        ])

    /// Settings under which no call wants a second listener.
    static let heardOnce = {
        var settings = WorkspaceSettings()
        settings.calibration.doubleShare = 0
        settings.calibration.doublePerMonth = 0
        return settings
    }()

    /// A call to put into a room.
    struct SampleCall: Sendable {
        /// Seconds that decode; nil without a recording.
        var seconds: Double?
        var holdSeconds = 0.0
        var queue = "Billing"
        /// Seconds that the call record promises; nil for those that decode.
        var promised: Double?
    }

    let workbench: Workbench
    private let folder: ScratchFolder

    /// Calls with the names c0, c1, …; those with sound have a file of a byte.
    init(_ calls: [SampleCall], settings: WorkspaceSettings = heardOnce) async throws {
        folder = try ScratchFolder()
        let workspace = Workspace(path: folder.path)
        var settings = settings
        settings.timeZone = .gmt
        workbench = Workbench(
            workspace: workspace, settings: settings, archive: try Archive.inMemory())
        for (number, call) in calls.enumerated() { try await add(number, call) }
    }

    /// As many calls of a minute as wanted.
    convenience init(count: Int) async throws {
        try await self.init(Array(repeating: SampleCall(seconds: 60), count: count))
    }

    static func id(_ number: Int) -> CallID { CallID("c\(number)") }

    func path(_ number: Int) -> String { workbench.workspace.recordingsPath + "/c\(number).wav" }

    /// A desk of a listener at a moment, in seconds after ``now``.
    func desk(
        _ listener: ListenerID = ana, speed: Double = 1, skips: Bool = true, after: Double = 0
    ) -> ListeningDesk {
        ListeningDesk(
            workbench, taxonomy: Self.taxonomy, listener: listener,
            pace: ListeningPace(speed: speed, skips: skips),
            now: { Self.now.addingTimeInterval(after) })
    }

    /// Makes a draw that picks so many calls; returns them in the order of hearing.
    @discardableResult
    func draw(_ name: String, size: Int) async throws -> [CallID] {
        let request = DrawRequest(
            id: DrawID(name), method: .random, size: size, seed: name, period: Self.week,
            madeAt: Self.now, madeBy: Self.ana)
        return try await DrawDesk(workbench).make(request).picked
    }

    /// Puts a call into the room, or the sound of one that is there.
    func add(_ number: Int, _ call: SampleCall) async throws {
        let record = CallRecord(
            externalID: "c\(number)",
            startedAt: Self.week.start.addingTimeInterval(Double(number) * 60),
            direction: .inbound, queue: call.queue, seconds: call.promised ?? call.seconds)
        _ = try await workbench.archive.importRecords(
            [MetadataRow(record: record, fileNames: [])], at: Self.now)
        guard let seconds = call.seconds else { return }
        let bytes = Array("\(number)".utf8)
        try folder.file("Recordings/c\(number).wav", bytes)
        guard let listed = ListedFile(path: path(number), workspace: workbench.workspace),
            let hash = FileHash.of(path(number))
        else { return }
        let file = RecordedFile(
            contentHash: hash, byteCount: bytes.count, container: .wav, codec: .pcm16,
            sampleRate: 8000, channelCount: 2, frameCount: Int(seconds * 8000),
            headerFrameCount: nil)
        var profile = Profile(thresholds: ProfileThresholds(), seconds: seconds)
        profile.agent = SideProfile(channel: ChannelProfile())
        profile.customer = SideProfile(channel: ChannelProfile())
        profile.conversationSeconds = seconds - call.holdSeconds
        if let hold = CallTimeRange(milliseconds: 0, Int(call.holdSeconds * 1000)) {
            profile.holds = [Hold(range: hold, origin: .callRecord)]
            profile.holdSeconds = call.holdSeconds
        }
        _ = try await workbench.archive.save(
            [
                IngestedCall(
                    facts: [.fileName: CallRecord(externalID: "c\(number)")],
                    recording: Recording(
                        files: [file], sampleRate: 8000, frameCount: file.frameCount,
                        layout: .agentFirst, flaws: []),
                    profile: profile,
                    waveform: WaveformBlob(
                        data: Data(repeating: 0xFF, count: 4 * 20_000),
                        encoding: WaveformCoding.name, sampleRate: 8000, framesPerPoint: 160,
                        channelCount: 2),
                    locations: [FileLocation(stamp: listed.stamp, contentHash: hash)])
            ], at: Self.now)
    }
}

extension ListeningSitting {
    /// Hears a call and is done with it.
    func hearAndFinish(_ call: CallID, seconds: Int = 10) async throws {
        try await open(call)
        try await heard(call, [CallTimeRange(milliseconds: 0, seconds * 1000)!], speed: 1)
        try await finish(call)
    }

    /// A pain point on a call.
    func mark(_ call: CallID, severity: Int = 3) async throws -> AnnotationID {
        let annotation = Annotation(
            id: .made(), call: call,
            content: .painPoint(key: "hold-too-long", severity: severity))
        try await annotate(annotation)
        return annotation.id
    }
}

/// Random numbers that are the same on every run: SplitMix64 (Steele, Lea and Flood 2014).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension ListeningSitting {
    /// How many calls of its draw the outlook says are left; nil where it is over no draw.
    func leftInDraw() async throws -> Int? {
        switch try await outlook() {
        case .leftInDraw(_, let calls, _): calls
        case .drawDone: 0
        default: nil
        }
    }
}
