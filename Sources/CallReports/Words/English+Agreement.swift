import CallModel

extension English {
    var agreementTitle: String { "Agreement" }

    func doublyHeard(_ calls: Int, of heard: Int, by people: [String]) -> String {
        let all =
            "\(figures.whole(calls)) of \(self.calls(heard)) that draws picked and somebody heard"
        guard calls > 0 else { return all + " were heard by a second person." }
        return all + " \(calls == 1 ? "was" : "were") heard by two people or more: \(list(people))."
    }

    func hearMoreTogether(_ calls: Int) -> String {
        let more = Agreement.fewestCalls - calls
        return "Too few calls to say how far listeners agree: two people must have heard "
            + "\(figures.whole(Agreement.fewestCalls)), \(figures.whole(more)) more than they did."
    }

    func agreementHeadline(reliable: Int, tentative: Int, unreliable: Int) -> String {
        let parts = [
            reliable > 0 ? "firmly on \(figures.whole(reliable))" : nil,
            tentative > 0 ? "fairly on \(figures.whole(tentative))" : nil,
            unreliable > 0 ? "too little on \(figures.whole(unreliable))" : nil,
        ].compactMap { $0 }
        guard !parts.isEmpty else { return "No pain point can be judged yet." }
        let count = reliable + tentative + unreliable
        return "Listeners agree \(list(parts)) of the "
            + counted(count, "pain point", "pain points") + " that can be judged."
    }

    var agreementScale: String {
        "Beyond chance: 1 is full agreement, 0 is what guessing would bring, with the range in which "
            + "the number may lie. From 0.8 firm, from 0.667 fair, below that listeners disagree."
    }
    var agreedColumn: String { "Agreed on" }
    var sharedColumn: String { "All marked" }
    var beyondColumn: String { "Beyond chance" }
    var readingColumn: String { "Listeners" }
    var agreementByTagTitle: String { "Pain point by pain point" }
    var agreementOnRestTitle: String { "On the rest" }
    var onReasons: String { "Why they called" }
    var onTagSets: String { "All pain points of a call" }
    var onLooseTagSets: String { "The same, parts counted" }
    var onSeverity: String { "How bad it was" }
    var onSeconds: String { "What hurt, second by second" }

    func reading(_ reading: Agreement.Reading) -> String {
        switch reading {
        case .reliable: "agree"
        case .tentative: "agree fairly"
        case .unreliable: "disagree"
        }
    }

    func cannotCompute(_ obstacle: Agreement.Obstacle) -> String {
        switch obstacle {
        case .tooFewCalls: "too few calls"
        case .nothingToTellApart: "cannot be computed"
        }
    }

    func of(_ part: Int, _ whole: Int) -> String {
        "\(figures.whole(part)) of \(figures.whole(whole))"
    }

    func beyondChance(_ alpha: Double, low: Double?, high: Double?) -> String {
        guard let low, let high else { return figures.hundredths(alpha) }
        return "\(figures.hundredths(alpha)) (\(figures.hundredths(low, .down)) to "
            + "\(figures.hundredths(high, .up)))"
    }

    var clipsTitle: String { "The same moments" }

    func sameMoments(_ clips: Agreement.Clips) -> String {
        let score = clips.score.map { ": \(percent($0.value)) (\(percentRange($0)))" } ?? ""
        return "\(figures.whole(2 * clips.pairs)) of "
            + "\(counted(clips.clips, "clip", "clips")) mark the moment that the other listener "
            + "marked\(score)."
    }

    func looseMoments(_ clips: Agreement.Clips) -> String {
        "Taken loosely it is \(figures.whole(2 * clips.loosePairs)) of them."
    }

    func overlap(_ share: Double) -> String {
        "Where they do, they share \(percent(share)) of the time that they cover together."
    }

    func tooFewClips(_ calls: Int) -> String {
        "Too few calls with marked moments to say: \(figures.whole(calls)), and "
            + "\(figures.whole(Agreement.fewestCalls)) are needed."
    }

    var driftTitle: String { "Who hears differently" }
    var noDrift: String { "Nobody marks a pain point more or less often than the others do." }
    var driftUnknown: String {
        "Too few calls to compare listeners: 10 by each and 10 by the others are needed."
    }

    func drift(_ drift: Agreement.Drift, label: String) -> String {
        "\(SafeText.isolated(drift.listener.rawValue)) marks \(SafeText.isolated(label)) "
            + (drift.isMore ? "more" : "less")
            + " often: in \(of(drift.marked, drift.calls)) calls, the others in "
            + "\(of(drift.otherMarked, drift.otherCalls))."
    }

    var driftNote: String {
        "Draws decide who hears what: a difference this large is in the ears, not in the calls."
    }

