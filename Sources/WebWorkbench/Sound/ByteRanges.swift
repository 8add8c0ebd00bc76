/// What a `Range` field asks of a representation of some length (RFC 9110, section 14).
enum ByteRanges: Sendable, Hashable {
    /// The whole: there is no field, or one that is to be ignored, since it is malformed, of another
    /// unit, or asks for more pieces than are given at once.
    case whole
    /// These ranges, one or more, in the order of asking, none empty; they may overlap.
    case parts([Range<Int>])
    /// Only what lies past the end.
    case unsatisfiable

    /// The most ranges that are answered.
    static let most = 32

    /// Reads a field; `length` is that of the representation, in bytes.
    ///
    /// Ranges past the end are left out where others lie before it (14.1.2). Ranges that together
    /// ask for more than the whole are ignored, as a field of a thousand overlapping ranges is an
    /// attack and nothing else (14.2).
    init(_ field: String?, length: Int) {
        guard let field, let ranges = Self.specified(field) else {
            self = .whole
            return
        }
        let parts = ranges.compactMap { $0.part(of: length) }
        if parts.isEmpty {
            self = .unsatisfiable
        } else if ranges.count > Self.most
            || (parts.count > 1 && parts.reduce(0) { $0 + $1.count } > length)
        {
            self = .whole
        } else {
            self = .parts(parts)
        }
    }

    /// One `range-spec`.
    private enum Specified {
        case from(Int, through: Int)
        case last(Int)

        func part(of length: Int) -> Range<Int>? {
            switch self {
            case .from(let first, let last):
                first < length ? first..<(min(last, length - 1) + 1) : nil
            case .last(let count):
                count > 0 && length > 0 ? max(0, length - count)..<length : nil
            }
        }
    }

    /// The ranges of a field; nil where it is to be ignored.
    private static func specified(_ field: String) -> [Specified]? {
        guard let equals = field.firstIndex(of: "="),
            trimmed(field[..<equals]).lowercased() == "bytes"
        else { return nil }
        let elements = field[field.index(after: equals)...]
            .split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
            // A list may hold empty elements (5.6.1.2).
            .filter { !$0.isEmpty }
        guard !elements.isEmpty else { return nil }
        var ranges: [Specified] = []
        for element in elements {
            guard let range = range(element) else { return nil }
            ranges.append(range)
        }
        return ranges
    }

    private static func range(_ element: Substring) -> Specified? {
        guard let dash = element.firstIndex(of: "-") else { return nil }
        let (before, after) = (element[..<dash], element[element.index(after: dash)...])
        if before.isEmpty { return number(after).map(Specified.last) }
        guard let first = number(before) else { return nil }
        if after.isEmpty { return .from(first, through: .max - 1) }
        guard let last = number(after), last >= first else { return nil }
        return .from(first, through: min(last, .max - 1))
    }

    /// Digits as a number, as many of them as anybody likes: the largest number stands for all that
    /// are larger.
    private static func number(_ digits: Substring) -> Int? {
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(digits) ?? .max
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let front = text.drop(while: isSpace)
        return front.lastIndex { !isSpace($0) }.map { front[...$0] } ?? ""
    }
}
