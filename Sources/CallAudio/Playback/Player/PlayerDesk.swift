import CallModel
import Dispatch
import Synchronization

/// What a player's thread is told to do.
enum PlayerOrder: Sendable, Hashable {
    case play, pause
    case seek(Int)
    case playRegion(Range<Int>)
    /// The settings in the status were changed.
    case adoptSettings
}

/// What a player's callers and its device thread share: orders one way, the status the other.
final class PlayerDesk: Sendable {
    /// What is shared.
    struct State: Sendable {
        /// Orders that were not carried out yet, oldest first.
        var orders: [PlayerOrder] = []
        var isClosing = false
        var openingError: PlaybackError?
        /// Settings as the callers want them; the rest as the thread last saw it.
        var status = PlayerStatus()
        /// Where an order that was not carried out yet sends the player.
        var aim: Int?
        var timeline = PlayedTimeline()
        /// When the thread last asked the device how far it was; nil while nothing moves.
        var movingSince: ContinuousClock.Instant?
        /// Frames a second of the device.
        var deviceRate = 0
        var channelCount = 0
    }

    /// Rung at every order.
    let wakeUp = WakeUp()
    private let state = Mutex(State())
    private let opened = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let sampleRate: Int

    init(sampleRate: Int) {
        self.sampleRate = sampleRate
    }

    /// Reads or changes what is shared.
    func with<Value: Sendable>(_ body: (inout State) -> Value) -> Value {
        state.withLock { body(&$0) }
    }

    /// Gives an order, and changes at once what a caller sees of it.
    func order(_ order: PlayerOrder, seen change: (inout State) -> Void) {
        with { state in
            state.orders.append(order)
            change(&state)
        }
        wakeUp.ring()
    }

    /// What the player does now, with the position carried on from when the device was last asked.
    var status: PlayerStatus {
        with { state in
            var ahead = 0
            if let since = state.movingSince {
                let passed = (ContinuousClock.now - since).seconds
                ahead = Int(min(max(passed, 0), 1) * Double(state.deviceRate))
            }
            var status = state.status
            status.position = CallTime(
                frame: state.aim ?? state.timeline.frame(ahead: ahead), sampleRate: sampleRate)
            let peaks = state.timeline.peaks(ahead: ahead)
            status.peaksDBOV = (0..<state.channelCount).map { channel in
                Decibels.ofMagnitude(Int(peaks[channel]))
            }
            return status
        }
    }

    /// What was heard since the last call.
    func takeHeard() -> [HeardStretch] {
        with { $0.timeline.takeHeard() }.compactMap { heard in
            CallTimeRange(
                start: CallTime(frame: heard.source.lowerBound, sampleRate: sampleRate),
                end: CallTime(frame: heard.source.upperBound, sampleRate: sampleRate)
            ).map { HeardStretch(range: $0, speed: heard.speed) }
        }
    }

    /// Waits until the thread has tried the device; throws what hindered it.
    func waitUntilOpen() throws(PlaybackError) {
        opened.wait()
        if let error = with({ $0.openingError }) { throw error }
    }

    /// Said by the thread once it has tried the device.
    func noteOpened(_ error: PlaybackError?) {
        with { $0.openingError = error }
        opened.signal()
    }

    /// Tells the thread to end, and waits until it has.
    func close() {
        with { $0.isClosing = true }
        wakeUp.ring()
        ended.wait()
        // For whoever closes once more.
        ended.signal()
    }

    /// Said by the thread as its last word.
    func noteEnded() {
        with { state in
            state.status.isPlaying = false
            state.movingSince = nil
            state.timeline.dropQueued()
        }
        ended.signal()
    }
}

extension Duration {
    /// The same in seconds.
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
