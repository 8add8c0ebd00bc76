public import CallModel
public import Foundation

/// One line of a list of calls.
public struct CallRow: Sendable, Hashable {
    /// The call.
    public var call: Call
    /// What was measured of it; nil where nothing was.
    public var profile: Profile?
    /// The key of its reason; nil where none was given.
    public var reason: String?
    /// The keys of the pain points that somebody heard in it.
    public var painPoints: [String]

    /// A line.
    public init(
        call: Call, profile: Profile? = nil, reason: String? = nil, painPoints: [String] = []
    ) {
        self.call = call
        self.profile = profile
        self.reason = reason
        self.painPoints = painPoints
    }
}

extension CallText {
    /// Calls as a table, one line each, with their number under it.
    public static func list(
        _ rows: [CallRow], taxonomy: Taxonomy? = nil, timeZone: TimeZone,
        form: TerminalForm = TerminalForm()
    ) -> String {
        let words = form.language.words
        var page = TerminalPage(form: form)
        guard !rows.isEmpty else {
            page.line([Span(words.noCallsListed)])
            return page.text
        }
        // Where it is narrow the site gives way: it is on the page of the call.
        let isNarrow = form.width < 100
        TextTable(
            columns: [
                .init(words.callColumn, minimumWidth: 12),
                .init(words.beganColumn, minimumWidth: 16),
                .init(words.queueColumn), .init(words.siteColumn), .init(words.agentColumn),
                .init(words.lengthColumn, alignment: .trailing, minimumWidth: 6),
                .init(words.holdColumn, alignment: .trailing),
                .init(words.tagsColumn, minimumWidth: 8), .init(words.soundColumn),
            ],
            rows: rows.map { row in
                var cells = cells(row, taxonomy, timeZone, words)
                if isNarrow { cells[3] = "" }
                return cells
            }
        ).write(on: &page)
        page.gap()
        page.line([Span(words.callsListed(rows.count), .quiet)])
        return page.text
    }

    private static func cells(
        _ row: CallRow, _ taxonomy: Taxonomy?, _ zone: TimeZone, _ words: any TextCatalogue
    ) -> [String] {
        let call = row.call
        let names = TagNames(taxonomy)
        let seconds = call.recording?.seconds ?? call.record.seconds
        let tags =
            (row.reason.map { [names.reason($0)] } ?? []) + row.painPoints.map(names.painPoint)
        return [
            call.id.rawValue,
            call.record.startedAt.map { CalendarText.dateTime($0, in: zone) } ?? "",
            call.record.queue ?? "", call.record.site ?? "", call.record.agent ?? "",
            seconds.map { ClockText.duration(seconds: $0) } ?? "",
            row.profile.map { ClockText.duration(seconds: $0.holdSeconds) } ?? "",
            tags.joined(separator: ", "), sound(call, words),
        ]
    }

    private static func sound(_ call: Call, _ words: any TextCatalogue) -> String {
        if let state = words.shortState(call.recordingState) { return state }
        var facts: [String] = []
        if let completeness = call.completeness, completeness < 1 {
            facts.append(words.share(completeness))
        }
        facts += (call.recording?.flaws ?? []).map(words.shortFlaw)
        return facts.joined(separator: ", ")
    }
}
