import CallModel
import CallReports
import Foundation

/// Calls to write down.
enum SampleCall {
    static let zone = TimeZone(identifier: "America/Hermosillo") ?? .gmt
    /// 2026-11-18 10:42 in Hermosillo.
    static let began = Date(timeIntervalSince1970: 1_795_023_720)

    static let taxonomy = Taxonomy(
        version: 1,
        reasons: [
            CallReason(key: "billing", label: "Billing", description: ""),
            CallReason(
                key: "unexpected-charge", label: "unexpected charge", description: "",
                parent: "billing"),
        ],
        painPoints: [
            PainPoint(key: "hold-too-long", label: "hold too long", description: ""),
            PainPoint(key: "promise-not-kept", label: "promise not kept", description: ""),
        ])

    static func recording(
        seconds: Double, header: Double? = nil, layout: ChannelLayout = .agentFirst,
        flaws: [RecordingFlaw] = []
    ) -> Recording {
        let frames = Int(seconds * 8000)
        return Recording(
            files: [
                RecordedFile(
                    contentHash: ContentHash(String(repeating: "a", count: 64)), byteCount: 1000,
                    container: .wav, codec: .muLaw, sampleRate: 8000,
                    channelCount: layout.channelCount, frameCount: frames,
                    headerFrameCount: header.map { Int($0 * 8000) })
            ], sampleRate: 8000, frameCount: frames, layout: layout, flaws: flaws)
    }

    static let call = Call(
        id: CallID("C-1042"),
        record: CallRecord(
            externalID: "C-1042", startedAt: began, direction: .inbound, queue: "Billing",
            site: "Hermosillo", agent: "A-117", caller: "K-33", seconds: 400,
            metadata: ["skill": "es", "account type": "home"]),
        recordingState: .decoded, recording: recording(seconds: 400))

    static var profile: Profile {
        var profile = Profile(thresholds: ProfileThresholds(), seconds: 400)
        profile.holds = [
            Hold(range: range(120, 245), origin: .music)
        ]
        profile.holdSeconds = 125
        profile.deadAirSeconds = 38.4
        profile.conversationSeconds = 275
        profile.overtalkShare = 0.041
        var agent = SideProfile(channel: ChannelProfile())
        agent.talkShare = 0.612
        agent.longestMonologueSeconds = 52
        agent.interruptionCount = 1
        agent.responseLatencySeconds = 0.74
        var customer = SideProfile(channel: ChannelProfile())
        customer.longestMonologueSeconds = 41
        customer.interruptionCount = 3
        profile.agent = agent
        profile.customer = customer
        return profile
    }

    static func range(_ start: Int, _ end: Int) -> CallTimeRange {
        CallTimeRange(milliseconds: start * 1000, end * 1000)
            ?? CallTimeRange(milliseconds: 0, 1)!
    }

    /// 400 s in points of 0.1 s: turns of both sides, quiet from 120 s to 245 s.
    static var waveform: Waveform {
        var extremes: [Int16] = []
        for point in 0..<4000 {
            let second = point / 10
            let agentSpeaks = second / 7 % 2 == 0
            for channel in 0..<2 {
                let speaks = agentSpeaks == (channel == 0)
                let swell = 1 + (point * 7919 + channel * 104_729) % 97
                let level = (120..<245).contains(second) ? 90 : speaks ? 120 * swell : 40
                extremes += [Int16(-level), Int16(level)]
            }
        }
        return Waveform(
            sampleRate: 8000, framesPerPoint: 800, channelCount: 2, extremes: extremes)
    }

    static func tag(
        _ id: String, _ content: Annotation.Content, _ range: CallTimeRange? = nil,
        side: Side? = nil, selection: Selection? = nil
    ) -> HeardTag {
        HeardTag(
            annotation: Annotation(
                id: AnnotationID(id), call: call.id, content: content, range: range, side: side),
            listener: ListenerID("ana"), selection: selection)
    }

    static let tags = [
        tag("a1", .painPoint(key: "hold-too-long", severity: 4), range(120, 245), side: .customer),
        tag("a2", .painPoint(key: "promise-not-kept", severity: 3), range(300, 312)),
        tag("a3", .painPoint(key: "not-in-taxonomy", severity: 1), range(310, 399)),
        tag("a4", .reason(key: "unexpected-charge")),
        tag(
            "a5", .note(text: "Says she called twice last week, and that nobody called her back."),
            range(41, 62), side: .customer, selection: .handPicked),
        tag("a6", .idea(text: "Let the agent see the open tickets.")),
    ]

    static var page: CallPage {
        CallPage(
            call: call, profile: profile, waveform: waveform, tags: tags, taxonomy: taxonomy)
    }

    /// One that has everything wrong with it.
    static var brokenPage: CallPage {
        var broken = call
        broken.record.seconds = 120
        broken.record.metadata = [:]
        broken.recording = recording(
            seconds: 62.7, header: 120, layout: .mono,
            flaws: [.headerNeverFinalised, .truncated, .clipped, .firstChannelSilent, .damaged])
        var profile = Profile(thresholds: ProfileThresholds(), seconds: 62.7)
        profile.mono = ChannelProfile()
        return CallPage(call: broken, profile: profile)
    }

    static var hostilePage: CallPage {
        var page = page
        let texts = SampleDigest.hostileTexts
        page.call.id = CallID(texts[1])
        page.call.record.queue = texts[4]
        page.call.record.site = texts[3]
        page.call.record.agent = texts[10]
        page.call.record.caller = texts[16]
        page.call.record.metadata = [texts[0]: texts[1], texts[4]: texts[9], "": texts[11]]
        page.call.recordingState = .undecodable
        page.call.undecodableReason = texts[2]
        page.tags = texts.indices.map { index in
            tag(
                "t\(index)",
                index.isMultiple(of: 2)
                    ? .painPoint(key: texts[index], severity: index) : .note(text: texts[index]),
                range(index * 20, index * 20 + 5))
        }
        return page
    }

    static var rows: [CallRow] {
        var unheard = call
        unheard.id = CallID("2026-11-18T17:42:00Z/asterisk-1795023720.118")
        unheard.record.queue = "Technical support, second line"
        unheard.recording = nil
        unheard.recordingState = .none
        var retired = unheard
        retired.id = CallID("C-7")
        retired.recordingState = .retired
        return [
            row(
                call, profile, reasons: ["unexpected-charge"],
                painPoints: ["hold-too-long", "promise-not-kept"]),
            row(unheard), row(retired), row(brokenPage.call, brokenPage.profile),
        ]
    }

    static func row(
        _ call: Call, _ profile: Profile? = nil, reasons: [String] = [], painPoints: [String] = []
    ) -> CallRow {
        CallRow(
            id: call.id, record: call.record, recordingState: call.recordingState,
            recordedSeconds: call.recording?.seconds, completeness: call.completeness,
            holdSeconds: profile?.holdSeconds, flaws: call.recording?.flaws ?? [],
            reasons: reasons, painPoints: painPoints)
    }
}
