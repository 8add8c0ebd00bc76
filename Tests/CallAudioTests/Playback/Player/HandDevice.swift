import Synchronization

@testable import CallAudio

/// A device whose loudspeaker moves only when a test says so.
final class HandDevice: PlaybackOutput {
    /// What the test and the player's thread both hold.
    final class Remote: Sendable {
        struct State {
            var queued: [UInt8] = []
            var sounded: [UInt8] = []
            var dropCount = 0
            var openCount = 0
            var isPaused = false
            var isGone = false
            /// Frames that sound by themselves, as on a device that nobody listens to.
            var runsFree = false
        }

        let state = Mutex(State())
        let format: DeviceFormat
        let canPause: Bool

        init(
            channels: Int = 1, rate: Int = 8000, coding: DeviceFormat.Coding = .int16,
            buffer: Int = 1600, canPause: Bool = true
        ) {
            format = DeviceFormat(
                coding: coding, rate: rate, channelCount: channels, bufferFrames: buffer,
                periodFrames: buffer / 5)
            self.canPause = canPause
        }

        func lose() { state.withLock { $0.isGone = true } }
        func comeBack() { state.withLock { $0 = State() } }

        /// Lets frames leave the loudspeaker.
        func play(_ frames: Int) {
            state.withLock { state in
                let bytes = min(frames * format.frameBytes, state.queued.count)
                state.sounded += state.queued[..<bytes]
                state.queued.removeFirst(bytes)
            }
        }

        var isPaused: Bool { state.withLock { $0.isPaused } }
        var dropCount: Int { state.withLock { $0.dropCount } }
        var openCount: Int { state.withLock { $0.openCount } }

        var queuedFrames: Int { state.withLock { $0.queued.count / format.frameBytes } }

        /// What sounded, as 16-bit samples.
        var sounded: [Int16] {
            state.withLock { state in
                stride(from: 0, to: state.sounded.count, by: 2).map {
                    Int16(
                        bitPattern: UInt16(state.sounded[$0]) | UInt16(state.sounded[$0 + 1]) << 8)
                }
            }
        }
    }

    private let remote: Remote

    init(_ remote: Remote) throws(PlaybackError) {
        self.remote = remote
        let isGone = remote.state.withLock { state in
            state.openCount += 1
            return state.isGone
        }
        if isGone { throw .noDevice("hand", "it is gone") }
    }

    var format: DeviceFormat { remote.format }
    var underrunCount: Int { 0 }
    var delay: Int { remote.queuedFrames }

    func room() throws(PlaybackError) -> Int {
        if remote.state.withLock({ $0.isGone }) { throw .lost("hand", "it is gone") }
        return format.bufferFrames - remote.queuedFrames
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(PlaybackError) -> Int {
        let taken = min(bytes.count / format.frameBytes, try room())
        let isFree = remote.state.withLock { state in
            state.queued += bytes.prefix(taken * remote.format.frameBytes)
            return state.runsFree
        }
        if isFree { remote.play(.max / 8) }
        return taken
    }

    func start() {}

    func pause() -> Bool {
        guard remote.canPause else { return false }
        remote.state.withLock { $0.isPaused = true }
        return true
    }

    func resume() -> Bool {
        remote.state.withLock { $0.isPaused = false }
        return true
    }

    func drop() throws(PlaybackError) {
        remote.state.withLock { state in
            state.queued.removeAll()
            state.dropCount += 1
            state.isPaused = false
        }
    }

    func drain() throws(PlaybackError) { remote.play(.max / 8) }

    func wait(for ring: WakeUp, milliseconds: Int) { ring.wait(milliseconds: 1) }
}
