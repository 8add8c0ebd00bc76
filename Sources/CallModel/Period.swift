public import Foundation

/// A stretch of days that a digest speaks of: from `start` up to, not including, `end`.
public struct Period: Sendable, Codable, Hashable {
    /// What kind of stretch it is; it decides which period came before.
    public enum Kind: String, Sendable, Codable {
        case week, month, custom
    }

    /// What kind of stretch it is.
    public var kind: Kind
    /// `2026-W47`, `2026-11`, or `2026-11-01..2026-11-15`.
    public var label: String
    /// The first instant inside.
    public var start: Date
    /// The first instant after.
    public var end: Date
    /// The time zone whose days these are, by its IANA name.
    public var timeZone: String

    /// A period.
    public init(kind: Kind, label: String, start: Date, end: Date, timeZone: String) {
        self.kind = kind
        self.label = label
        self.start = start
        self.end = end
        self.timeZone = timeZone
    }

    /// Its length in days of 86,400 seconds, > 0.
    public var days: Double { end.timeIntervalSince(start) / 86_400 }
}
