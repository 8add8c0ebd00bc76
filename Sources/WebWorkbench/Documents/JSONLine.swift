import Foundation

/// Values in their own coding, as JSON with sorted keys and instants in ISO 8601.
public enum JSONLine {
    /// One line, or several where it is indented; ends with a line end.
    public static func text(_ value: some Encodable, indented: Bool = false) throws -> String {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if indented { encoder.outputFormatting.insert(.prettyPrinted) }
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
