public import CallModel

/// The arithmetic of one line of a digest, for whoever wants to do the sum again.
public enum ExplanationText {
    /// The sums, one a line, with their inputs before them.
    public static func terminal(
        _ explanation: Explanation, form: TerminalForm = TerminalForm()
    ) -> String {
        var layout = ExplanationLayout(
            explanation: explanation, words: form.language.words, output: TerminalPage(form: form))
        layout.write()
        return layout.output.text
    }
}

/// Lays an explanation out on a terminal page.
private struct ExplanationLayout {
    let explanation: Explanation
    let words: any TextCatalogue
    var output: TerminalPage

    private var finding: Digest.Finding { explanation.finding }
    private var digest: Digest { explanation.digest }

    /// Six significant digits: enough to do the sum again.
    private func exact(_ value: Double) -> String { words.figures.significant(value, 6) }

    mutating func write() {
        output.line([
            Span(FindingEntry.label(finding), .heading), Span(words.separator, .quiet),
            Span(
                DigestPage.masthead(of: digest, words: words).joined(separator: words.separator),
                .quiet),
        ])
        writeCalls()
        writeShare()
        writeMinutes()
        writeOrder()
        writeChange()
    }

    private mutating func writeCalls() {
        guard !explanation.affected.isEmpty else { return }
        output.heading(words.explainedCalls)
        TextTable(
            columns: [
                .init(words.callColumn, minimumWidth: 8),
                .init(words.standsForColumn, alignment: .trailing),
                .init(words.heardByColumn, alignment: .trailing),
                .init(words.minutesColumn, alignment: .trailing),
                .init(words.severityColumn, alignment: .trailing),
                .init(words.timeColumn),
            ],
            rows: explanation.affected.map { call in
                [
                    call.call.rawValue, exact(call.weight), exact(call.share),
                    exact(call.minutes), String(call.severity),
                    call.ranges.isEmpty
                        ? words.wholeCall
                        : call.ranges.map(ClockText.range).joined(separator: ", "),
                ]
            }
        ).write(on: &output, indent: 2)
    }

    private mutating func writeShare() {
        output.heading(words.shareColumn)
        if !explanation.groups.isEmpty {
            TextTable(
                columns: [
                    .init(words.groupColumn, minimumWidth: 8),
                    .init(words.populationColumn, alignment: .trailing),
                    .init(words.heardColumn, alignment: .trailing),
                    .init(words.withItColumn, alignment: .trailing),
                    .init(words.standsForColumn, alignment: .trailing),
                ],
                rows: explanation.groups.map { group in
                    [
                        DigestPage.short(group.name), words.figures.whole(group.population),
                        words.figures.whole(group.counted), exact(group.affected),
                        exact(Double(group.population) / Double(group.counted)),
                    ]
                }
            ).write(on: &output, indent: 2)
        }
        let affected = explanation.affected.reduce(0) { $0 + $1.weight * $1.share }
        say(
            .share(
                affected: exact(affected), all: exact(explanation.weightSum),
                share: exact(explanation.share.value)))
        say(.variance(exact(explanation.share.variance)))
        if let design = explanation.designEffective, let effective = finding.effective {
            say(
                .effective(
                    share: exact(explanation.share.value),
                    variance: exact(explanation.share.variance), byWeights: exact(design),
                    effective: exact(effective)))
        }
        if let share = finding.share, let degrees = digest.sample.degreesOfFreedom,
            !digest.sample.isCensus
        {
            say(
                .shareRange(
                    level: words.percent(digest.level), degrees: String(degrees),
                    low: exact(share.low), high: exact(share.high)))
        }
    }

    private mutating func writeMinutes() {
        guard let minutes = finding.minutesPerMonth else { return }
        output.heading(words.unit(.minutesLost))
        let monthly = explanation.covered / explanation.months
        say(
            .total(
                minutes: exact(explanation.minutes.value), calls: exact(explanation.covered),
                months: exact(explanation.months), total: exact(minutes.value)))
        guard !digest.sample.isCensus else { return }
        say(.variance(exact(explanation.minutes.variance * monthly * monthly)))
        say(
            .totalRange(
                level: words.percent(digest.level), increment: exact(explanation.increment),
                low: exact(minutes.low), high: exact(minutes.high)))
    }

    private mutating func writeOrder() {
        guard let order = finding.order, let rank = finding.rank else { return }
        output.heading(words.rankColumn)
        say(
            .order(
                rank: String(rank), first: exact(order.first), topThree: exact(order.topThree),
                places: words.places(order.lowestRank, order.highestRank)))
    }

    private mutating func writeChange() {
        guard let change = finding.change, let comparison = digest.comparison else { return }
        output.heading(words.changeColumn)
        let label = SafeText.oneLine(comparison.label)
        say(
            .difference(
                period: label, before: exact(change.previousShare.value),
                difference: exact(change.difference.value), low: exact(change.difference.low),
                high: exact(change.difference.high)))
        say(
            .chance(
                alone: exact(change.p), tested: words.figures.whole(comparison.tested),
                together: exact(change.q)))
    }

    private mutating func say(_ sum: ExplainedSum) {
        output.paragraph(
            words.explained(sum), indent: 4, first: [Span("  - ", .quiet)])
    }
}
