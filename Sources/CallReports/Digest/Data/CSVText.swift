/// Rows of comma-separated values (RFC 4180: a header, CRLF, quotes doubled).
package enum CSVText {
    /// One cell.
    package enum Cell {
        case text(String)
        case integer(Int)
        case number(Double)
        case bool(Bool)
        case empty

        package init(_ value: Int?) { self = value.map(Cell.integer) ?? .empty }
        package init(_ value: Double?) {
            self = value.flatMap { $0.isFinite ? Cell.number($0) : nil } ?? .empty
        }
        package init(_ value: String?) { self = value.map(Cell.text) ?? .empty }
    }

    package static func line(_ cells: [Cell]) -> String {
        cells.map(shown).joined(separator: ",") + "\r\n"
    }

    private static func shown(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): quoted(harmless(SafeText.oneLine(text)))
        case .integer(let value): String(value)
        case .number(let value): value.description
        case .bool(let value): value ? "true" : "false"
        case .empty: ""
        }
    }

    /// A text that a spreadsheet would take for a formula begins with an apostrophe.
    private static func harmless(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        let starters: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%"]
        return starters.contains(first) ? "'" + text : text
    }

    private static func quoted(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == ";" }) else {
            return text
        }
        return "\""
            + text.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
