import CallModel
import Foundation
import GRDB

extension Row {
    /// A column as a case of an enumeration; nil for NULL. Throws when no case has that name.
    func known<Value: RawRepresentable>(
        _ column: String, as type: Value.Type = Value.self
    ) throws -> Value? where Value.RawValue == String {
        guard let text = self[column] as String? else { return nil }
        guard let value = Value(rawValue: text) else {
            throw ArchiveError.database(
                doing: "reading the column \(column)",
                reason: "\"\(text)\" is not a \(Value.self) that this version knows.")
        }
        return value
    }

    /// A column that is never NULL as a case of an enumeration.
    func one<Value: RawRepresentable>(
        _ column: String, as type: Value.Type = Value.self
    ) throws -> Value where Value.RawValue == String {
        guard let value = try known(column, as: type) else {
            throw ArchiveError.database(
                doing: "reading the column \(column)", reason: "It is empty and must not be.")
        }
        return value
    }

    /// A column as an identifier; nil for NULL.
    func identifier<Noun>(_ column: String) -> Identifier<Noun>? {
        (self[column] as String?).map(Identifier.init)
    }

    /// A column of milliseconds as a time; nil for NULL.
    func date(_ column: String) -> Date? {
        (self[column] as Int64?).map(StoredTime.date)
    }

    /// Two columns of milliseconds as a stretch of a call; nil for NULL.
    func callTimeRange() -> CallTimeRange? {
        guard let start = self["startMs"] as Int?, let end = self["endMs"] as Int? else {
            return nil
        }
        return CallTimeRange(milliseconds: start, end)
    }
}
