package import CallModel

/// Agreement as it is shown: every number formatted, every sentence said, every text of a user made
/// safe for one line. The terminal and the web only lay it out.
package struct AgreementPage: Sendable {
    /// A number of calls, and which they are.
    package struct Count: Sendable {
        package var text: String
        package var calls: ComparedCalls.Choice
    }

    /// Somebody who hears differently; or that nobody does.
    package struct Drift: Sendable {
        package var sentence: String
        /// Who, and what they hear differently, by key.
        package var of: (listener: ListenerID, painPoint: String)?
    }

    /// Agreement beyond chance on something.
    package struct Row: Sendable {
        package var name: String
        /// What stands before the last two columns.
        package var counts: [Count]
        package var beyond: Agreement.Beyond
        /// `0.78 (0.52 to 0.95)`, or why there is no number.
        package var number: String
        /// `agree`, or empty.
        package var reading: String
    }

    /// A pain point to talk about.
    package struct Topic: Sendable {
        package var name: String
        package var note: String
        package var calls: [CallID]
    }

    /// Calls of a draw that a second listener is to hear.
    package struct Waiting: Sendable {
        package var sentence: String
        package var draw: DrawID
    }

    package var words: any TextCatalogue
    package var masthead: [String]
    package var headline: String
    package var doublyHeard: String
    /// Empty where too few calls were heard by two.
    package var tags: [Row]
    /// Reasons, sets, severity and seconds; empty as ``tags`` is.
    package var rest: [Row]
    /// Nil where too few calls were heard by two.
    package var clips: String?
    package var drift: [Drift]
    /// What to mind of those who hear differently; nil where nobody does.
    package var driftNote: String?
    package var agenda: [Topic]
    /// What is said where the agenda is empty; nil where no call was heard by two.
    package var nothingToSettle: String?
    package var waiting: [Waiting]
    package var footnotes: [Footnote]

    package init(_ agreement: Agreement, language: Language) {
        let words = language.words
        self.words = words
        masthead = DigestPage.masthead(of: agreement.period, agreement.scope, words: words)
        let isSilent = agreement.doublyHeard < Agreement.fewestCalls
        headline =
            isSilent
            ? words.hearMoreTogether(agreement.doublyHeard)
            : Self.headline(of: agreement, words: words)
        doublyHeard = words.doublyHeard(
            agreement.doublyHeard, of: agreement.heard,
            by: agreement.listeners.map { Self.name($0.rawValue) })
        tags = isSilent ? [] : agreement.tags.map { Self.row($0, words: words) }
        rest = isSilent ? [] : Self.rest(of: agreement, words: words)
        clips = isSilent ? nil : Self.clips(agreement.clips, words: words)
        drift = Self.drift(agreement.drift, words: words)
        driftNote = agreement.drift?.isEmpty == false ? words.driftNote : nil
        agenda = agreement.agenda.map {
            Topic(
                name: Self.name($0.label), note: words.agendaItem($0), calls: $0.disputed)
        }
        nothingToSettle =
            agenda.isEmpty && agreement.doublyHeard > 0 ? words.nothingToSettle : nil
        waiting = agreement.waiting.map { waiting in
            Waiting(
                sentence: words.waiting(
                    waiting.calls, heardBy: waiting.heardBy.map { Self.name($0.rawValue) }),
                draw: waiting.draw)
        }
        footnotes = isSilent ? [] : [words.agreementFootnote, words.driftFootnote]
    }

    private static func headline(
        of agreement: Agreement, words: any TextCatalogue
    ) -> String {
        func count(_ reading: Agreement.Reading) -> Int {
            agreement.tags.count { $0.beyond.reading == reading }
        }
        return words.agreementHeadline(
            reliable: count(.reliable), tentative: count(.tentative),
            unreliable: count(.unreliable))
    }

    /// A name on one line, cut where it is very long.
    private static func name(_ text: String) -> String {
        SafeText.cut(SafeText.oneLine(text), width: 40)
    }

    private static func row(_ tag: Agreement.Tag, words: any TextCatalogue) -> Row {
        row(
            name(tag.label),
            [
                Count(text: words.of(tag.agreedCalls, tag.beyond.calls), calls: .all),
                Count(
                    text: words.of(tag.sharedCalls, tag.markedCalls), calls: .painPoint(tag.key)),
            ], tag.beyond, words)
    }

    private static func rest(of agreement: Agreement, words: any TextCatalogue) -> [Row] {
        [
            (words.onReasons, agreement.reasons, .reasons),
            (words.onTagSets, agreement.tagSets, .all),
            (words.onLooseTagSets, agreement.looseTagSets, .all),
            (words.onSeverity, agreement.severity, .severity),
            (words.onSeconds, agreement.clips.seconds, .seconds),
        ].map { (name, beyond, calls: ComparedCalls.Choice) in
            row(
                name, [Count(text: words.figures.whole(beyond.calls), calls: calls)], beyond, words)
        }
    }

    private static func row(
        _ name: String, _ counts: [Count], _ beyond: Agreement.Beyond,
        _ words: any TextCatalogue
    ) -> Row {
        let number =
            beyond.alpha.map { words.beyondChance($0, low: beyond.low, high: beyond.high) }
            ?? beyond.obstacle.map(words.cannotCompute) ?? ""
        return Row(
            name: name, counts: counts, beyond: beyond, number: number,
            reading: beyond.reading.map(words.reading) ?? "")
    }

    private static func clips(_ clips: Agreement.Clips, words: any TextCatalogue) -> String {
        guard clips.score != nil else { return words.tooFewClips(clips.calls) }
        return [
            words.sameMoments(clips), words.looseMoments(clips),
            clips.meanOverlap.map(words.overlap) ?? "",
        ].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func drift(
        _ drift: [Agreement.Drift]?, words: any TextCatalogue
    ) -> [Drift] {
        guard let drift else { return [Drift(sentence: words.driftUnknown)] }
        guard !drift.isEmpty else { return [Drift(sentence: words.noDrift)] }
        return drift.map { drift in
            var safe = drift
            safe.listener = ListenerID(name(drift.listener.rawValue))
            return Drift(
                sentence: words.drift(safe, label: name(drift.label)),
                of: (drift.listener, drift.key))
        }
    }
}
