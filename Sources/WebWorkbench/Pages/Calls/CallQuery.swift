import CallArchive
import CallModel
import Foundation

/// What a page of calls was asked for, as its address says it: the same names as the options of
/// `earful calls`.
struct CallQuery: Sendable, Hashable {
    /// The fields of the address that choose calls, as they were written.
    private(set) var fields: [String: String] = [:]
    /// The draws of whose frames they are; a field that may be given several times.
    let frames: [String]
    let filter: CallFilter
    let order: CallOrder
    let cursor: CallCursor?

    /// The names of the fields that choose calls.
    static let names = [
        "from", "to", "queue", "site", "direction", "agent", "caller", "reason", "pain-point",
        "hold-over", "logged-holds", "completeness-under", "text", "heard", "recording", "group",
        "picked", "skipped", "order",
    ]
    /// Those behind "more filters".
    static let furtherNames = [
        "from", "to", "queue", "site", "direction", "agent", "caller", "reason", "heard",
        "recording", "hold-over", "logged-holds", "completeness-under", "group", "picked",
        "skipped",
    ]

    /// Reads a query; throws ``WebProblem`` where a field says nothing that can be looked for.
    init(_ query: FormFields, in zone: TimeZone) throws(WebProblem) {
        for name in Self.names { fields[name] = query[name] }
        frames = query.all("frame").filter { !$0.isEmpty }
        var filter = CallFilter()
        let calendar = Calendar.iso8601(in: zone)
        if let text = query["from"] {
            filter.from = try calendar.date(of: Self.day(text))
        }
        if let text = query["to"], let start = try calendar.date(of: Self.day(text)) {
            filter.until = calendar.date(byAdding: .day, value: 1, to: start)
        }
        filter.queue = query["queue"]
        filter.site = query["site"]
        filter.agent = query["agent"]
        filter.caller = query["caller"]
        filter.reason = query["reason"]
        filter.painPoint = query["pain-point"]
        filter.holdOverSeconds = try query["hold-over"].map { text throws(WebProblem) in
            try Self.number(text, "hold-over", in: 0...1e9)
        }
        filter.completenessUnder = try query["completeness-under"].map { text throws(WebProblem) in
            try Self.number(text, "completeness-under", in: 0...100) / 100
        }
        filter.text = query["text"]
        func answer(_ name: String) throws(WebProblem) -> Bool? {
            try Self.choice(query[name], name, ["yes": true, "no": false])
        }
        filter.heard = try answer("heard")
        filter.picked = try answer("picked")
        filter.skipped = try answer("skipped")
        filter.recordingState = try Self.choice(query["recording"], "recording")
        filter.direction = try Self.choice(query["direction"], "direction")
        filter.loggedHolds = try query["logged-holds"].map { text throws(WebProblem) in
            guard let holds = Int(text), holds >= 0 else {
                throw WebProblem(
                    .badRequest, "“logged-holds” takes a whole number, and is “\(text)”.")
            }
            return holds
        }
        filter.frames = frames.map { DrawID($0) }
        filter.group = query["group"]
        self.filter = filter
        order = try Self.choice(query["order"], "order") ?? .newestFirst
        if let after = query["after"] {
            guard let cursor = CallCursor(after) else {
                throw WebProblem(.badRequest, "“after” takes a place that an earlier page named.")
            }
            self.cursor = cursor
        } else {
            cursor = nil
        }
    }

    /// The address of the same calls from a place on; nil for the first.
    func path(after cursor: CallCursor?, on page: String = "/calls") -> String {
        LinkText.path(
            page,
            Self.names.map { ($0, fields[$0]) } + frames.map { ("frame", $0) }
                + [("after", cursor.map { "\($0)" })])
    }

    private static func day(_ text: String) throws(WebProblem) -> CalendarDay {
        guard let day = CalendarDay(text) else {
            throw WebProblem(.badRequest, "“\(text)” is no day. Write it as 2026-11-15.")
        }
        return day
    }

    private static func number(
        _ text: String, _ name: String, in range: ClosedRange<Double>
    ) throws(WebProblem) -> Double {
        guard let number = Double(text), range.contains(number) else {
            throw WebProblem(
                .badRequest,
                "“\(name)” takes a number from \(Decimals.text(range.lowerBound)) to "
                    + "\(Decimals.text(range.upperBound)), and is “\(text)”.")
        }
        return number
    }

    private static func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ text: String?, _ name: String
    ) throws(WebProblem) -> Value? {
        try choice(
            text, name,
            Dictionary(uniqueKeysWithValues: Value.allCases.map { ($0.rawValue, $0) }))
    }

    private static func choice<Value>(
        _ text: String?, _ name: String, _ values: [String: Value]
    ) throws(WebProblem) -> Value? {
        guard let text else { return nil }
        guard let value = values[text] else {
            throw WebProblem(
                .badRequest,
                "“\(name)” takes \(values.keys.sorted().joined(separator: ", ")), and is “\(text)”."
            )
        }
        return value
    }
}
