/// Something amiss in a taxonomy file, with the place where it stands.
public struct TaxonomyFinding: Sendable, Codable, Hashable, CustomStringConvertible {
    /// How much it matters.
    public enum Severity: String, Sendable, Codable, CaseIterable {
        /// The file can be used as it is.
        case warning
        /// The file cannot be used.
        case error
    }

    /// How much it matters.
    public var severity: Severity
    /// The line, counted from 1.
    public var line: Int
    /// The column in characters (Unicode scalars), counted from 1.
    public var column: Int
    /// What is amiss and what to do: a sentence.
    public var message: String

    /// A finding.
    public init(severity: Severity, line: Int, column: Int, message: String) {
        self.severity = severity
        self.line = line
        self.column = column
        self.message = message
    }

    /// `12:5: error: …`
    public var description: String { "\(line):\(column): \(severity.rawValue): \(message)" }

    /// `Annotations/taxonomy.yml:12:5: error: …`, the form that editors jump to.
    public func text(path: String) -> String { "\(path):\(description)" }
}
