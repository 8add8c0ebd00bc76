import CallModel

/// Times as people type them: `41.2`, `2:41.3`, `1:02:41`; a stretch is `41.2-62`.
enum TimeText {
    /// Milliseconds, or nil where the text is no time.
    static func milliseconds(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), let last = parts.last,
            last.allSatisfy({ $0.isNumber && $0.isASCII || $0 == "." }),
            let seconds = Double(last), parts.count == 1 || seconds < 60
        else { return nil }
        var minutes = 0
        for part in parts.dropLast() {
            guard let value = Int(part), value >= 0, minutes == 0 || value < 60 else { return nil }
            minutes = minutes * 60 + value
        }
        guard seconds.isFinite, seconds <= 1e9, minutes <= 100_000_000 else { return nil }
        return minutes * 60_000 + Int((seconds * 1000).rounded())
    }

    /// A stretch, or nil where the text is none.
    static func range(_ text: some StringProtocol) -> CallTimeRange? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let start = milliseconds(ends[0]), let end = milliseconds(ends[1])
        else { return nil }
        return CallTimeRange(milliseconds: start, end)
    }
}
