import CallAudio
import CallModel
import CallReports

/// A player that plays to the end, with a line about it on a terminal.
struct PlayShow: Sendable {
    private let player: CallPlayer
    private let sound: CallSound
    private let meter: PlayMeter
    private let line = StandingLine()

    /// How often it looks at the player.
    private static let interval = Duration.milliseconds(50)

    init(_ player: CallPlayer, of sound: CallSound, layout: ChannelLayout, plan: PlaybackPlan) {
        self.player = player
        self.sound = sound
        meter = PlayMeter(layout: layout, plan: plan, form: Console.progressForm)
    }

    /// Plays; returns at the end of the call. Throws `PlaybackError`, and `CancellationError` where
    /// the task is cancelled.
    func run() async throws {
        defer { line.erase() }
        player.play()
        while true {
            let status = player.status
            if let failure = status.failure { throw failure }
            if status.hasEnded {
                line.erase()
                tellDropouts(status.underrunCount)
                return player.close()
            }
            let length = sound.frameCount.map {
                CallTime(frame: $0, sampleRate: sound.sampleRate)
            }
            line.draw(meter.text(status, length: length))
            try await Task.sleep(for: Self.interval)
        }
    }

    private func tellDropouts(_ count: Int) {
        guard count > 0 else { return }
        Console.note(
            "The sound device ran dry \(count == 1 ? "once" : "\(count) times"), and a moment may have "
                + "been lost to the ear each time. Close what else keeps this machine busy.")
    }
}
