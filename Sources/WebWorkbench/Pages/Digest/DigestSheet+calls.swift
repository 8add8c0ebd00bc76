import CallModel
import CallReports
import Foundation

// Where the calls behind what the sheet says are.

extension DigestSheet {
    /// Where the calls that the sample speaks of are.
    static func sampleCalls(
        of digest: Digest, _ calls: CallsBehindPath, _ words: DigestSheetWords
    ) -> [NamedLink] {
        var links: [NamedLink] = []
        if digest.sample.counted > 0 {
            links.append(NamedLink(label: words.counted, path: calls.heard(.counted)))
        }
        if digest.sample.handPicked > 0 {
            links.append(NamedLink(label: words.handPicked, path: calls.heard(.handPicked)))
        }
        if digest.sample.population ?? 0 > 0 {
            links.append(NamedLink(label: words.allCalls, path: calls.logged()))
        }
        return links
    }

    /// Where the other calls that the method speaks of are: those that two people heard, those passed
    /// over, those of the period before, and those that each draw picked.
    static func methodCalls(
        of digest: Digest, _ calls: CallsBehindPath, _ words: DigestSheetWords
    ) -> [NamedLink] {
        var links: [NamedLink] = []
        if digest.sample.heardTwice > 0 {
            links.append(NamedLink(label: words.heardTwice, path: calls.heard(.heardTwice)))
        }
        let whole = CallsBehindPath(period: calls.period)
        if digest.sample.strata.contains(where: { $0.skipped > 0 }) {
            links.append(NamedLink(label: words.skipped, path: whole.skipped()))
        }
        if digest.previousCounted != nil {
            let before = calls.previous
            links.append(
                NamedLink(
                    label: words.countedBefore(SafeName.shown(before.period.label)),
                    path: before.heard(.counted)))
        }
        links += digest.sample.draws.map { draw in
            NamedLink(
                label: SafeName.shown(draw.rawValue, width: 40),
                path: whole.logged([("frame", draw.rawValue), ("picked", "yes")]))
        }
        return links
    }
}

extension LinkedSentence {
    /// An alarm, with the sums of what is heard so often, or the calls of the week.
    init(_ alarm: DigestPage.Alarm, in digest: Digest, _ calls: CallsBehindPath) {
        sentence = alarm.sentence
        let zone = TimeZone(identifier: digest.period.timeZone) ?? .gmt
        let week = digest.alarms.flatMap { Period(week: $0.week, in: zone) }.map {
            CallsBehindPath(period: $0, scope: calls.scope)
        }
        guard let key = alarm.painPoint else {
            link = week?.logged()
            return
        }
        let finding = digest.findings.first { $0.key == key && $0.share != nil }
        link =
            finding.map { ExplanationView.path(of: $0, in: digest) }
            ?? week?.heard(.painPoints([key]))
    }

    /// What is to be said of a fix, with its page.
    init(_ line: DigestPage.FixLine) {
        sentence = line.sentence
        link = InitiativeBoardView.Card.path(of: line.initiative)
    }
}

extension DigestSheet.Stratum {
    init(_ stratum: DigestPage.Stratum, _ calls: CallsBehindPath) {
        name = stratum.cells[0]
        let paths = calls.stratum(stratum.stratum)
        cells = zip(
            stratum.cells.dropFirst(), [paths.all, paths.picked, paths.heard, paths.skipped]
        ).map { Cell(text: $0, link: $1) }
    }
}
