import Foundation

/// A delimited text file with a header line, whole: for files that people prepare, not for call logs.
struct DelimitedTable {
    /// One row below the header.
    struct Row {
        /// The line in the file, from 1.
        let line: Int
        private let names: [String: Int]
        private let fields: DelimitedRow

        fileprivate init(line: Int, names: [String: Int], fields: DelimitedRow) {
            self.line = line
            self.names = names
            self.fields = fields
        }

        /// The text in a column, or nil where it is empty.
        func text(_ column: String) -> String? {
            guard let index = names[column] else { return nil }
            let text = fields.field(index)
            return text.isEmpty ? nil : text
        }

        /// The text in a column; throws ``RowProblem`` where it is empty.
        func need(_ column: String) throws(RowProblem) -> String {
            guard let text = text(column) else {
                throw RowProblem(line: line, sentence: "The column \(column) is empty. Fill it in.")
            }
            return text
        }

        /// The number in a column, or nil where it is empty.
        func number(_ column: String) throws(RowProblem) -> Double? {
            guard let text = text(column) else { return nil }
            guard let number = Double(text), number.isFinite else {
                throw RowProblem(
                    line: line, sentence: "'\(text)' in the column \(column) is no number.")
            }
            return number
        }

        /// The instant in a column, written as ISO 8601 with its offset.
        func instant(_ column: String) throws(RowProblem) -> Date {
            let text = try need(column)
            // An offset decides which instant is meant; the zone is never asked.
            guard let written = WrittenTime(text), written.day == nil || written.offset != nil,
                let instant = written.date(order: .dayFirst, zone: .gmt)
            else {
                throw RowProblem(
                    line: line,
                    sentence: "'\(text)' in the column \(column) is no time. "
                        + "Write it as 2026-11-18T10:42:00+01:00.")
            }
            return instant
        }
    }

    /// The rows, in order.
    let rows: [Row]
    /// Rows that could not be read.
    let problems: [RowProblem]

    /// Reads a file; its header must name all of `columns`.
    ///
    /// Throws `CallLogError` where it cannot be read and ``SittingImportError`` where a column is
    /// missing.
    init(path: String, columns: [String]) throws {
        let source = try CallLogSource(path: path)
        var reader = DelimitedText(delimiter: UInt8(ascii: ","))
        var names: [String: Int] = [:]
        var rows: [Row] = []
        var problems: [RowProblem] = []
        let take = { (finding: DelimitedText.Finding) in
            switch finding {
            case .row(let row) where names.isEmpty:
                for (index, name) in row.fields.enumerated() { names[name.lowercased()] = index }
            case .row(let row):
                rows.append(Row(line: row.line, names: names, fields: row))
            case .unclosedQuote(let line):
                problems.append(RowProblem(line: line, sentence: "A quote is never closed."))
            }
        }
        try source.read { chunk in
            reader.read(chunk, found: take)
            return true
        }
        reader.finish(found: take)
        let missing = columns.filter { names[$0] == nil }
        guard missing.isEmpty else {
            throw SittingImportError(
                sentence: "\(path) lacks the columns \(missing.joined(separator: ", ")). "
                    + "The first line must name them, separated by commas.")
        }
        self.rows = rows
        self.problems = problems
    }
}

/// What is wrong with one row; the others are taken.
public struct RowProblem: Error, Hashable, Sendable, Codable {
    /// The line in the file, from 1.
    public let line: Int
    /// What is wrong, and what to do.
    public let sentence: String
}

/// A file of sittings or draws that cannot be taken at all.
public struct SittingImportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, and what to do.
    public let sentence: String

    /// The sentence.
    public var description: String { sentence }
}
