package import CallModel
package import Foundation

/// One call as each of its listeners heard it, as it is shown.
///
/// Where only one person has judged the call there are no rows: nothing is shown of what they said, so
/// that the second hears it fresh.
package struct ComparisonPage: Sendable {
    /// What one listener marked of a pain point.
    package struct Cell: Sendable {
        /// `severity 4`, a reason, or a dash.
        package var text: String
        /// The moments marked; none for the whole call.
        package var ranges: [CallTimeRange]
    }

    /// The reason, or one pain point.
    package struct Row: Sendable {
        package var name: String
        /// By listener; then what was settled, where anything is.
        package var cells: [Cell]
        /// Whether all said the same of it.
        package var isAgreed: Bool
    }

    /// What was done about it.
    package struct Act: Sendable {
        /// `Settled by ana, 2026-11-19 12:00`.
        package var sentence: String
        /// Why; empty where nothing was said.
        package var because: String
    }

    package var words: any TextCatalogue
    package var lead: String
    /// The listeners, then the settlement where anything is settled.
    package var columns: [String]
    package var rows: [Row]
    package var acts: [Act]

    package init(
        _ call: JudgedCall, settlement: Settlement?, taxonomy: Taxonomy?, timeZone: TimeZone,
        language: Language
    ) {
        let words = language.words
        self.words = words
        acts = (settlement?.acts ?? []).map { act in
            Act(
                sentence: words.settlement(
                    act.kind, by: SafeText.oneLine(act.by.rawValue),
                    at: CalendarText.dateTime(act.at, in: timeZone)),
                because: SafeText.cut(SafeText.oneLine(act.because), width: 240))
        }
        guard call.isDoublyHeard else {
            lead = call.judgements.isEmpty ? words.nobodyCompared : words.onlyOneCompared
            (columns, rows) = ([], [])
            return
        }
        lead = words.comparedBy(call.judgements.count)
        let names = TagNames(taxonomy)
        let labels = settlement?.labels
        columns = call.judgements.map { SafeText.oneLine($0.listener.rawValue) }
        var reason = Row(
            name: words.onReasons,
            cells: call.judgements.map { judgement in
                Cell(text: judgement.reason.map(names.reason) ?? words.notMarked, ranges: [])
            }, isAgreed: Set(call.judgements.map(\.reason)).count == 1)
        let keys = call.marked.union(labels?.painPoints.keys.map { $0 } ?? [])
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var rows = keys.map { key in
            Row(
                name: names.painPoint(key),
                cells: call.judgements.map { Self.cell(of: key, in: $0, words: words) },
                isAgreed: Set(call.judgements.map { $0.painPoints.contains(key) }).count == 1)
        }
        if let labels {
            columns.append(words.settledColumn)
            reason.cells.append(
                Cell(text: labels.reason.map(names.reason) ?? words.notMarked, ranges: []))
            for (index, key) in keys.enumerated() {
                rows[index].cells.append(
                    Cell(
                        text: labels.painPoints[key].map(words.severity) ?? words.notMarked,
                        ranges: []))
            }
        }
        self.rows = [reason] + rows
    }

    private static func cell(
        of key: String, in judgement: Judgement, words: any TextCatalogue
    ) -> Cell {
        guard let severity = judgement.severity(of: key) else {
            return Cell(text: words.notMarked, ranges: [])
        }
        return Cell(
            text: words.severity(severity),
            ranges: judgement.marks.filter { $0.painPoint == key }.compactMap(\.range))
    }
}
