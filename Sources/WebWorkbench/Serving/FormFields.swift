import Foundation

/// The fields of a form or a query (`application/x-www-form-urlencoded`, WHATWG URL Standard),
/// decoded; bytes that are no UTF-8 become replacement characters.
struct FormFields: Sendable, Hashable {
    /// Fields that are read, at most.
    static let most = 100

    private var values: [String: [String]] = [:]

    /// No fields.
    init() {}

    /// The fields of a query or a body.
    init(_ text: some StringProtocol) {
        for pair in text.split(separator: "&").prefix(Self.most) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            values[Self.decoded(parts[0]), default: []].append(
                parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
    }

    /// The value of a field, without white space around it; nil where it is absent or blank.
    subscript(name: String) -> String? {
        let text = values[name]?[0].trimmingCharacters(in: .whitespacesAndNewlines)
        return text?.isEmpty == false ? text : nil
    }

    /// All values of a field that may be given several times, such as boxes to tick.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The names of the fields, in no order.
    var names: some Collection<String> { values.keys }

    /// Text with `+` and `%XX` decoded.
    private static func decoded(_ text: some StringProtocol) -> String {
        percentDecoded(text, plusIsSpace: true)
    }

    /// Text with `%XX` decoded; a `%` that begins no such pair stays.
    static func percentDecoded(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+"), plusIsSpace {
                bytes.append(0x20)
            } else if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
