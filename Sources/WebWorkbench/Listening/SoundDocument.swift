import CallAudio
import CallModel

/// What the sound of a call says, as the Listen page gets it: which channel is whose, who speaks when,
/// what may be skipped, how levels are matched.
struct SoundDocument: Encodable, Sendable {
    let channels: Int
    /// The zero-based channel of the agent; null for one channel.
    let agentChannel: Int?
    let holdLabel: String
    let holds: [RangeDocument]
    let deadAir: [RangeDocument]
    /// Who speaks when, by side; `sides unknown` for one channel.
    let speech: [String: [RangeDocument]]
    /// What a player may leave out.
    let skippable: [RangeDocument]
    /// What brings each channel to the common level, in decibels.
    let gains: [Double]

    init(call: Call, profile: Profile?, words: ListenWords) {
        let layout = call.recording?.layout ?? .mono
        channels = layout.channelCount
        agentChannel = layout.channel(of: .agent)
        holdLabel = words.hold(profile?.holdsAreEstimated ?? false)
        holds = (profile?.holds ?? []).map { RangeDocument($0.range) }
        deadAir = (profile?.deadAir ?? []).map(RangeDocument.init)
        var speech: [String: [RangeDocument]] = [:]
        let sides = [
            (words.agent, profile?.agent?.channel), (words.customer, profile?.customer?.channel),
            (words.somebody, profile?.mono),
        ]
        for (name, channel) in sides {
            guard let channel else { continue }
            speech[name] = channel.speech.map(RangeDocument.init)
        }
        self.speech = speech
        let plan = profile.map { PlaybackPlan($0, layout: layout) } ?? .none
        skippable = plan.skippable.map(RangeDocument.init)
        gains = plan.gainsDB
    }

    private enum CodingKeys: String, CodingKey {
        case channels, agentChannel, holdLabel, holds, deadAir, speech, skippable, gains
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(channels, forKey: .channels)
        // Null and not left out: a page that reads it must know that there is none.
        try fields.encode(agentChannel, forKey: .agentChannel)
        try fields.encode(holdLabel, forKey: .holdLabel)
        try fields.encode(holds, forKey: .holds)
        try fields.encode(deadAir, forKey: .deadAir)
        try fields.encode(speech, forKey: .speech)
        try fields.encode(skippable, forKey: .skippable)
        try fields.encode(gains, forKey: .gains)
    }
}
