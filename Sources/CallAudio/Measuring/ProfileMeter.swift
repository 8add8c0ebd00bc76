public import CallModel

/// Takes the ``Profile`` of a call from its samples, in one pass.
///
/// Any rate from 8 to 48 kHz, one channel or two, blocks of any size: the result is the same for all
/// sizes. Memory: under 4 MB however long the call, and what is found (16 bytes a segment).
public struct ProfileMeter: SampleConsumer {
    private let clock: FrameClock
    private let layout: ChannelLayout
    private let thresholds: ProfileThresholds
    private let recordedHolds: [CallTimeRange]?
    private var channels: [ChannelMeter]
    private var detector: SpeechDetector
    private var frameCount = 0
    private var batch = 0
    /// Frames of the recording that the batch still lacks.
    private var lacking: Int

    /// A meter for a recording at a sample rate (in hertz, > 0) whose channels are laid out as given.
    ///
    /// `recordedHolds` are the call record's: an empty list says that there were none, nil that they
    /// are to be estimated.
    public init(
        sampleRate: Int, layout: ChannelLayout, thresholds: ProfileThresholds = .init(),
        recordedHolds: [CallTimeRange]? = nil
    ) {
        clock = FrameClock(sampleRate: sampleRate)
        self.layout = layout
        self.thresholds = thresholds
        self.recordedHolds = recordedHolds
        channels = [ChannelMeter](
            repeating: ChannelMeter(clock: clock), count: layout.channelCount)
        detector = SpeechDetector(
            channelCount: layout.channelCount, sampleRate: sampleRate)
        lacking = clock.sample(ofBatch: 1)
    }

    /// Eats the next block, of as many channels as the layout has.
    public mutating func consume(_ block: SampleBlock) {
        precondition(
            block.channelCount == layout.channelCount, "a block must have the layout's channels")
        guard let base = block.samples.baseAddress else { return }
        var taken = 0
        while taken < block.frameCount {
            let count = min(lacking, block.frameCount - taken)
            for channel in channels.indices {
                channels[channel].gather(
                    base + taken * block.channelCount + channel, step: block.channelCount,
                    count: count)
            }
            taken += count
            lacking -= count
            frameCount += count
            if lacking == 0 { measureBatch() }
        }
    }

    private mutating func measureBatch() {
        for channel in channels.indices { channels[channel].measureBatch() }
        batch += 1
        lacking = clock.sample(ofBatch: batch + 1) - clock.sample(ofBatch: batch)
        // Never by `first`: that would lend a copy of all that a channel holds.
        if !channels.isEmpty, detector.isReady(upTo: channels[0].track.endFrame) {
            decide(isLast: false)
        }
    }

    private mutating func decide(isLast: Bool) {
        let forgotten = detector.decide(channels.map(\.track), isLast: isLast)
        for channel in channels.indices { channels[channel].track.forget(forgotten) }
    }

    /// The profile of all that was eaten; the meter is of no use afterwards.
    public mutating func finish() -> Profile {
        if lacking < clock.sample(ofBatch: batch + 1) - clock.sample(ofBatch: batch) {
            measureBatch()
        }
        decide(isLast: true)
        let seconds = Double(frameCount) / Double(clock.sampleRate)
        let end = CallTime(seconds: seconds)
        let profiles = channels.indices.map { channelProfile($0, end: end) }
        var profile = Profile(thresholds: thresholds, seconds: seconds)
        switch layout {
        case .mono: profile.mono = profiles[0]
        case .agentFirst:
            profile.agent = SideProfile(channel: profiles[0])
            profile.customer = SideProfile(channel: profiles[1])
        case .customerFirst:
            profile.agent = SideProfile(channel: profiles[1])
            profile.customer = SideProfile(channel: profiles[0])
        }
        profile.estimatedHolds = HoldEstimate.holds(
            speech: profiles.map(\.speech),
            music: detector.findings.flatMap {
                times($0.music.ranges, lead: 0, end: end)
            },
            thresholds: thresholds)
        return profile.remeasured(recordedHolds: recordedHolds)
    }

    private func channelProfile(_ index: Int, end: CallTime) -> ChannelProfile {
        let meter = channels[index]
        let found = detector.findings[index]
        var profile = ChannelProfile()
        profile.speech = times(
            found.speech.ranges.filter { $0.count >= DetectorTuning.shortestSegment },
            lead: DetectorTuning.lead, end: end)
        profile.activeSpeechLevelDBOV = profile.speech.isEmpty ? nil : found.activeLevel.dBov()
        // Where most of what lies between the speech is digital zero, so is the floor.
        profile.noiseFloorDBOV =
            found.silentFrames > found.noise.count
            ? nil : found.noise.level(atShare: 0.5).map(Double.init)
        profile.peakDBOV = meter.peakDBOV
        profile.clippedFrameCount = meter.clippedCount
        return profile
    }

    private func times(_ ranges: [Range<Int>], lead: Int, end: CallTime)
        -> [CallTimeRange]
    {
        ranges.compactMap { range in
            CallTimeRange(
                start: CallTime(milliseconds: 10 * (range.lowerBound - lead)),
                end: min(end, CallTime(milliseconds: 10 * range.upperBound)))
        }
    }
}
