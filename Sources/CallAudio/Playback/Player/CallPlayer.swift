public import CallModel
import Foundation

/// Plays the sound of one call on a device: any speed with the pitch kept, without dead air and hold,
/// one side or both, at one level, from and to any frame.
///
/// Its methods return at once, from any thread; a thread of its own feeds the device, until ``close()``
/// or the last reference goes. With levelling off and at 1x the device gets the decoded samples bit for
/// bit, where it takes the recording's sample rate.
public final class CallPlayer: Sendable {
    /// Speeds that can be played.
    public static let speeds = 0.5...3.0

    let desk: PlayerDesk
    private let layout: ChannelLayout
    private let sampleRate: Int

    /// Opens a device (an ALSA name; nil for ALSA's `default`) for the sound of a call; nothing plays
    /// yet. Throws ``PlaybackError`` where there is no such device, or it takes no format that can be
    /// made for it.
    public convenience init(
        sound: any SeekableSound, layout: ChannelLayout, plan: PlaybackPlan, device: String?
    ) throws(PlaybackError) {
        let (rate, channels) = (sound.sampleRate, sound.channelCount)
        try self.init(sound: sound, layout: layout, plan: plan) { () throws(PlaybackError) in
            try PlaybackDevice(
                name: device ?? "default", sampleRate: rate, channelCount: channels)
        }
    }

    /// The same on anything that can be played on.
    init(
        sound: any SeekableSound, layout: ChannelLayout, plan: PlaybackPlan,
        openOutput: @escaping @Sendable () throws(PlaybackError) -> any PlaybackOutput
    ) throws(PlaybackError) {
        desk = PlayerDesk(sampleRate: sound.sampleRate)
        self.layout = sound.channelCount == 2 ? layout : .mono
        sampleRate = sound.sampleRate
        let score = PlayerScore(
            sound: sound, layout: self.layout, plan: plan, openOutput: openOutput)
        let thread = Thread { [desk] in PlayerEngine(score, desk: desk).run() }
        thread.name = "earful player"
        thread.start()
        try desk.waitUntilOpen()
    }

    deinit { close() }

    /// Plays on from where it is; from the start where the call had ended. After a failure it tries
    /// the device again. A waiting seek goes on waiting.
    public func play() {
        desk.order(.play) { state in
            state.status.isPlaying = true
            state.status.failure = nil
        }
    }

    /// Stops where it is. A seek that waits for its sound is given up: the player is then where it was
    /// before.
    public func pause() { desk.order(.pause) { $0.status.isPlaying = false } }

    /// Goes to a position, exactly; plays on there if it plays. Leaves a region that ``playRegion(_:)``
    /// began.
    public func seek(to time: CallTime) {
        let frame = time.frame(sampleRate: sampleRate)
        desk.order(.seek(frame)) { state in
            state.aim = frame
            state.status.hasEnded = false
        }
    }

    /// Sets the speed, brought into 0.5...3; the pitch is kept.
    public func setSpeed(_ speed: Double) {
        guard speed.isFinite else { return }
        let bounded = min(max(speed, Self.speeds.lowerBound), Self.speeds.upperBound)
        adopt { $0.speed = bounded }
    }

    /// Says whether dead air and hold are left out.
    public func setSkipping(_ isSkipping: Bool) { adopt { $0.isSkipping = isSkipping } }

    /// Says whose voice is let through. Throws ``PlaybackError`` where the recording is mono and one
    /// side was asked for.
    public func setSides(_ sides: AudibleSides) throws(PlaybackError) {
        if layout == .mono, sides != .both { throw .sidesUnknown }
        adopt { $0.sides = sides }
    }

    /// Says whether the sides are brought to one level; never beyond full scale.
    public func setLevelling(_ isLevelling: Bool) { adopt { $0.isLevelling = isLevelling } }

    /// Repeats a region until nil is set. A player outside of it goes to its start.
    public func setLoop(_ loop: CallTimeRange?) { adopt { $0.loop = loop } }

    /// Plays a region once, whole, and stops at its end.
    public func playRegion(_ region: CallTimeRange) {
        let frames = region.frames(sampleRate: sampleRate)
        desk.order(.playRegion(frames)) { state in
            state.aim = frames.lowerBound
            state.status.isPlaying = true
            state.status.hasEnded = false
            state.status.failure = nil
        }
    }

    /// What it does now; cheap.
    public var status: PlayerStatus { desk.status }

    /// What left the device since the last call, in the order of hearing, joined where it is
    /// continuous; skipped parts and what was dropped before it sounded are not in it.
    public func takeHeard() -> [HeardStretch] { desk.takeHeard() }

    /// Stops at once and gives the device back; returns when that is done. Nothing plays afterwards.
    public func close() { desk.close() }

    private func adopt(_ change: (inout PlayerStatus) -> Void) {
        desk.order(.adoptSettings) { change(&$0.status) }
    }
}

extension CallTimeRange {
    /// The frames of the range.
    func frames(sampleRate: Int) -> Range<Int> {
        start.frame(sampleRate: sampleRate)..<end.frame(sampleRate: sampleRate)
    }
}
