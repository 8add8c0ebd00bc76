import CallModel

extension HTMLWriter {
    /// The ranking as a table with a bar under each name.
    var ranking: [Markup] {
        guard !page.ranked.isEmpty else { return [] }
        let hasTotals = page.ranked.contains { $0.total != nil }
        var parts: [Markup] = []
        if hasTotals {
            parts.append(title(words.rankingTitle))
            if !page.isCensus { parts.append(paragraph(.note, words.sentence(page.unit))) }
            let numbers =
                page.isCensus
                ? [page.unit]
                : [words.atLeast, words.estimate, words.upTo, words.placesColumn]
            let heads =
                [columnHead(words.rankColumn, .head), columnHead(words.painPointColumn, .head)]
                + numbers.enumerated().map { index, title in
                    columnHead(title, .headNumber, hidesWhenNarrow: index % 2 == 1)
                }
            parts.append(table(heads, page.ranked.map(rankingRow)))
        }
        return parts + page.orderNotes.map { paragraph(.note, $0) }
    }

    private func rankingRow(_ finding: FindingEntry) -> [Markup] {
        var name: [Markup] = [
            .element("span", .name, [], [.text(SafeText.isolated(finding.label))])
        ]
        if let movement = finding.movement {
            let text = movement.sign + "\u{A0}" + words.movement(movement)
            name += [.text(" "), .element("span", .badge, [], [.text(text)])]
        }
        if let total = finding.total {
            name.append(bar(total, maximum: page.maximumTotal, label: finding.barDescription))
        }
        // A band has one place, which all of its rows share.
        let place: [Markup]
        switch finding.standing {
        case .alone: place = [cell("td", .place, finding.place)]
        case .first:
            place = [
                .element(
                    "td", .placeOfBand, [("rowspan", String(finding.bandSize))],
                    [.text(finding.place)])
            ]
        case .inside, .last: place = []
        }
        let row: [Markup] =
            place + [
                .element("th", .cell, [("scope", "row"), ("width", "99%")], name),
                cell("td", .strongNumber, finding.low),
            ]
        if page.isCensus { return row }
        return row + [
            cell("td", .number, finding.best, hidesWhenNarrow: true),
            cell("td", .number, finding.high),
            cell("td", .number, finding.placeRange, hidesWhenNarrow: true),
        ]
    }

    /// What was heard of each ranked pain point.
    var findings: [Markup] {
        guard !page.ranked.isEmpty else { return [] }
        return [title(words.findingsTitle)] + page.ranked.map(finding)
    }

    func section(_ section: DigestPage.Section) -> [Markup] {
        guard !section.findings.isEmpty else { return [] }
        return [title(section.title), paragraph(.note, words.sentence(section.note))]
            + section.findings.map(finding)
    }

    private func finding(_ finding: FindingEntry) -> Markup {
        let place = finding.place.isEmpty ? "" : finding.place + words.separator
        var name: [Markup] = [.text(place), .text(SafeText.isolated(finding.label))]
        if !finding.badge.isEmpty {
            name += [.text(" "), .element("span", .badge, [], [.text(finding.badge)])]
        }
        var parts: [Markup] = [
            .element("h3", .findingName, [], name),
            paragraph(.words, finding.sentences.joined(separator: " ")),
        ]
        if let weeks = finding.weeks { parts.append(weekChart(weeks)) }
        if !finding.clips.isEmpty { parts.append(clips(finding.clips)) }
        return .element("div", .finding, [], parts)
    }

