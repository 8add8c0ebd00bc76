import CallReports

/// What came of the sitting, and what comes next.
enum SummaryPage {
    static func lines(_ model: PlayerModel) -> [PageLine] {
        guard let session = model.session else { return [] }
        var form = model.setup.form
        form.color = false
        form.width = max(1, model.size.columns - 2)
        let summary = SessionText.summary(
            session, taxonomy: model.setup.taxonomy, timeZone: model.setup.zone, form: form)
        var lines = summary.split(separator: "\n", omittingEmptySubsequences: false)
            .map { PageLine(text: String($0)) }
        while lines.last?.text.isEmpty == true { lines.removeLast() }
        if let outlook = model.outlook {
            lines += [PageLine(text: ""), PageLine(text: outlook, look: .strong)]
        }
        return lines
    }
}
