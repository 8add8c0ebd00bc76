public import CallModel

extension Profile {
    /// The same recording measured anew with the holds of the call record, without its sound: an
    /// empty list says that there were none; nil that they are to be estimated from the sound again.
    public func remeasured(recordedHolds: [CallTimeRange]?) -> Profile {
        var profile = self
        profile.holds =
            recordedHolds.map { $0.union().map { Hold(range: $0, origin: .callRecord) } }
            ?? estimatedHolds
        guard let call = CallTimeRange(start: .zero, end: CallTime(seconds: seconds)) else {
            profile.holds = []
            return profile
        }
        // A hold of the record that lies outside the recording was not recorded.
        profile.holds = profile.holds.compactMap { hold in
            hold.range.intersection(call).map { Hold(range: $0, origin: hold.origin) }
        }
        let ranges = profile.holds.map(\.range)
        if let agent, let customer {
            let measures = ConversationMeasures(
                agent: agent.channel.speech, customer: customer.channel.speech, holds: ranges,
                call: call, thresholds: thresholds)
            profile.agent = agent.measured(measures.agent)
            profile.customer = customer.measured(measures.customer)
            profile.overtalkSeconds = measures.overtalkSeconds
            profile.overtalkShare = measures.overtalkShare
            profile.take(measures.time)
        } else {
            profile.take(
                CallTimeMeasures(
                    speech: mono?.speech ?? [], holds: ranges, call: call, thresholds: thresholds))
        }
        return profile
    }

    private mutating func take(_ time: CallTimeMeasures) {
        deadAir = time.deadAir
        holdSeconds = time.holdSeconds
        deadAirSeconds = time.deadAirSeconds
        conversationSeconds = time.conversationSeconds
        initialSilenceSeconds = time.initialSilenceSeconds
        finalSilenceSeconds = time.finalSilenceSeconds
    }
}

extension SideProfile {
    fileprivate func measured(_ measures: ConversationMeasures.SideMeasures) -> SideProfile {
        var side = self
        side.talkSeconds = measures.talkSeconds
        side.talkShare = measures.talkShare
        side.talkOfConversation = measures.talkOfConversation
        side.interruptionCount = measures.interruptionCount
        side.longestMonologueSeconds = measures.longestMonologueSeconds
        side.responseLatencySeconds = measures.responseLatencySeconds
        return side
    }
}
