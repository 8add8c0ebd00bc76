/// A day of the calendar, without a time or a zone; written `2026-11-18`.
public struct CalendarDay: Hashable, Comparable, Sendable {
    /// The year, 1...9999.
    public let year: Int
    /// The month, 1...12.
    public let month: Int
    /// The day of the month, 1...31.
    public let day: Int

    /// A day, or nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...lengths[month - 1]).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// A day from `YYYY-MM-DD`, or nil where the text is no such day.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            parts[2].utf8.count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Orders by time.
    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDay: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    public var description: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

extension CalendarDay: Codable {
    /// Reads `YYYY-MM-DD`; throws `DecodingError` where the text is no such day.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = CalendarDay(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a day is written YYYY-MM-DD")
        }
        self = day
    }

    /// Writes `YYYY-MM-DD`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Why they called: one leaf or branch of the tree of reasons. A call has exactly one.
public struct CallReason: Sendable, Codable, Hashable {
    /// Its name in data, unique among reasons: lower-case words joined by hyphens.
    public var key: String
    /// Its name for people.
    public var label: String
    /// When to choose it.
    public var description: String
    /// The reason above it; nil for a root.
    public var parent: String?
    /// The key of the keyboard that chooses it, 1...9.
    public var numberKey: Int?
    /// From this day on it is no longer offered; it is never deleted.
    public var retired: CalendarDay?
    /// The reason that took its place.
    public var mergedInto: String?

    /// A reason.
    public init(
        key: String, label: String, description: String, parent: String? = nil,
        numberKey: Int? = nil, retired: CalendarDay? = nil, mergedInto: String? = nil
    ) {
        self.key = key
        self.label = label
        self.description = description
        self.parent = parent
        self.numberKey = numberKey
        self.retired = retired
        self.mergedInto = mergedInto
    }
}

/// What hurt. A call has any number of them, each with a severity.
public struct PainPoint: Sendable, Codable, Hashable {
    /// Its name in data, unique among pain points: lower-case words joined by hyphens.
    public var key: String
    /// Its name for people.
    public var label: String
    /// When to choose it.
    public var description: String
    /// The key of the keyboard that chooses it, 1...9.
    public var numberKey: Int?
    /// Safety, a vulnerable customer, a leak of data: shown even when heard only once.
    public var regulated: Bool
    /// From this day on it is no longer offered; it is never deleted.
    public var retired: CalendarDay?
    /// The pain point that took its place.
    public var mergedInto: String?

    /// A pain point.
    public init(
        key: String, label: String, description: String, numberKey: Int? = nil,
        regulated: Bool = false, retired: CalendarDay? = nil, mergedInto: String? = nil
    ) {
        self.key = key
        self.label = label
        self.description = description
        self.numberKey = numberKey
        self.regulated = regulated
        self.retired = retired
        self.mergedInto = mergedInto
    }
}

/// The words that listeners tag with, in a version that never changes once it was used.
public struct Taxonomy: Sendable, Codable, Hashable {
    /// Counts up with every change, from 1.
    public var version: Int
    /// Call reasons, parents before children.
    public var reasons: [CallReason]
    /// Pain points, in the order of the palette.
    public var painPoints: [PainPoint]

    /// One without words, version 0: what there is before any was adopted.
    public static let empty = Taxonomy(version: 0, reasons: [], painPoints: [])

    /// A taxonomy.
    public init(version: Int, reasons: [CallReason], painPoints: [PainPoint]) {
        self.version = version
        self.reasons = reasons
        self.painPoints = painPoints
    }
}
