import CallModel
import Foundation
import Synchronization
import Testing

@testable import CallAudio

/// A player under test, on a device that moves by hand or runs free.
struct Playing {
    let player: CallPlayer
    let device: HandDevice.Remote

    init(
        _ sound: MemorySound, layout: ChannelLayout = .mono, plan: PlaybackPlan = .none,
        on device: HandDevice.Remote = .init(), runsFree: Bool = false
    ) throws {
        device.state.withLock { $0.runsFree = runsFree }
        self.device = device
        player = try CallPlayer(sound: sound, layout: layout, plan: plan) {
            () throws(PlaybackError) in try HandDevice(device)
        }
    }

    /// Waits until something holds; a test that waits in vain fails.
    func wait(
        _ what: String, _ condition: () -> Bool, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for _ in 0..<10_000 {
            if condition() { return }
            Thread.sleep(forTimeInterval: 0.001)
        }
        Issue.record("waited in vain: \(what)", sourceLocation: sourceLocation)
    }

    /// Waits until the device holds as much as it can.
    func waitUntilFull(sourceLocation: SourceLocation = #_sourceLocation) {
        let most = device.format.bufferFrames
        wait(
            "a full device", { device.queuedFrames > most - most / 5 },
            sourceLocation: sourceLocation)
    }

    /// Waits until the player has seen that the loudspeaker is at a position; what a status carries on
    /// by the clock does not count.
    func wait(until milliseconds: Int, sourceLocation: SourceLocation = #_sourceLocation) {
        func seen() -> Int { player.desk.with { $0.timeline.frame() } }
        wait(
            "position \(milliseconds) ms",
            { CallTime(frame: seen(), sampleRate: 8000).milliseconds >= milliseconds },
            sourceLocation: sourceLocation)
    }

    /// Pauses, and waits until it stands.
    func pause(sourceLocation: SourceLocation = #_sourceLocation) {
        player.pause()
        wait(
            "the pause", { player.desk.with { $0.orders.isEmpty && $0.movingSince == nil } },
            sourceLocation: sourceLocation)
    }

    /// Waits until the call has ended.
    func waitForEnd(sourceLocation: SourceLocation = #_sourceLocation) {
        wait("the end", { player.status.hasEnded }, sourceLocation: sourceLocation)
    }
}

extension CallTimeRange {
    /// A range in milliseconds that a test writes down.
    static func of(_ start: Int, _ end: Int) throws -> CallTimeRange {
        try #require(CallTimeRange(milliseconds: start, end))
    }
}

extension PlaybackPlan {
    /// The plan of a mono call that is silent in a range.
    static func skipping(_ start: Int, _ end: Int, of seconds: Double) throws -> PlaybackPlan {
        var profile = Profile(thresholds: .init(), seconds: seconds)
        profile.mono = ChannelProfile()
        profile.deadAir = [try .of(start, end)]
        return PlaybackPlan(profile, layout: .mono)
    }
}
