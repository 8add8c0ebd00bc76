package import CallModel
package import Foundation

/// How far what people expected is from what was measured, as it is shown.
package struct GapPage: Sendable {
    /// One reason, over all who guessed it.
    package struct Reason: Sendable {
        /// Its key, and what it was guessed about.
        package var key: String
        package var frames: [PerceptionGap.Frame]
        package var name: String
        package var guessed: String
        package var measured: String
        package var tooHigh: String
        package var tooLow: String
        package var guesses: String
    }

    /// One person.
    package struct Person: Sendable {
        package var listener: ListenerID
        package var name: String
        package var said: String
        /// Whether there is nothing to say but to look at their own history.
        package var hasHistoryOnly: Bool
    }

    package var words: any TextCatalogue
    /// What there is to say in all; where nobody guessed, only that.
    package var lead: [String]
    /// Guesses that could not be measured; nil where all could.
    package var unmeasured: String?
    package var reasons: [Reason]
    package var people: [Person]
    package var footnote: Footnote

    package init(_ gap: PerceptionGap, language: Language) {
        let words = language.words
        self.words = words
        footnote = words.gapFootnote
        unmeasured = gap.unmeasured > 0 ? words.unmeasured(gap.unmeasured) : nil
        guard let score = gap.team.score else {
            lead = [words.noGuesses]
            (reasons, people) = ([], [])
            return
        }
        lead = [words.misplaced(score), words.verdicts(gap.team)]
        reasons = gap.reasons.map { reason in
            Reason(
                key: reason.reason, frames: reason.frames,
                name: Self.label(reason.label, reason.reason),
                guessed: words.percent(reason.meanGuess),
                measured: words.percent(reason.meanMeasured),
                tooHigh: words.figures.whole(reason.tooHigh),
                tooLow: words.figures.whole(reason.tooLow),
                guesses: words.figures.whole(reason.guesses))
        }
        people = gap.people.map { person in
            let said: String
            if person.isComparable, let score = person.summary.score {
                said = words.misplaced(score) + " " + words.verdicts(person.summary)
            } else {
                said = words.tooFewQuestions(person.summary.questions)
            }
            return Person(
                listener: person.listener, name: Self.name(person.listener), said: said,
                hasHistoryOnly: !person.isComparable)
        }
    }

    /// The days and calls guessed about; empty for all.
    package func masthead(of frame: PerceptionGap.Frame?) -> [String] {
        frame.map { DigestPage.masthead(of: $0.period, $0.scope, words: words) } ?? []
    }

    /// A name on one line, cut where it is very long.
    static func name(_ listener: ListenerID) -> String {
        SafeText.cut(SafeText.oneLine(listener.rawValue), width: 40)
    }

    static func label(_ label: String, _ key: String) -> String {
        let name = SafeText.oneLine(label)
        return SafeText.cut(name.isEmpty ? SafeText.oneLine(key) : name, width: 60)
    }
}

/// The sittings of one listener with what they expected, as they are shown.
package struct GapHistoryPage: Sendable {
    /// One sitting.
    package struct Sitting: Sendable {
        package var session: SessionID
        package var when: String
        /// The period and what it was measured from.
        package var facts: [String]
        package var score: String
        package var questions: [Question]
        package var frame: PerceptionGap.Frame
    }

    /// One reason that was guessed.
    package struct Question: Sendable {
        package var name: String
        package var sentence: String
        package var question: PerceptionGap.Question
    }

    package var words: any TextCatalogue
    package var title: String
    package var lead: [String]
    package var sittings: [Sitting]
    package var footnote: Footnote

    package init(
        of listener: ListenerID, in gap: PerceptionGap, timeZone: TimeZone, language: Language
    ) {
        let words = language.words
        self.words = words
        footnote = words.gapFootnote
        title = words.historyTitle(GapPage.name(listener))
        let history = gap.history(of: listener)
        let summary = PerceptionGap.Summary(history)
        guard let score = summary.score else {
            lead = [words.noGuessesOf(GapPage.name(listener))]
            sittings = []
            return
        }
        lead = [words.misplaced(score), words.verdicts(summary)]
        sittings = history.map { sitting in
            Sitting(
                session: sitting.session,
                when: CalendarText.dateTime(sitting.startedAt, in: timeZone),
                facts: [
                    SafeText.oneLine(sitting.period.label), words.measuredFrom(sitting.counted),
                ], score: words.misplaced(sitting.score),
                questions: sitting.questions.map { question in
                    Question(
                        name: GapPage.label(question.label, question.reason),
                        sentence: words.guess(question), question: question)
                }, frame: sitting.frame)
        }
    }
}
