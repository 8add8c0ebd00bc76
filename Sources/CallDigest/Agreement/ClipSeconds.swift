import CallModel

/// What listeners marked second by second of a call: the pain points whose clips hold the middle of
/// the second.
enum ClipSeconds {
    /// One listener's clips by pain point.
    typealias Clips = [(painPoint: String, range: CallTimeRange)]

    /// The seconds of a call of `seconds` s, each as what each listener marked in it; seconds in
    /// which all marked the same as in others are told together.
    static func units(
        of listeners: [Clips], seconds: Double
    ) -> [(values: [Set<String>], times: Int)] {
        let last = listeners.joined().map(\.range.end.seconds).max() ?? 0
        let count = Int(max(seconds, last).rounded(.up))
        var rows = [[Set<String>]](
            repeating: [Set<String>](repeating: [], count: listeners.count), count: count)
        for (listener, clips) in listeners.enumerated() {
            for clip in clips {
                // The seconds whose middle lies inside, from the start on and before the end.
                let first = Int((clip.range.start.seconds - 0.5).rounded(.up))
                let after = Int((clip.range.end.seconds - 0.5).rounded(.up))
                for second in max(0, first)..<max(max(0, first), min(after, count)) {
                    rows[second][listener].insert(clip.painPoint)
                }
            }
        }
        var numbers: [[Set<String>]: Int] = [:]
        var units: [(values: [Set<String>], times: Int)] = []
        for row in rows {
            if let number = numbers[row] {
                units[number].times += 1
            } else {
                numbers[row] = units.count
                units.append((row, 1))
            }
        }
        return units
    }
}
