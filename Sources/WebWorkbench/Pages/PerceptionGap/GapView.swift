import CallModel
import CallReports
import Foundation

/// How far what people expected is from what was measured.
struct GapView: Sendable {
    /// One reason, over all who guessed it.
    struct Reason: Sendable {
        let name: String
        /// What was expected, too high and too low; and how often it was guessed.
        let guessed: String
        let measured: String
        let tooHigh: String
        let tooLow: String
        let guesses: String
        /// The calls with it of the days that it was guessed about.
        let calls: [NamedLink]
    }

    /// One person, by name.
    struct Person: Sendable {
        let name: String
        let said: String
        let link: String
        let linkText: String
    }

    let frame: Frame
    let words: GapSheetWords
    let masthead: String
    /// Nil where nobody guessed.
    let headline: String?
    let lead: [String]
    let unmeasured: String?
    let isEmpty: Bool
    let reasonsTitle: String
    let reasonColumn: String
    let columns: [String]
    let reasons: [Reason]
    let peopleTitle: String
    let peopleNote: String
    let people: [Person]
    let ownPath: String?
    let footnote: String

    init(
        frame: Frame, page: GapPage, of guessed: PerceptionGap.Frame?, visitor: ListenerID?,
        words: WebWords
    ) {
        let text = page.words
        self.frame = frame
        self.words = words.gap
        masthead = ([words.gap.title] + page.masthead(of: guessed))
            .joined(separator: text.separator)
        unmeasured = page.unmeasured
        reasons = page.reasons.map(Reason.init)
        isEmpty = reasons.isEmpty
        headline = isEmpty ? nil : page.lead.first
        lead = isEmpty ? page.lead : Array(page.lead.dropFirst())
        reasonsTitle = text.misjudgedTitle
        reasonColumn = text.reasonColumn
        columns = [
            text.guessedColumn, text.measuredColumn, text.tooHighColumn, text.tooLowColumn,
            text.guessesColumn,
        ]
        peopleTitle = text.peopleTitle
        peopleNote = text.sentence(text.peopleNote)
        people = page.people.map {
            Person(
                name: $0.name, said: $0.said, link: GapHistoryView.path(of: $0.listener),
                linkText: words.gap.historyOf($0.name))
        }
        ownPath = visitor.map(GapHistoryView.path)
        footnote = page.footnote.line
    }
}

/// What one person expected, sitting by sitting.
struct GapHistoryView: Sendable {
    /// One sitting.
    struct Sitting: Sendable {
        let link: String
        let when: String
        let facts: String
        /// Where the calls that it was measured from are.
        let calls: String
        let score: String
        let questions: [Question]
    }

    /// One reason that was guessed: the measured range as a bar, the guess as a mark.
    struct Question: Sendable {
        let name: String
        let sentence: String
        let low: String
        let best: String
        let width: String
        let guess: String
        let isOut: Bool
        /// Where the calls with it are.
        let calls: String
    }

    let frame: Frame
    let words: GapSheetWords
    let heading: String
    let lead: [String]
    let hasSittings: Bool
    let sittings: [Sitting]
    let footnote: String

    init(frame: Frame, page: GapHistoryPage, words: WebWords) {
        self.frame = frame
        self.words = words.gap
        heading = page.title
        lead = page.lead
        sittings = page.sittings.reversed().map { sitting in
            let calls = CallsBehindPath(sitting.frame)
            return Sitting(
                link: "/sessions/" + LinkText.encoded(sitting.session.rawValue),
                when: sitting.when, facts: sitting.facts.joined(separator: page.words.separator),
                calls: calls.heard(.counted), score: sitting.score,
                questions: sitting.questions.map { Question($0, calls) })
        }
        hasSittings = !sittings.isEmpty
        footnote = page.footnote.line
    }

    /// Where somebody's history stands.
    static func path(of listener: ListenerID) -> String {
        "/expectations/" + LinkText.encoded(listener.rawValue)
    }
}

extension GapView.Reason {
    init(_ reason: GapPage.Reason) {
        name = reason.name
        guessed = reason.guessed
        measured = reason.measured
        tooHigh = reason.tooHigh
        tooLow = reason.tooLow
        guesses = reason.guesses
        calls = reason.frames.map {
            NamedLink(
                label: SafeName.shown($0.period.label, width: 40),
                path: CallsBehindPath($0).heard(.reasonTree(reason.key)))
        }
    }
}

extension CallsBehindPath {
    /// Where the calls that somebody guessed about are.
    init(_ frame: PerceptionGap.Frame) {
        self.init(period: frame.period, scope: frame.scope)
    }
}

extension GapHistoryView.Question {
    init(_ question: GapHistoryPage.Question, _ calls: CallsBehindPath) {
        func percent(_ share: Double) -> String { Decimals.text(min(max(share, 0), 1) * 100) }
        let measured = question.question.measured
        name = question.name
        sentence = question.sentence
        low = percent(measured.low)
        best = percent(measured.value)
        width = percent(measured.high - measured.low)
        guess = percent(question.question.guess)
        isOut = question.question.verdict != .within
        self.calls = calls.heard(.reasonTree(question.question.reason))
    }
}