    private func clips(_ clips: [FindingEntry.Clip]) -> Markup {
        let heads = [words.callColumn, words.timeColumn, words.severityColumn, words.noteColumn]
            .map { title in
                Markup.element(
                    "th", .clipHead, [("scope", "col")],
                    [.element("span", .hidden, [], [.text(title)])])
            }
        let rows = clips.map { clip -> Markup in
            let severity = Markup.element(
                "span", .severity, [], [.text(clip.severityText)],
                adding: HTMLStyle.severity(clip.severity))
            var note: [Markup] = []
            if !clip.badge.isEmpty {
                note += [.element("span", .badge, [], [.text(clip.badge)]), .text(" ")]
            }
            if !clip.note.isEmpty { note.append(.text(words.quoted(clip.note))) }
            return .element(
                "tr", nil, [],
                [
                    .element(
                        "th", .clipCall, [("scope", "row")],
                        [.text(SafeText.isolated(clip.call))]),
                    cell("td", .clipCell, clip.time),
                    .element("td", .clipCell, [], [severity]),
                    .element("td", .clipNote, [], note),
                ])
        }
        return .element(
            "table", .clip, [],
            [
                .element("thead", nil, [], [.element("tr", nil, [], heads)]),
                .element("tbody", nil, [], rows),
            ])
    }

    /// Why they called.
    var reasons: [Markup] {
        guard !page.reasons.isEmpty else { return [] }
        let hasShares = page.reasons.contains { $0.share != nil }
        let maximum = RangeBar.maximum(for: page.reasons.compactMap(\.share))
        var heads = [columnHead(words.reasonColumn, .head)]
        if hasShares { heads.append(columnHead(words.shareColumn, .headNumber)) }
        heads.append(columnHead(words.heardColumn, .headNumber, hidesWhenNarrow: hasShares))
        if let previous = page.previousLabel {
            heads.append(columnHead(previous, .headNumber, hidesWhenNarrow: true))
        }
        let rows = page.reasons.map { reason -> [Markup] in
            var name: [Markup] = [.text(SafeText.isolated(reason.label))]
            if let share = reason.share {
                name.append(bar(share, maximum: maximum, label: reason.shareText))
            }
            var row: [Markup] = [
                .element("th", .cell, [("scope", "row"), ("width", "99%")], name)
            ]
            if hasShares {
                // Too little for a share: the count takes its place.
                let share = reason.shareText.isEmpty ? reason.heardIn : reason.shareText
                row.append(cell("td", .shareText, share))
            }
            row.append(cell("td", .number, reason.heard, hidesWhenNarrow: hasShares))
            if page.previousLabel != nil {
                row.append(cell("td", .number, reason.previously, hidesWhenNarrow: true))
            }
            return row
        }
        return [title(words.reasonsTitle), table(heads, rows)] + notHeard(page.reasonsNotHeard)
    }

    /// A bar of table cells, which every mail program can draw: solid to the low end, a line to the
    /// high end, a tick at the best value.
    func bar(_ estimate: Estimate, maximum: Double, label: String) -> Markup {
        let isCut = estimate.high > maximum * 1.000_001
        func edge(_ value: Double) -> Int {
            guard maximum > 0, value.isFinite else { return 0 }
            return Int((min(max(value / maximum, 0), 1) * 1000).rounded())
        }
        let low = edge(estimate.low)
        let best = max(low, edge(estimate.value))
        let high = max(best, edge(estimate.high))
        func piece(_ style: HTMLStyle, _ length: Int, line: Bool) -> Markup? {
            guard length > 0 else { return nil }
            let percent = "\(length / 10).\(length % 10)%"
            return .element(
                "td", style, [("width", percent)],
                line ? [.element("div", .line, [], [.text("\u{A0}")])] : [.text("\u{A0}")],
                adding: "width:\(percent);")
        }
        let cells = [
            piece(.solid, low, line: false), piece(.rangeToBest, best - low, line: true),
            piece(isCut ? .rangeBeyond : .rangeToEnd, high - best, line: true),
            piece(.rest, 1000 - high, line: false),
        ].compactMap { $0 }
        return .element(
            "div", nil, [("role", "img"), ("aria-label", label)],
            [
                .element(
                    "table", .chart,
                    [("role", "presentation"), ("cellspacing", "0"), ("cellpadding", "0")],
                    [.element("tr", nil, [], cells)])
            ])
    }
}
