import CallModel
import Foundation

/// The device thread of a player: carries out its orders, keeps the device filled, and tells how far
/// the loudspeaker is. Nothing of it is touched by another thread.
final class PlayerEngine {
    /// What the thread is about.
    enum Phase: Equatable {
        /// Nothing is queued.
        case resting
        /// Sound is queued and moves.
        case playing
        /// Sound is queued and stands still.
        case held
        /// All sound is queued, and the last of it moves.
        case finishing
        /// The sound at a frame is being made; given up, the player stands at `origin`.
        case preparing(target: Int, origin: Int)
    }

    let score: PlayerScore
    let desk: PlayerDesk
    var phase = Phase.resting
    var device: (any PlaybackOutput)?
    var chain: PlaybackChain?
    var settings = PlaybackSettings()
    /// The region that is played once.
    var region: Range<Int>?
    /// Frames that the device did not take yet, as bytes from here on in what the chain made.
    var unsentFrom = 0
    var unsentSpans: [PlayedTimeline.Span] = []

    init(_ score: PlayerScore, desk: PlayerDesk) {
        self.score = score
        self.desk = desk
    }

    /// Runs until the desk closes.
    func run() {
        desk.with { $0.channelCount = score.sound.channelCount }
        do throws(PlaybackError) {
            try open()
            desk.noteOpened(nil)
            serve()
        } catch {
            desk.noteOpened(error)
        }
        device = nil
        desk.noteEnded()
    }

    /// Opens the device if it is not open. Throws ``PlaybackError``.
    func open() throws(PlaybackError) {
        guard device == nil else { return }
        let device = try score.openOutput()
        desk.with { state in
            state.deviceRate = device.format.rate
            state.status.underrunCount = 0
        }
        self.device = device
    }

    private func serve() {
        while true {
            desk.wakeUp.clear()
            let (orders, wanted, isClosing) = desk.with { state in
                defer { state.orders.removeAll() }
                return (
                    state.orders,
                    PlaybackSettings(state.status, sampleRate: score.sound.sampleRate),
                    state.isClosing
                )
            }
            if isClosing { return }
            for order in orders {
                attempt { () throws(PlaybackError) in try carryOut(order, wanted: wanted) }
            }
            var wait = Wait.order
            attempt { () throws(PlaybackError) in wait = try work() }
            tell()
            sleep(wait)
        }
    }

    private func attempt(_ work: () throws(PlaybackError) -> Void) {
        do throws(PlaybackError) { try work() } catch { fail(error) }
    }

    /// Does what is to be done now; returns what to wait for then.
    private func work() throws(PlaybackError) -> Wait {
        switch phase {
        case .resting, .held: return .order
        case .preparing(let target, _): return try prepare(target)
        case .playing: return try fill()
        case .finishing: return try finish()
        }
    }

    /// Goes silent and says why; the player stays where it was, and answers.
    private func fail(_ error: PlaybackError) {
        noteProgress()
        if error.kind == .unreadable { try? device?.drop() } else { device = nil }
        desk.with { state in
            state.timeline.dropQueued()
            if let aim = state.aim { state.timeline.restart(at: aim) }
            state.aim = nil
            state.status.isPlaying = false
            state.status.failure = error
            state.status.preparing = nil
        }
        forgetUnsent()
        chain = nil
        phase = .resting
    }

    /// Puts into the status what the callers see of the thread.
    private func tell() {
        noteProgress()
        let (isMoving, count) = (phase == .playing || phase == .finishing, device?.underrunCount)
        let preparing = preparedShare
        desk.with { state in
            state.movingSince = isMoving ? .now : nil
            state.status.preparing = preparing
            if let count { state.status.underrunCount = count }
        }
    }

    private var preparedShare: Double? {
        guard case .preparing(let target, _) = phase, target > 0 else { return nil }
        return min(1, Double(score.sound.readyFrameCount) / Double(target))
    }

    /// Asks the device how far the loudspeaker is.
    func noteProgress() {
        guard let device, phase != .resting else { return }
        let delay = device.delay
        desk.with { $0.timeline.advance(toPlayed: $0.timeline.submitted - delay) }
    }

    /// What is done with what the chain made once the device has all of it, or once it is dropped.
    func forgetUnsent() {
        unsentSpans = []
        unsentFrom = 0
    }
}
