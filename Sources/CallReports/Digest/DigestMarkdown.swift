public import CallModel

/// A digest as Markdown (CommonMark with the tables of GitHub).
public enum DigestMarkdown {
    /// The digest; what users wrote is escaped and cannot become markup.
    public static func text(_ digest: Digest, language: Language = .english) -> String {
        var writer = MarkdownWriter(page: DigestPage(digest, language: language))
        writer.write()
        return writer.blocks.joined(separator: "\n\n") + "\n"
    }
}

/// Puts a digest together from blocks of Markdown.
private struct MarkdownWriter {
    let page: DigestPage
    var blocks: [String] = []

    private var words: any TextCatalogue { page.words }

    mutating func write() {
        blocks.append("# " + escaped(page.title))
        blocks.append(page.masthead.map(escaped).joined(separator: words.separator))
        blocks.append("**" + escaped(page.headline) + "**")
        for alarm in page.alarms { blocks.append("**" + escaped(alarm.sentence) + "**") }
        for win in page.wins { blocks.append("**" + escaped(win.sentence) + "**") }
        if let nextStep = page.nextStep { blocks.append(escaped(nextStep)) }
        if !page.sample.isEmpty {
            blocks.append(page.sample.map(escaped).joined(separator: " "))
        }
        if !page.cautions.isEmpty {
            let cautions = page.cautions.map { "> - " + escaped($0) }
            blocks.append(
                (["> **\(words.cautionsTitle)**", ">"] + cautions).joined(separator: "\n"))
        }
        writeRanking()
        writeSection(page.alerts)
        if !page.ranked.isEmpty {
            blocks.append("## " + words.findingsTitle)
            for finding in page.ranked { write(finding) }
        }
        writeSection(page.early)
        writeSection(page.handPickedOnly)
        writeSection(page.quiet)
        writeReasons()
        writeInitiatives()
        writeNotHeard()
        writeCoverage()
        for part in page.parts {
            blocks.append("## " + part.title)
            blocks.append(part.sentences.map(escaped).joined(separator: " "))
        }
        if !page.unhearable.isEmpty {
            blocks.append("## " + words.unhearableTitle)
            blocks.append(page.unhearable.map { "- " + escaped($0) }.joined(separator: "\n"))
        }
        blocks.append("## " + words.methodTitle)
        blocks.append(page.method.map(escaped).joined(separator: " "))
        if !page.footnotes.isEmpty {
            let notes = page.footnotes.map {
                "- " + escaped($0.sentence) + " *(" + escaped($0.source) + ")*"
            }
            blocks.append(notes.joined(separator: "\n"))
        }
        if !page.strata.isEmpty {
            let titles = [
                words.groupColumn, words.populationColumn, words.drawnColumn, words.heardColumn,
                words.skippedColumn,
            ]
            blocks.append(table(titles, page.strata.map(\.cells), leading: 1))
        }
    }

    private mutating func writeRanking() {
        guard !page.ranked.isEmpty else { return }
        blocks.append("## " + words.rankingTitle)
        var titles = [words.painPointColumn, words.rankColumn]
        let hasPlaces = !page.isCensus && page.ranked.contains { !$0.placeRange.isEmpty }
        if hasPlaces { titles.append(words.placesColumn) }
        let hasTotals = page.ranked.contains { $0.total != nil }
        if hasTotals {
            titles +=
                page.isCensus
                ? [page.unit] : [words.atLeast, words.estimate, words.upTo]
        }
        titles += [words.shareColumn, words.heardColumn]
        let hasMovements = page.ranked.contains { $0.movement != nil }
        if hasMovements { titles.append(words.changeColumn) }
        if let previous = page.previousLabel { titles.append(previous) }
        let rows = page.ranked.map { finding -> [String] in
            var row = [finding.label, finding.place] + (hasPlaces ? [finding.placeRange] : [])
            if hasTotals {
                row += page.isCensus ? [finding.best] : [finding.low, finding.best, finding.high]
            }
            row += [finding.shareText, finding.heard]
            if hasMovements {
                row.append(
                    finding.movement.map { $0.sign + "\u{A0}" + words.movement($0) } ?? "")
            }
            if page.previousLabel != nil { row.append(finding.previously) }
            return row
        }
        blocks.append(table(titles, rows, leading: 1))
        var notes = page.orderNotes
        if hasTotals, !page.isCensus {
            notes.insert(words.sentence(page.unit), at: 0)
        }
        if !notes.isEmpty { blocks.append("*" + notes.map(escaped).joined(separator: " ") + "*") }
    }

    private mutating func writeSection(_ section: DigestPage.Section) {
        guard !section.findings.isEmpty else { return }
        blocks.append("## " + escaped(section.title))
        blocks.append("*" + escaped(words.sentence(section.note)) + "*")
        for finding in section.findings { write(finding) }
    }

