import CallModel
import CallReports

/// The taxonomy as people read it.
struct TaxonomyTable {
    private let taxonomy: Taxonomy

    init(_ taxonomy: Taxonomy) {
        self.taxonomy = taxonomy
    }

    func text(form: TerminalForm) -> String {
        let reasons = taxonomy.reasonTree.map { entry in
            [
                String(repeating: "  ", count: entry.depth) + entry.reason.label,
                entry.reason.key, state(entry.reason.retired, entry.reason.mergedInto),
            ]
        }
        let points = taxonomy.painPoints.map { point in
            [
                (point.numberKey.map { "\($0) " } ?? "  ") + point.label, point.key,
                state(point.retired, point.mergedInto) + (point.regulated ? "regulated" : ""),
            ]
        }
        return table("call reason", reasons, form) + "\n" + table("pain point", points, form)
    }

    private func table(_ title: String, _ rows: [[String]], _ form: TerminalForm) -> String {
        TextTable(
            columns: [.init(title, minimumWidth: 24), .init("key", minimumWidth: 16), .init("")],
            rows: rows
        ).text(form: form)
    }

    private func state(_ retired: CalendarDay?, _ mergedInto: String?) -> String {
        if let mergedInto { return "now \(mergedInto)" }
        return retired.map { "retired \($0)" } ?? ""
    }
}
