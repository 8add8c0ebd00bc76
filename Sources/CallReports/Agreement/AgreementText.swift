public import CallModel

/// How far listeners agree, for people and for machines.
public enum AgreementText {
    /// The agreement on lines: the calls, each pain point, the rest, who hears differently, and what
    /// to talk about.
    public static func terminal(
        _ agreement: Agreement, form: TerminalForm = TerminalForm()
    ) -> String {
        var layout = AgreementLayout(
            agreement: agreement, words: form.language.words, output: TerminalPage(form: form))
        layout.write()
        return layout.output.text
    }

    /// How one call is opened side by side, as a command line.
    public static func command(comparing call: CallID) -> String {
        "earful agreement compare \(ShellWord.of(call.rawValue))"
    }
}

/// Lays agreement out on a terminal page.
private struct AgreementLayout {
    let agreement: Agreement
    let words: any TextCatalogue
    var output: TerminalPage

    private var isSilent: Bool { agreement.doublyHeard < Agreement.fewestCalls }

    mutating func write() {
        output.line([
            Span(words.agreementTitle, .heading), Span(words.separator, .quiet),
            Span(
                DigestPage.masthead(of: agreement.period, agreement.scope, words: words)
                    .joined(separator: words.separator), .quiet),
        ])
        output.gap()
        output.paragraph(isSilent ? words.hearMoreTogether(agreement.doublyHeard) : headline)
        output.paragraph(
            words.doublyHeard(
                agreement.doublyHeard, of: agreement.heard,
                by: agreement.listeners.map { name($0.rawValue) }))
        writeTags()
        writeRest()
        writeClips()
        writeDrift()
        writeAgenda()
        writeWaiting()
        guard !isSilent else { return }
        output.gap()
        for note in [words.agreementFootnote, words.driftFootnote] {
            output.paragraph(
                note.sentence + " (" + note.source + ")", indent: 4, first: [Span("  - ", .quiet)],
                ink: .quiet)
        }
    }

    private var headline: String {
        func count(_ reading: Agreement.Reading) -> Int {
            agreement.tags.count { $0.beyond.reading == reading }
        }
        return words.agreementHeadline(
            reliable: count(.reliable), tentative: count(.tentative),
            unreliable: count(.unreliable))
    }

    private func name(_ text: String) -> String {
        SafeText.cut(SafeText.oneLine(text), width: 40)
    }

    private mutating func writeTags() {
        guard !isSilent, !agreement.tags.isEmpty else { return }
        output.heading(words.agreementByTagTitle)
        TextTable(
            columns: [
                .init(words.painPointColumn, minimumWidth: 12),
                .init(words.agreedColumn, alignment: .trailing, minimumWidth: 9),
                .init(words.sharedColumn, alignment: .trailing, minimumWidth: 10),
                .init(words.beyondColumn, alignment: .trailing, minimumWidth: 20),
                .init(words.readingColumn, minimumWidth: 12),
            ],
            rows: agreement.tags.map { tag in
                [
                    name(tag.label), words.of(tag.agreedCalls, tag.beyond.calls),
                    words.of(tag.sharedCalls, tag.markedCalls), number(tag.beyond),
                    reading(tag.beyond),
                ]
            }
        ).write(on: &output, indent: 2)
        output.paragraph(words.agreementScale, indent: 2, ink: .quiet)
    }

    private mutating func writeRest() {
        guard !isSilent else { return }
        output.heading(words.agreementOnRestTitle)
        let measures = [
            (words.onReasons, agreement.reasons), (words.onTagSets, agreement.tagSets),
            (words.onLooseTagSets, agreement.looseTagSets),
            (words.onSeverity, agreement.severity), (words.onSeconds, agreement.clips.seconds),
        ]
        TextTable(
            columns: [
                .init("", minimumWidth: 12),
                .init(words.populationColumn, alignment: .trailing),
                .init(words.beyondColumn, alignment: .trailing, minimumWidth: 20),
                .init(words.readingColumn, minimumWidth: 12),
            ],
            rows: measures.map { title, beyond in
                [title, words.figures.whole(beyond.calls), number(beyond), reading(beyond)]
            }
        ).write(on: &output, indent: 2)
    }

    private func number(_ beyond: Agreement.Beyond) -> String {
        guard let alpha = beyond.alpha else {
            return beyond.obstacle.map(words.cannotCompute) ?? ""
        }
        return words.beyondChance(alpha, low: beyond.low, high: beyond.high)
    }

    private func reading(_ beyond: Agreement.Beyond) -> String {
        beyond.reading.map(words.reading) ?? ""
    }

    private mutating func writeClips() {
        guard !isSilent else { return }
        output.heading(words.clipsTitle)
        guard agreement.clips.score != nil else {
            return output.paragraph(words.tooFewClips(agreement.clips.calls), indent: 2)
        }
        let said = [
            words.sameMoments(agreement.clips), words.looseMoments(agreement.clips),
            agreement.clips.meanOverlap.map(words.overlap) ?? "",
        ]
        output.paragraph(said.filter { !$0.isEmpty }.joined(separator: " "), indent: 2)
    }

    private mutating func writeDrift() {
        output.heading(words.driftTitle)
        guard let drift = agreement.drift else {
            return output.paragraph(words.driftUnknown, indent: 2)
        }
        guard !drift.isEmpty else { return output.paragraph(words.noDrift, indent: 2) }
        for drift in drift {
            var safe = drift
            safe.listener = ListenerID(name(drift.listener.rawValue))
            output.paragraph(words.drift(safe, label: name(drift.label)), indent: 2)
        }
        output.paragraph(words.driftNote, indent: 2, ink: .quiet)
    }

    private mutating func writeAgenda() {
        guard agreement.doublyHeard > 0 else { return }
        output.heading(words.agendaTitle, note: agreement.agenda.isEmpty ? "" : words.agendaNote)
        guard !agreement.agenda.isEmpty else {
            return output.paragraph(words.nothingToSettle, indent: 2)
        }
        for item in agreement.agenda {
            output.line([Span("  "), Span(name(item.label), .strong)])
            output.paragraph(words.agendaItem(item), indent: 4, ink: .quiet)
            for call in item.disputed {
                output.line([Span("    " + AgreementText.command(comparing: call))])
            }
        }
    }

    private mutating func writeWaiting() {
        guard !agreement.waiting.isEmpty else { return }
        output.heading(words.waitingTitle)
        for waiting in agreement.waiting {
            output.paragraph(
                words.waiting(waiting.calls, heardBy: waiting.heardBy.map { name($0.rawValue) }),
                indent: 2)
            output.line([Span("    earful listen --draw \(ShellWord.of(waiting.draw.rawValue))")])
        }
    }
}
