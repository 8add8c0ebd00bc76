public import CallModel
import Foundation

/// A row of call records, read.
public struct CallLogRow: Sendable, Hashable {
    /// The line it begins on, from 1.
    public var line: Int
    /// What it says of the call. Besides the columns that have no field, its metadata holds
    /// `offset` (seconds by which the second file starts later) and `hold_seconds` where the row
    /// has them.
    public var record: CallRecord
    /// The names or paths of its recordings, the agent's first where there are two: none, one, or
    /// two.
    public var fileNames: [String]
    /// Whether it says that the audio was deleted when its time was over.
    public var isRetired: Bool
}

/// Call records as a PBX or a reporting tool exports them: delimited text, read in memory that
/// grows only with the ids of the calls.
///
/// Delimiter, encoding, columns and the order of day and month are found by looking through the
/// file first; numbers that callers can be reached at become pseudonyms.
public struct CallLogCSV: Sendable {
    /// The file.
    public let path: String
    /// How its letters are written.
    public var encoding: CallLogEncoding { source.encoding }
    /// What stands between its fields.
    public var delimiter: Character { Character(Unicode.Scalar(layout.delimiter)) }
    /// Which field is read from the column of which name.
    public var columns: [CallLogField: String] { layout.columns.mapValues { layout.names[$0] } }

    let source: CallLogSource
    let layout: CallLogLayout
    let zone: TimeZone
    let pseudonyms: Pseudonyms

    /// Looks through the file; throws ``CallLogError`` where its rows cannot be understood at all.
    public init(path: String, settings: WorkspaceSettings, pseudonyms: Pseudonyms) throws {
        self.path = path
        self.pseudonyms = pseudonyms
        zone = settings.timeZone
        source = try CallLogSource(path: path)
        layout = try CallLogLayout(
            source: source, mapping: settings.columns, order: settings.dateOrder?.order)
    }

    /// The rows from the first on.
    public func rows() throws -> CallLogRows {
        try CallLogRows(self)
    }
}

extension DateOrder {
    var order: WrittenTime.Order { self == .dayFirst ? .dayFirst : .monthFirst }
}
