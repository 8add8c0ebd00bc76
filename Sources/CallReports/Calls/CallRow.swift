public import CallModel
public import Foundation

/// One line of a list of calls.
public struct CallRow: Sendable, Hashable {
    /// The call.
    public var id: CallID
    /// What the call record says.
    public var record: CallRecord
    /// What became of the sound.
    public var recordingState: RecordingState
    /// How long the sound is, in seconds; nil where there is none.
    public var recordedSeconds: Double?
    /// How much of the call can be heard, in 0...1; nil where that cannot be told.
    public var completeness: Double?
    /// Hold in all, in seconds; nil where nothing was measured.
    public var holdSeconds: Double?
    /// What a listener must know before trusting the recording.
    public var flaws: [RecordingFlaw]
    /// The keys of the reasons that listeners gave.
    public var reasons: [String]
    /// The keys of the pain points that somebody heard in it.
    public var painPoints: [String]

    /// A line.
    public init(
        id: CallID, record: CallRecord, recordingState: RecordingState,
        recordedSeconds: Double? = nil, completeness: Double? = nil, holdSeconds: Double? = nil,
        flaws: [RecordingFlaw] = [], reasons: [String] = [], painPoints: [String] = []
    ) {
        self.id = id
        self.record = record
        self.recordingState = recordingState
        self.recordedSeconds = recordedSeconds
        self.completeness = completeness
        self.holdSeconds = holdSeconds
        self.flaws = flaws
        self.reasons = reasons
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
        let names = TagNames(taxonomy)
        let seconds = row.recordedSeconds ?? row.record.seconds
        let tags = row.reasons.map(names.reason) + row.painPoints.map(names.painPoint)
        return [
            row.id.rawValue,
            row.record.startedAt.map { CalendarText.dateTime($0, in: zone) } ?? "",
            row.record.queue ?? "", row.record.site ?? "", row.record.agent ?? "",
            seconds.map { ClockText.duration(seconds: $0) } ?? "",
            row.holdSeconds.map { ClockText.duration(seconds: $0) } ?? "",
            tags.joined(separator: ", "), sound(row, words),
        ]
    }

    private static func sound(_ row: CallRow, _ words: any TextCatalogue) -> String {
        if let state = words.shortState(row.recordingState) { return state }
        var facts: [String] = []
        if let completeness = row.completeness, completeness < 1 {
            facts.append(words.share(completeness))
        }
        facts += row.flaws.map(words.shortFlaw)
        return facts.joined(separator: ", ")
    }
}
