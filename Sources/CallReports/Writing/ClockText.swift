public import CallModel

/// Times within a call and lengths of time, the same in every language.
public enum ClockText {
    /// `m:ss`, or `h:mm:ss` from an hour on; rounded down to the second, never negative.
    public static func duration(seconds: Double) -> String {
        // Half a millisecond absorbs what adding up many stretches loses.
        let bounded = seconds.isFinite ? min(max(seconds + 0.0005, 0), 1e12) : 0
        let whole = Int(bounded)
        let ending = ":" + padded(whole % 60)
        guard whole >= 3600 else { return String(whole / 60) + ending }
        return "\(whole / 3600):" + padded(whole / 60 % 60) + ending
    }

    /// A position in a call.
    public static func position(_ time: CallTime) -> String {
        duration(seconds: time.seconds)
    }

    /// `2:41–3:20`; with tenths of a second where both ends fall into the same second.
    public static func range(_ range: CallTimeRange) -> String {
        let start = position(range.start)
        let end = position(range.end)
        guard start == end else { return start + "–" + end }
        func tenth(_ time: CallTime) -> String { ".\(time.milliseconds % 1000 / 100)" }
        return start + tenth(range.start) + "–" + end + tenth(range.end)
    }

    private static func padded(_ value: Int) -> String {
        value < 10 ? "0\(value)" : String(value)
    }
}
