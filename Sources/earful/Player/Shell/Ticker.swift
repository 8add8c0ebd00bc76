import CallAudio
import Dispatch

/// A clock that ticks as often as is wanted at the moment.
final class Ticker {
    private let timer: any DispatchSourceTimer
    private var milliseconds = 0

    init(_ tick: @escaping @Sendable () -> Void) {
        timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "earful.ticker"))
        timer.setEventHandler(handler: tick)
        timer.schedule(deadline: .distantFuture)
        timer.resume()
    }

    deinit { timer.cancel() }

    /// Ticks every so many milliseconds from now on.
    func tick(every milliseconds: Int) {
        guard milliseconds != self.milliseconds else { return }
        self.milliseconds = milliseconds
        timer.schedule(
            deadline: .now() + .milliseconds(milliseconds), repeating: .milliseconds(milliseconds),
            leeway: .milliseconds(milliseconds / 10))
    }
}

extension PlayerModel {
    /// How often the picture can change by itself: a cursor that moves needs more than a clock.
    var tickMilliseconds: Int {
        if reading.isPlaying || reading.preparing != nil { return 80 }
        if case .asking = stage { return 250 }
        return 1000
    }
}
