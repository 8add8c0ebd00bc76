import Foundation

/// Times as the database keeps them: whole milliseconds since 1970 UTC.
enum StoredTime {
    static func milliseconds(_ date: Date) -> Int64 {
        // The guard keeps a nonsensical date from trapping: the year 10,000 is far enough.
        let scaled = (date.timeIntervalSince1970 * 1000).rounded()
        return Int64(min(max(scaled, -253_402_300_800_000), 253_402_300_800_000))
    }

    static func date(_ milliseconds: Int64) -> Date {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}
