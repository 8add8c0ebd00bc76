package import CallModel
import Foundation

/// The calls behind a number as they are shown: the terminal and the web only lay them out.
package struct CallsBehindPage: Sendable {
    /// A pain point heard in a call.
    package struct Moment: Sendable {
        package var range: CallTimeRange?
        /// `0:13–0:38`.
        package var time: String
        package var label: String
        package var severity: Int
        package var severityText: String
        /// Who heard it; nil where only one person heard the call.
        package var listener: String?
    }

    /// One call.
    package struct Row: Sendable {
        package var call: CallID
        /// When it began, what it counts for, why they called, who heard it.
        package var facts: [String]
        package var moments: [Moment]
        /// Why nothing is said of it; nil where what there is to say stands here.
        package var keptFresh: String?
    }

    package var words: any TextCatalogue
    package var masthead: [String]
    package var title: String
    /// How many there are.
    package var lead: String
    /// What it means that a call stands for others; nil where none does.
    package var note: String?
    package var rows: [Row]

    /// The page of some calls; of all where none are named.
    package init(
        _ behind: CallsBehind, showing calls: [CallsBehind.Call]? = nil,
        words: any TextCatalogue
    ) {
        self.words = words
        masthead = DigestPage.masthead(of: behind.period, behind.scope, words: words)
        title = words.callsBehind(behind.choice, behind.names.map(DigestPage.short))
        let hasParts = behind.calls.contains { $0.isCounted && $0.share < 1 }
        lead =
            behind.calls.isEmpty && behind.withheld == 0
            ? words.noCallsBehind
            : words.callsBehindCount(counted: behind.counted, handPicked: behind.handPicked)
        if hasParts { lead += " " + words.callsBehindParts(behind.parts) }
        if behind.withheld > 0 { lead += " " + words.withheld(behind.withheld) }
        note = behind.calls.contains { $0.weight != nil } ? words.standsForNote : nil
        let zone = TimeZone(identifier: behind.period.timeZone) ?? .gmt
        rows = (calls ?? behind.calls).map { call in
            Row(
                call: call.id,
                facts: [CalendarText.dateTime(call.startedAt, in: zone)]
                    + Self.value(of: call, hasParts: hasParts, words: words)
                    + [
                        call.reasons.map { SafeText.cut(SafeText.oneLine($0), width: 80) },
                        call.listeners.map { DigestPage.short($0.rawValue) },
                    ].filter { !$0.isEmpty }.map { $0.joined(separator: ", ") },
                moments: call.moments.map {
                    Moment($0, isNamed: call.listeners.count > 1, words: words)
                },
                keptFresh: call.isKeptFresh ? words.keptFresh : nil)
        }
    }

    /// How many calls it stands for and in what part it counts, or that it does not.
    private static func value(
        of call: CallsBehind.Call, hasParts: Bool, words: any TextCatalogue
    ) -> [String] {
        guard call.isCounted else { return [words.handPickedBadge] }
        func shown(_ value: Double) -> String { words.figures.significant(value, 3) }
        return [
            call.weight.map { words.standsFor(shown($0)) },
            hasParts ? words.countsFor(shown(call.share)) : nil,
        ].compactMap { $0 }
    }
}

extension CallsBehindPage.Moment {
    fileprivate init(
        _ moment: CallsBehind.Moment, isNamed: Bool, words: any TextCatalogue
    ) {
        range = moment.range
        time = moment.range.map(ClockText.range) ?? words.wholeCall
        label = SafeText.cut(SafeText.oneLine(moment.label), width: FindingEntry.labelWidth)
        severity = moment.severity
        severityText = words.severity(moment.severity)
        listener = isNamed ? DigestPage.short(moment.listener.rawValue) : nil
    }
}
