import CallAudio
import CallModel
import CallWorkbench

/// Opens the sound of calls where it lies now, on a device; on a thread of its own, because a device
/// may take its time.
actor SoundBooth: SoundOpening {
    private let files: CallFiles
    private let device: String?
    private let executor = BlockingExecutor(label: "earful.sound")

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(files: CallFiles, device: String?) {
        self.files = files
        self.device = device
    }

    func open(_ call: PlayerCall) async throws -> any SoundPlaying {
        let (sound, layout) = try await files.sound(of: call.id)
        let plan = call.profile.map { PlaybackPlan($0, layout: layout) } ?? .none
        let player = try CallPlayer(sound: sound, layout: layout, plan: plan, device: device)
        return BoothSound(player: player, skippable: plan.skippable)
    }
}

/// The sound of one call on a device.
private final class BoothSound: SoundPlaying {
    let skippable: [CallTimeRange]
    private let player: CallPlayer

    init(player: CallPlayer, skippable: [CallTimeRange]) {
        self.player = player
        self.skippable = skippable
    }

    var reading: PlayerStatus { player.status }

    func tell(_ command: SoundCommand) {
        switch command {
        case .play: player.play()
        case .pause: player.pause()
        case .seek(let time): player.seek(to: time)
        case .speed(let speed): player.setSpeed(speed)
        case .skip(let skips): player.setSkipping(skips)
        case .side(let side):
            // A side of a call with one channel is never asked for.
            try? player.setSides(side.map { .only($0) } ?? .both)
        case .level(let levels): player.setLevelling(levels)
        case .loop(let region): player.setLoop(region)
        case .playRegion(let region): player.playRegion(region)
        }
    }

    func takeHeard() -> [HeardStretch] { player.takeHeard() }

    func close() { player.close() }
}
