public import CallModel

/// A digest as one self-contained HTML file: no script, nothing to load, readable in a mail program,
/// in the dark, on a telephone and on A4 paper.
///
/// It is well-formed XML too. Layout stands inline; the style sheet in its head only adds to it.
public enum DigestHTML {
    /// The file.
    public static func page(_ digest: Digest, language: Language = .english) -> String {
        let writer = HTMLWriter(page: DigestPage(digest, language: language))
        return "<!DOCTYPE html>\n" + writer.document.text
    }
}

/// Lays a digest out as HTML.
struct HTMLWriter {
    let page: DigestPage

    var words: any TextCatalogue { page.words }

    var document: Markup {
        let title = ([page.title] + page.masthead).joined(separator: words.separator)
        let head: [Markup] = [
            .element("meta", nil, [("charset", "utf-8")]), .raw("\n"),
            .element(
                "meta", nil,
                [("content", "width=device-width, initial-scale=1"), ("name", "viewport")]),
            .raw("\n"),
            .element("meta", nil, [("content", "light dark"), ("name", "color-scheme")]),
            .raw("\n"),
            .element("title", nil, [], [.text(title)]),
            .element("style", nil, [], [.raw("\n" + HTMLStyle.styleSheet)]),
        ]
        let language = words.languageTag
        return .element(
            "html", nil,
            [
                ("xmlns", "http://www.w3.org/1999/xhtml"), ("xml:lang", language),
                ("lang", language),
            ],
            [
                .element("head", nil, [], head),
                .element("body", .page, [], [.element("main", .sheet, [], content)]),
            ])
    }

    private var content: [Markup] {
        opening + ranking + section(page.alerts) + findings + section(page.early)
            + section(page.handPickedOnly) + section(page.quiet) + reasons + initiatives
            + notHeard + coverage + parts + unhearable + method
    }

    private var opening: [Markup] {
        var parts: [Markup] = [
            .element(
                "p", .masthead, [],
                [
                    .text(
                        ([page.title] + page.masthead).joined(separator: words.separator))
                ]),
            .element("h1", .headline, [], [.text(page.headline)]),
        ]
        parts += page.alarms.map { paragraph(.alarm, $0.sentence) }
        parts += page.wins.map { paragraph(.win, $0.sentence) }
        if let nextStep = page.nextStep { parts.append(paragraph(.lead, nextStep)) }
        if !page.sample.isEmpty {
            parts.append(paragraph(.lead, page.sample.joined(separator: " ")))
        }
        if !page.cautions.isEmpty {
            let items = page.cautions.map { Markup.element("li", nil, [], [.text($0)]) }
            parts.append(.element("ul", .caution, [], items))
        }
        return parts
    }

    private var notHeard: [Markup] {
        guard !page.notHeard.isEmpty else { return [] }
        return [title(words.notHeardTitle)] + notHeard(page.notHeard)
    }

    func notHeard(_ groups: [DigestPage.NotHeard]) -> [Markup] {
        groups.flatMap { group in
            [
                paragraph(.words, group.sentence),
                paragraph(
                    .small,
                    group.labels.map(SafeText.isolated).joined(separator: words.separator)),
            ]
        }
    }

    private var initiatives: [Markup] {
        var parts: [Markup] = []
        if !page.smallWins.isEmpty {
            parts += [
                title(words.smallWinsTitle),
                paragraph(.note, words.sentence(words.smallWinsNote)),
            ]
            parts += page.smallWins.map { paragraph(.words, $0.sentence) }
        }
        guard !page.initiatives.isEmpty else { return parts }
        parts += [
            title(words.initiativesTitle),
            paragraph(.note, words.sentence(words.initiativesNote)),
        ]
        return parts
            + page.initiatives.map { entry in
                .element(
                    "div", .finding, [],
                    [
                        .element(
                            "h3", .findingName, [],
                            [
                                .text(SafeText.isolated(entry.title)), .text(" "),
                                .element("span", .badge, [], [.text(entry.status)]),
                            ]),
                        paragraph(.words, entry.sentences.joined(separator: " ")),
                    ])
            }
    }

    private var coverage: [Markup] {
        guard !page.coverage.isEmpty else { return [] }
        var parts = [
            title(words.coverageTitle),
            paragraph(.words, page.coverage.joined(separator: " ")),
        ]
        guard !page.corners.isEmpty else { return parts }
        let rows = page.corners.map { corner -> [Markup] in
            var name: [Markup] = [.text(corner.name)]
            if corner.isSilent {
                name += [.text(" "), .element("span", .badge, [], [.text(words.cornersTitle)])]
            }
            return [
                .element("th", .cell, [("scope", "row")], name),
                cell("td", .number, corner.population), cell("td", .number, corner.heard),
            ]
        }
        parts.append(
            table(
                [
                    columnHead(words.cornerColumn, .head),
                    columnHead(words.populationColumn, .headNumber),
                    columnHead(words.heardColumn, .headNumber),
                ], rows))
        if let more = page.moreCorners { parts.append(paragraph(.note, more)) }
        return parts
    }

    private var parts: [Markup] {
        page.parts.flatMap { part in
            [title(part.title), paragraph(.words, part.sentences.joined(separator: " "))]
        }
    }

    private var unhearable: [Markup] {
        guard !page.unhearable.isEmpty else { return [] }
        return [title(words.unhearableTitle)]
            + page.unhearable.map { paragraph(page.losesData ? .loss : .words, $0) }
    }

    private var method: [Markup] {
        var parts = [
            title(words.methodTitle), paragraph(.small, page.method.joined(separator: " ")),
        ]
        if !page.footnotes.isEmpty {
            let items = page.footnotes.map { note in
                Markup.element(
                    "li", nil, [("title", note.source)],
                    [.text(note.sentence + " (" + note.source + ")")])
            }
            parts.append(.element("ul", .small, [], items))
        }
        if !page.strata.isEmpty {
            let titles = [
                words.groupColumn, words.populationColumn, words.drawnColumn, words.heardColumn,
                words.skippedColumn,
            ]
            let rows = page.strata.map(\.cells).map { row in
                [rowHead(SafeText.isolated(row[0]))]
                    + row.dropFirst().map { cell("td", .number, $0) }
            }
            parts.append(
                table(
                    [columnHead(titles[0], .head)]
                        + titles.dropFirst().map { columnHead($0, .headNumber) }, rows))
        }
        return parts
    }

    // MARK: - Pieces

    func title(_ text: String) -> Markup { .element("h2", .title, [], [.text(text)]) }

    func paragraph(_ style: HTMLStyle, _ text: String) -> Markup {
        .element("p", style, [], [.text(text)])
    }

    func cell(
        _ name: String, _ style: HTMLStyle, _ text: String, hidesWhenNarrow: Bool = false
    ) -> Markup {
        .element(name, style, [], [.text(text)], hidesWhenNarrow: hidesWhenNarrow)
    }

    func columnHead(
        _ text: String, _ style: HTMLStyle, hidesWhenNarrow: Bool = false
    ) -> Markup {
        .element(
            "th", style, [("scope", "col")], [.text(text)], hidesWhenNarrow: hidesWhenNarrow)
    }

    func rowHead(_ text: String) -> Markup {
        .element("th", .cell, [("scope", "row")], [.text(text)])
    }

    func table(_ heads: [Markup], _ rows: [[Markup]]) -> Markup {
        .element(
            "table", .table, [],
            [
                .element("thead", nil, [], [.element("tr", nil, [], heads)]),
                .element("tbody", nil, [], rows.map { .element("tr", nil, [], $0) }),
            ])
    }
}
