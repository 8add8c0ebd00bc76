import CallArchive
import CallModel

/// How many calls an hour holds: decided from the frame, before anybody knows which calls they are.
///
/// The number is the goal over the *mean* expected listening time of the whole frame. It must not
/// depend on the calls that are picked: taking picks until sixty minutes are full would fit more short
/// calls than long ones into an hour, and what was heard would say too little of what makes calls
/// long. With the number fixed beforehand every call of the frame, short or long, has the same
/// probability n / N, as the statistics of a draw require.
///
/// So an hour is sixty minutes on average, not to the minute. A listener who runs out of time stops
/// *between* calls: whether a further call is begun then depends on the calls before it and never on
/// itself (a stopping time, so that totals over the calls heard stay unbiased: Wald 1944, Annals of
/// Mathematical Statistics 15:283), and as the order of hearing is random, the calls not reached are a
/// random part of the draw. They stay left in it. A call broken off because the time was up would
/// likely be a long one.
struct HourPlan {
    /// What a call without sound costs: reading why, and passing it over. It keeps the number within
    /// bounds where hardly anything of a frame was recorded.
    static let passingOverSeconds = 5.0

    let goalSeconds: Double
    let pace: ListeningPace
    /// Calls of the frame that earlier draws led somebody to, and that are done: they can be picked
    /// like any other, and cost no more time.
    let done: Set<CallID>

    /// The number of calls, in 1...frame.count. Throws ``ListeningError`` where no call of the frame
    /// can be heard, or all were.
    func size(of frame: [FrameCall]) throws(ListeningError) -> Int {
        // An empty frame is the draw's to refuse, in its own words.
        if frame.isEmpty { return 1 }
        let hearable = frame.filter { $0.recordingState == .decoded }
        guard !hearable.isEmpty else { throw .nothingToHear(calls: frame.count) }
        guard !hearable.allSatisfy({ done.contains($0.id) }) else {
            throw .allHeard(calls: hearable.count)
        }
        let mean = frame.reduce(0) { $0 + expectedSeconds(of: $1) } / Double(frame.count)
        return min(max(Int(goalSeconds / mean), 1), frame.count)
    }

    /// Seconds that a call of the frame is expected to take. Of each skipped stretch some tenths are
    /// kept, which the measures of a frame do not count: they are too few to change the number.
    private func expectedSeconds(of call: FrameCall) -> Double {
        if done.contains(call.id) { return 0 }
        guard call.recordingState == .decoded, let recorded = call.recordedSeconds, recorded > 0
        else { return Self.passingOverSeconds }
        let skipped = pace.skips ? (call.holdSeconds ?? 0) + (call.deadAirSeconds ?? 0) : 0
        return max(recorded - skipped, 1) / pace.speed
    }
}