    private mutating func write(_ finding: FindingEntry) {
        let place = finding.place.isEmpty ? "" : finding.place + words.separator
        let badge = finding.badge.isEmpty ? "" : words.separator + finding.badge
        blocks.append("### " + escaped(place) + escaped(finding.label) + escaped(badge))
        blocks.append(finding.sentences.map(escaped).joined(separator: " "))
        if let weeks = finding.weeks {
            let rows = weeks.rows(.unicode)
            blocks.append(
                "\(escaped(words.upTo)) `\(rows.high)` \(escaped(words.atLeast)) `\(rows.low)` "
                    + escaped(weeks.caption))
        }
        guard !finding.clips.isEmpty else { return }
        let clips = finding.clips.map { clip -> String in
            let note = clip.note.isEmpty ? "" : words.quoted(clip.note)
            let facts =
                ["**\(escaped(clip.call))**"]
                + [clip.time, clip.severityText, clip.badge, note].filter { !$0.isEmpty }
                .map(escaped)
            return "- " + facts.joined(separator: words.separator)
        }
        blocks.append(clips.joined(separator: "\n"))
    }

    private mutating func writeNotHeard() {
        guard !page.notHeard.isEmpty else { return }
        blocks.append("## " + words.notHeardTitle)
        write(page.notHeard)
    }

    private mutating func write(_ groups: [DigestPage.NotHeard]) {
        for group in groups {
            blocks.append(escaped(group.sentence))
            blocks.append(group.labels.map { "- " + escaped($0) }.joined(separator: "\n"))
        }
    }

    private mutating func writeInitiatives() {
        if !page.smallWins.isEmpty {
            blocks.append("## " + words.smallWinsTitle)
            blocks.append("*" + escaped(words.sentence(words.smallWinsNote)) + "*")
            blocks.append(
                page.smallWins.map { "- " + escaped($0.sentence) }.joined(separator: "\n"))
        }
        guard !page.initiatives.isEmpty else { return }
        blocks.append("## " + words.initiativesTitle)
        blocks.append("*" + escaped(words.sentence(words.initiativesNote)) + "*")
        for entry in page.initiatives {
            blocks.append("### " + escaped(entry.title + words.separator + entry.status))
            blocks.append(entry.sentences.map(escaped).joined(separator: " "))
        }
    }

    private mutating func writeCoverage() {
        guard !page.coverage.isEmpty else { return }
        blocks.append("## " + words.coverageTitle)
        blocks.append(page.coverage.map(escaped).joined(separator: " "))
        guard !page.corners.isEmpty else { return }
        let rows = page.corners.map { corner in
            [
                corner.name, corner.population,
                corner.isSilent ? "\(corner.heard) (\(words.cornersTitle))" : corner.heard,
            ]
        }
        blocks.append(
            table(
                [words.cornerColumn, words.populationColumn, words.heardColumn], rows, leading: 1))
        if let more = page.moreCorners { blocks.append("*" + escaped(more) + "*") }
    }

    private mutating func writeReasons() {
        guard !page.reasons.isEmpty else { return }
        blocks.append("## " + words.reasonsTitle)
        let hasShares = page.reasons.contains { $0.share != nil }
        var titles = [words.reasonColumn] + (hasShares ? [words.shareColumn] : [])
        titles.append(words.heardColumn)
        if let previous = page.previousLabel { titles.append(previous) }
        let rows = page.reasons.map { reason in
            [reason.label]
                + (hasShares ? [reason.shareText.isEmpty ? reason.heardIn : reason.shareText] : [])
                + [reason.heard]
                + (page.previousLabel == nil ? [] : [reason.previously])
        }
        blocks.append(table(titles, rows, leading: 1))
        write(page.reasonsNotHeard)
    }

    /// The first columns hold words, the others numbers.
    private func table(_ titles: [String], _ rows: [[String]], leading: Int) -> String {
        func line(_ cells: [String]) -> String {
            "| " + cells.map(escaped).joined(separator: " | ") + " |"
        }
        let rules = titles.indices.map { $0 < leading ? "---" : "---:" }
        return ([line(titles), "| " + rules.joined(separator: " | ") + " |"] + rows.map(line))
            .joined(separator: "\n")
    }

    private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}

/// Text that must stay text in Markdown.
enum MarkdownText {
    /// Every sign that Markdown could read as markup stands behind a backslash (CommonMark 2.4).
    static func escaped(_ text: String) -> String {
        var escaped = ""
        var previous: Unicode.Scalar = " "
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            switch scalar {
            case "\u{A0}":
                escaped += " "
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&", "$", "!":
                escaped += "\\" + String(scalar)
            case ":" where next == "/", "." where previous == "w" || previous == "W":
                // Or a bare address would become a link.
                escaped += "\\" + String(scalar)
            case "-", "+", "=":
                // Only at the start of a line do they begin a list or underline a heading.
                escaped += (index == 0 ? "\\" : "") + String(scalar)
            case ".", ")":
                let isListMarker =
                    index > 0 && scalars[..<index].allSatisfy { ("0"..."9").contains($0) }
                escaped += (isListMarker ? "\\" : "") + String(scalar)
            default:
                escaped.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return escaped
    }
}
