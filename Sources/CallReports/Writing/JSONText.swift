/// A JSON value whose members keep the order they were given in, so that the same facts are always
/// the same bytes (RFC 8259).
///
/// Control characters, line separators and bidirectional controls are written as escapes: the text
/// is harmless on a terminal, and reads back unchanged.
public indirect enum JSONText: Sendable, Hashable {
    /// One member of an object.
    public struct Member: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Its value; a member without one is left out.
        public var value: JSONText?

        /// A member.
        public init(_ name: String, _ value: JSONText?) {
            self.name = name
            self.value = value
        }
    }

    /// Members in order.
    case object([Member])
    /// Values in order.
    case array([JSONText])
    /// Text.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// A number; one that is not finite is left out of an object, and is `null` elsewhere.
    case number(Double)
    /// True or false.
    case bool(Bool)

    /// The text: on one line, or indented by two spaces a level.
    public func text(indented: Bool = false) -> String {
        var output = ""
        write(into: &output, level: indented ? 0 : nil)
        return output
    }

    private var isAbsent: Bool {
        if case .number(let value) = self { return !value.isFinite }
        return false
    }

    private func write(into output: inout String, level: Int?) {
        switch self {
        case .object(let members):
            let present = members.compactMap { member in
                member.value.flatMap { $0.isAbsent ? nil : (member.name, $0) }
            }
            JSONText.writeList(present, "{", "}", into: &output, level: level) { item, output in
                JSONText.quote(item.0, into: &output)
                output += level == nil ? ":" : ": "
                item.1.write(into: &output, level: level.map { $0 + 1 })
            }
        case .array(let values):
            JSONText.writeList(values, "[", "]", into: &output, level: level) { value, output in
                value.write(into: &output, level: level.map { $0 + 1 })
            }
        case .string(let text): JSONText.quote(text, into: &output)
        case .integer(let value): output += String(value)
        case .number(let value): output += isAbsent ? "null" : value.description
        case .bool(let value): output += value ? "true" : "false"
        }
    }

    private static func writeList<Item>(
        _ items: [Item], _ opening: String, _ closing: String, into output: inout String,
        level: Int?, write: (Item, inout String) -> Void
    ) {
        func newLine(_ level: Int?) -> String {
            level.map { "\n" + String(repeating: "  ", count: $0) } ?? ""
        }
        output += opening
        for (index, item) in items.enumerated() {
            output += (index == 0 ? "" : ",") + newLine(level.map { $0 + 1 })
            write(item, &output)
        }
        output += (items.isEmpty ? "" : newLine(level)) + closing
    }

    private static func quote(_ text: String, into output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            default:
                if needsEscape(scalar) {
                    for unit in String(scalar).utf16 {
                        let digits = String(unit, radix: 16)
                        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                    }
                } else {
                    output.unicodeScalars.append(scalar)
                }
            }
        }
        output += "\""
    }

    private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
