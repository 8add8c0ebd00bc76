/// How a list of calls is ordered; calls without what it is ordered by come last.
public enum CallOrder: String, Sendable, CaseIterable, Hashable {
    case newestFirst, oldestFirst
    /// By the length of what decodes.
    case longestFirst, shortestFirst
    /// By hold in all.
    case mostHoldFirst

    /// What it is ordered by, as the table knows it.
    var column: String {
        switch self {
        case .newestFirst, .oldestFirst: "startedAt"
        case .longestFirst, .shortestFirst: "recordedSeconds"
        case .mostHoldFirst: "holdSeconds"
        }
    }

    /// The same with its table: an order by a profile is walked along the profiles.
    var qualifiedColumn: String { (self == .mostHoldFirst ? "profile." : "call.") + column }

    /// The number of the call, in the table that is walked.
    var number: String { self == .mostHoldFirst ? "profile.call" : "call.number" }

    /// Whether it goes up.
    var isAscending: Bool { self == .oldestFirst || self == .shortestFirst }
}

/// A place in a list of calls that stays true while calls are added: after one certain call.
public struct CallCursor: Sendable, Hashable, CustomStringConvertible {
    /// What the list is ordered by, of that call: milliseconds since 1970 UTC, or seconds; nil among
    /// the calls without.
    let value: Double?
    let number: Int64

    init(value: Double?, number: Int64) {
        self.value = value
        self.number = number
    }

    /// A cursor from its ``description``; nil where the text is none.
    public init?(_ text: String) {
        guard let dot = text.lastIndex(of: "."),
            let number = Int64(text[text.index(after: dot)...])
        else { return nil }
        let value = text[..<dot]
        if value == "none" {
            self.init(value: nil, number: number)
        } else if let value = Double(value), value.isFinite {
            self.init(value: value, number: number)
        } else {
            return nil
        }
    }

    /// The cursor as text that fits into a link.
    public var description: String {
        guard let value else { return "none.\(number)" }
        return (Int64(exactly: value).map(String.init) ?? String(value)) + ".\(number)"
    }
}
