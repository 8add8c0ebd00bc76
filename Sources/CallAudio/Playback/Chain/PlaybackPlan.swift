public import CallModel

/// What a player may leave out of a call, and how much louder or softer it plays each channel; told
/// from the call's ``Profile``.
public struct PlaybackPlan: Sendable, Hashable {
    /// How much of dead air and hold is kept at each end, in seconds: without it a turn of talk
    /// begins like a slip of the tape.
    public static let keptSeconds = 0.3
    /// The shortest stretch that is worth a jump, in seconds.
    public static let shortestSkipSeconds = 0.2
    /// The active speech level that every channel is brought to, in dBov: the nominal level of
    /// telephony (ITU-T P.56 measures it, P.800 prescribes it for listening tests).
    public static let targetLevelDBOV = -26.0
    /// The largest amplification and attenuation, in dB; more would lift the noise of the line.
    public static let largestGainDB = 20.0

    /// Dead air and hold without their kept ends, in order, apart from one another; no side speaks
    /// in them.
    public let skippable: [CallTimeRange]
    /// For each channel of the recording what brings its speech to the target, in dB; 0 where nobody
    /// speaks.
    public let gainsDB: [Double]

    /// Nothing to skip, nothing to level.
    public static let none = PlaybackPlan(skippable: [], gainsDB: [])

    private init(skippable: [CallTimeRange], gainsDB: [Double]) {
        self.skippable = skippable
        self.gainsDB = gainsDB
    }

    /// The plan for a recording with a profile and the layout that the profile was measured with.
    public init(_ profile: Profile, layout: ChannelLayout) {
        let channels = (0..<layout.channelCount).map { channel -> ChannelProfile? in
            switch layout.side(ofChannel: channel) {
            case .agent: profile.agent?.channel
            case .customer: profile.customer?.channel
            case nil: profile.mono
            }
        }
        gainsDB = channels.map { channel in
            guard let level = channel?.activeSpeechLevelDBOV, level.isFinite else { return 0 }
            let gain = Self.targetLevelDBOV - level
            return min(max(gain, -Self.largestGainDB), Self.largestGainDB)
        }
        let still = (profile.deadAir + profile.holds.map(\.range)).union()
        let speech = channels.flatMap { $0?.speech ?? [] }.union()
        skippable = still.flatMap { $0.without(speech) }.compactMap(Self.trimmed)
    }

    /// How long the call is without what is skipped, in seconds, at 1x.
    public func secondsLeft(of seconds: Double) -> Double {
        max(0, seconds - Double(skippable.totalMilliseconds) / 1000)
    }

    private static func trimmed(_ range: CallTimeRange) -> CallTimeRange? {
        let kept = Int(keptSeconds * 1000)
        let least = Int(shortestSkipSeconds * 1000)
        guard range.milliseconds >= 2 * kept + least else { return nil }
        return CallTimeRange(
            milliseconds: range.start.milliseconds + kept, range.end.milliseconds - kept)
    }
}

extension CallTimeRange {
    /// What is left without other ranges, which are in order and apart from one another.
    fileprivate func without(_ others: [CallTimeRange]) -> [CallTimeRange] {
        var left: [CallTimeRange] = []
        var start = start
        for other in others where other.end > start && other.start < end {
            if let before = CallTimeRange(start: start, end: other.start) { left.append(before) }
            start = max(start, other.end)
        }
        if let rest = CallTimeRange(start: start, end: end) { left.append(rest) }
        return left
    }
}
