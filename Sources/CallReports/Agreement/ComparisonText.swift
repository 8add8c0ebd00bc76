public import CallModel
public import Foundation

/// One call as each of its listeners heard it, side by side.
public enum ComparisonText {
    /// The call on lines: a row for the reason and for each pain point, a column for each listener.
    ///
    /// Where only one person has judged the call nothing is shown of what they said. `settlement` is
    /// what was agreed on afterwards, with the acts that led to it.
    public static func terminal(
        _ call: JudgedCall, settlement: Settlement? = nil, taxonomy: Taxonomy?, timeZone: TimeZone,
        form: TerminalForm = TerminalForm()
    ) -> String {
        let words = form.language.words
        let names = TagNames(taxonomy)
        var page = TerminalPage(form: form)
        page.line([
            Span(words.comparedTitle + " ", .quiet),
            Span(SafeText.oneLine(call.id.rawValue), .heading),
        ])
        page.gap()
        guard call.isDoublyHeard else {
            page.paragraph(
                call.judgements.isEmpty ? words.nobodyCompared : words.onlyOneCompared)
            return page.text
        }
        page.paragraph(words.comparedBy(call.judgements.count))
        page.gap()
        let marked = call.judgements.reduce(into: Set<String>()) { $0.formUnion($1.painPoints) }
        let keys = marked.union(settlement?.labels?.painPoints.keys.map { $0 } ?? [])
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var columns: [TextTable.Column] = [.init("", minimumWidth: 14)]
        columns += call.judgements.map { .init(SafeText.oneLine($0.listener.rawValue)) }
        var rows = [
            [words.reasonRow]
                + call.judgements.map { $0.reason.map(names.reason) ?? words.notMarked }
        ]
        rows += keys.map { key in
            [names.painPoint(key)]
                + call.judgements.map { Self.marks(of: key, in: $0, words: words) }
        }
        if let labels = settlement?.labels {
            columns.append(.init(words.settledColumn))
            rows[0].append(labels.reason.map(names.reason) ?? words.notMarked)
            for (index, key) in keys.enumerated() {
                rows[index + 1].append(
                    labels.painPoints[key].map(words.severity) ?? words.notMarked)
            }
        }
        TextTable(columns: columns, rows: rows).write(on: &page, indent: 2)
        for act in settlement?.acts ?? [] {
            let said = words.settlement(
                act.kind, by: SafeText.oneLine(act.by.rawValue),
                at: CalendarText.dateTime(act.at, in: timeZone))
            let because = SafeText.cut(SafeText.oneLine(act.because), width: 240)
            page.paragraph(
                said + (because.isEmpty ? "." : ": \(because)"), indent: 2, ink: .quiet)
        }
        page.gap()
        page.paragraph(words.listen(to: ShellWord.of(call.id.rawValue)))
        return page.text
    }

    /// `severity 4 1:20–1:40`, or `severity 4` for the whole call.
    private static func marks(
        of key: String, in judgement: Judgement, words: any TextCatalogue
    ) -> String {
        guard let severity = judgement.severity(of: key) else { return words.notMarked }
        let times = judgement.marks.filter { $0.painPoint == key }.compactMap(\.range)
            .map(ClockText.range)
        return ([words.severity(severity)] + times).joined(separator: " ")
    }
}