    var agendaTitle: String { "To talk about first" }
    var agendaNote: String { "what is least agreed on, weighed by its place in the digest" }
    var nothingToSettle: String { "On no call did one listener mark what another did not." }

    func agendaItem(_ item: Agreement.AgendaItem) -> String {
        let place =
            item.rank.map { "number \(figures.whole($0)) in the digest of these days" }
            ?? "not ranked in these days"
        return "\(place); they differ on \(of(item.disputedCalls, item.markedCalls)) calls with it"
    }

    var waitingTitle: String { "Waiting for a second listener" }

    func waiting(_ calls: Int, heardBy: [String]) -> String {
        "\(self.calls(calls)), heard by \(list(heardBy)) first. Anybody else:"
    }

    var agreementFootnote: Footnote {
        Footnote(
            sentence:
                "Agreement is counted over the first time that each listener heard a call, without "
                + "what guessing by everybody's habits would agree on; its range comes of drawing "
                + "the calls again 2,000 times.",
            source:
                "Krippendorff's alpha, Krippendorff 2011; sets by MASI, Passonneau 2006; percentile "
                + "bootstrap")
    }

    var driftFootnote: Footnote {
        Footnote(
            sentence:
                "A listener is named where chance alone would bring such a difference in less than "
                + "1 of 20 of those named.",
            source: "arcsine test, Anscombe 1948; false discoveries by Benjamini and Hochberg 1995")
    }

    func comparedBy(_ people: Int) -> String {
        "What \(figures.whole(people)) people said of it, each when they first heard it."
    }
    var nobodyCompared: String { "No draw led anybody to this call yet." }
    var onlyOneCompared: String {
        "One person has judged this call. What they said is shown once a second has: else the second "
            + "would not hear it fresh."
    }
    func listen(to call: String) -> String { "Hear it: earful play \(call)" }
    var notMarked: String { "-" }
    var comparedTitle: String { "Call" }
    var settledColumn: String { "settled" }
    func settlement(
        _ kind: Settlement.Act.Kind, by listener: String, at time: String
    ) -> String {
        switch kind {
        case .settled: "Settled by \(SafeText.isolated(listener)), \(time)"
        case .reopened: "Reopened by \(SafeText.isolated(listener)), \(time)"
        }
    }

    var disagreedBadge: String { "listeners disagree on this tag" }

    func disagreed(marked: Int, shared: Int) -> String {
        "Of the \(calls(marked)) that two people heard and anybody marked, "
            + (shared == 0 ? "all marked none." : "all marked \(figures.whole(shared)).")
    }

    var disagreementTitle: String { "Where listeners disagree" }
    func disputed(_ labels: [String]) -> String { "Too little: \(list(labels))." }

    func agreementMethod(calls: Int, days: String, disputed: Int) -> String {
        let verdict =
            disputed == 0
            ? "they disagree too much on no pain point of this page."
            : "they disagree too much on " + counted(disputed, "pain point", "pain points")
                + " of this page, and each says so."
        return "Of \(days), two people or more heard \(self.calls(calls)): going by these, "
            + verdict
    }

    func agreementUnknown(calls: Int, days: String) -> String {
        "How far listeners agree cannot be said: of \(days), two people or more heard "
            + "\(self.calls(calls)), and \(figures.whole(Agreement.fewestCalls)) are needed."
    }

    func howBad(_ painPoint: String) -> String { "how bad \(painPoint) was" }

    func comparedCalls(_ choice: ComparedCalls.Choice, _ names: TagNames) -> String {
        func name(_ listener: ListenerID) -> String {
            SafeText.isolated(SafeText.cut(SafeText.oneLine(listener.rawValue), width: 40))
        }
        return switch choice {
        case .all: "Calls that two people or more heard"
        case .painPoint(let key):
            "Calls that two people or more heard, with \(quoted(names.painPoint(key)))"
        case .reasons: "Calls to which two people or more gave a reason"
        case .severity: "Calls in which two people or more marked the same"
        case .seconds: "Calls that two people or more heard, compared second by second"
        case .clips: "Calls that two people or more heard, with moments marked"
        case .heard: "Calls that somebody heard for a draw"
        case .heardBy(let listener): "Calls that \(name(listener)) heard for a draw"
        case .markedBy(let listener, let key):
            "Calls that \(name(listener)) marked with \(quoted(names.painPoint(key)))"
        }
    }

    func comparedCount(_ calls: Int, differing: Int) -> String {
        guard calls > 0 else { return "There is no such call." }
        let said = differing == 0 ? "none" : figures.whole(differing)
        return
            "\(self.calls(calls)); in \(said) of them listeners differ on why they called, on what "
            + "hurt or on how bad it was."
    }

    var listenersColumn: String { "Heard by" }
    var allSaidColumn: String { "All said" }
    var someSaidColumn: String { "They differ on" }
}
