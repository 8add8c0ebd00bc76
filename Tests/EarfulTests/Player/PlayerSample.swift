import CallWorkbench
import CallAudio
import CallModel
import CallReports
import Foundation

@testable import earful

/// Calls and words to play with.
enum PlayerSample {
    static let zone = TimeZone(identifier: "America/Hermosillo") ?? .gmt
    /// 2026-11-18 10:42 in Hermosillo.
    static let began = Date(timeIntervalSince1970: 1_795_023_720)
    static let day = CalendarDay(year: 2026, month: 11, day: 18)!

    static let taxonomy = Taxonomy(
        version: 1,
        reasons: [
            CallReason(
                key: "billing", label: "Billing", description: "About a bill.", numberKey: 1),
            CallReason(
                key: "unexpected-charge", label: "Unexpected charge",
                description: "They did not know of it.", parent: "billing"),
            CallReason(
                key: "refund", label: "Refund", description: "They want money back.",
                parent: "billing"),
            CallReason(key: "delivery", label: "Delivery", description: "About something ordered."),
        ],
        painPoints: [
            ("hold-too-long", "Hold too long"), ("repeat-explanation", "Repeat explanation"),
            ("transferred-again", "Transferred again"), ("promise-not-kept", "Promise not kept"),
            ("agent-in-doubt", "Agent in doubt"), ("too-many-systems", "Too many systems"),
            ("call-cut-off", "Call cut off"), ("policy-blocks-fix", "Policy blocks the fix"),
        ].enumerated().map { index, point in
            PainPoint(
                key: point.0, label: point.1, description: "Number \(index + 1).",
                numberKey: index + 1)
        } + [PainPoint(key: "data-leak", label: "Data told to a stranger", description: "Rare.")])

    static func range(_ start: Double, _ end: Double) -> CallTimeRange {
        CallTimeRange(start: CallTime(seconds: start), end: CallTime(seconds: end))!
    }

    /// What a sound says of itself.
    static func status(
        at seconds: Double = 0, isPlaying: Bool = false, preparing: Double? = nil,
        failure: String? = nil
    ) -> PlayerStatus {
        var status = PlayerStatus()
        status.position = CallTime(seconds: seconds)
        status.isPlaying = isPlaying
        status.preparing = preparing
        status.failure = failure.map { PlaybackError(kind: .lost, sentence: $0) }
        return status
    }

    /// A call of 400 s with a hold from 120 s to 245 s and dead air from 20 s to 32 s.
    static func call(
        _ id: String, layout: ChannelLayout = .agentFirst, seconds: Double = 400,
        promised: Double = 400, state: RecordingState = .decoded, queue: String = "Billing",
        site: String = "Hermosillo"
    ) -> PlayerCall {
        let frames = Int(seconds * 8000)
        let file = RecordedFile(
            contentHash: ContentHash(String(repeating: "a", count: 64)), byteCount: 1000,
            container: .wav, codec: .muLaw, sampleRate: 8000, channelCount: layout.channelCount,
            frameCount: frames, headerFrameCount: nil)
        let recording = Recording(
            files: [file], sampleRate: 8000, frameCount: frames, layout: layout, flaws: [])
        let call = Call(
            id: CallID(id),
            record: CallRecord(
                externalID: id, startedAt: began, direction: .inbound, queue: queue, site: site,
                agent: "A-117", caller: "K-33", seconds: promised),
            recordingState: state, recording: state == .decoded ? recording : nil)
        var obstacle: PlayerCall.Obstacle?
        if state != .decoded {
            obstacle = .init(
                sentence: "No recording was delivered for this call.", preventsHearing: true)
        } else if seconds < promised - 1 {
            obstacle = .init(
                sentence: "Only 100 s of 400 s were recorded.", preventsHearing: false)
        }
        return PlayerCall(
            call: call, selection: .drawn(DrawID("D1")),
            profile: state == .decoded ? profile(seconds, layout) : nil,
            waveform: state == .decoded ? waveform(seconds, layout) : nil, obstacle: obstacle)
    }

    private static func profile(_ seconds: Double, _ layout: ChannelLayout) -> Profile {
        var profile = Profile(thresholds: ProfileThresholds(), seconds: seconds)
        profile.holds = [Hold(range: range(120, 245), origin: .music)]
        profile.deadAir = [range(20, 32)]
        profile.holdSeconds = 125
        profile.deadAirSeconds = 12
        profile.conversationSeconds = seconds - 125
        guard layout != .mono else {
            profile.mono = ChannelProfile()
            return profile
        }
        profile.overtalkShare = 0.041
        var agent = SideProfile(channel: ChannelProfile())
        agent.talkShare = 0.612
        agent.longestMonologueSeconds = 52
        profile.agent = agent
        profile.customer = SideProfile(channel: ChannelProfile())
        return profile
    }

    /// Points of 0.1 s: turns of both sides, quiet in the hold.
    private static func waveform(_ seconds: Double, _ layout: ChannelLayout) -> Waveform {
        var extremes: [Int16] = []
        for point in 0..<Int(seconds * 10) {
            let second = point / 10
            let agentSpeaks = second / 7 % 2 == 0
            for channel in 0..<layout.channelCount {
                let speaks = agentSpeaks == (channel == 0)
                let swell = 1 + (point * 7919 + channel * 104_729) % 97
                let level = (120..<245).contains(second) ? 90 : speaks ? 120 * swell : 40
                extremes += [Int16(-level), Int16(level)]
            }
        }
        return Waveform(
            sampleRate: 8000, framesPerPoint: 800, channelCount: layout.channelCount,
            extremes: extremes)
    }

    static func setup(
        form: TerminalForm = TerminalForm(), asks: Bool = false, keys: KeyTable = .standard
    ) -> PlayerSetup {
        PlayerSetup(
            taxonomy: taxonomy, day: day, keys: keys, form: form, zone: zone,
            purpose: .listeningHour, goalSeconds: 3600, asksExpectations: asks, identity: "p")
    }
}
