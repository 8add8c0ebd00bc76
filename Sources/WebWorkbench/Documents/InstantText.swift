public import CallReports
public import Foundation

/// Instants for machines: ISO 8601 in UTC.
public enum InstantText {
    /// `2026-11-18T10:42:00Z`.
    public static func of(_ instant: Date) -> String { instant.formatted(.iso8601) }

    /// The same as a JSON value.
    public static func json(_ instant: Date) -> JSONText { .string(of(instant)) }
}
