import CallArchive
import CallModel
import CallReports
import CallWorkbench
import Foundation

/// What the home page is made from.
struct WeekFacts: Sendable {
    var week: Period
    var isEmpty: Bool
    var hour: ListeningHour
    var waiting: WaitingCalls?
    var totals: ListenedTotals
    var digest: Digest?
    var ideas: [Idea]
    var failedFiles: Int
}

/// The home page as it is shown.
struct WeekView: Sendable {
    /// My listening hour.
    struct Hour: Sendable {
        /// A week of the streak.
        struct Week: Sendable {
            /// A class: how full it is.
            let state: String
            let label: String
        }

        let minutes: String
        let ofGoal: String
        let percent: String
        let description: String
        let sentence: String
        let hint: String?
        /// The words on the button.
        let play: String
        let weeks: [Week]
        let streak: String
    }

    /// An idea in short.
    struct Proposal: Sendable {
        let text: String
        let who: String
        let link: String
        let place: String
    }

    let frame: Frame
    let words: WeekWords
    let days: String
    let values: String?
    let isEmpty: Bool
    let watched: String
    let hour: Hour
    let pain: PainGlance?
    let ideas: [Proposal]
    let hasIdeas: Bool
    let figures: [Figure]
    let hasListened: Bool
    let people: String?
    let hasUnheard: Bool
    let unheard: [String]
    let unheardLink: String?

    init(
        frame: Frame, facts: WeekFacts, workspace: Workspace, settings: WorkspaceSettings,
        words: WebWords
    ) {
        let text = words.language.words
        self.frame = frame
        self.words = words.week
        let span = CalendarText.days(of: facts.week).map { text.days($0.first, $0.last) }
        days = [facts.week.label, span].compactMap { $0 }.joined(separator: text.separator)
        values = settings.values.map(SafeName.remark)
        isEmpty = facts.isEmpty
        watched = words.week.emptyWatch(SafeName.shown(workspace.recordingsPath, width: 200))
        hour = Hour(facts, goalMinutes: Int(settings.listening.goalMinutes), words: words)
        pain = PainGlance(facts.digest, most: 3, words: words)
        ideas = facts.ideas.map { Proposal($0, words: words) }
        hasIdeas = !ideas.isEmpty
        figures = Figure.of(facts.totals, words: words)
        hasListened = facts.totals.heardSeconds > 0
        people =
            facts.totals.listeners.isEmpty
            ? nil
            : text.list(facts.totals.listeners.map { SafeName.shown($0.rawValue, width: 40) })
        let page = facts.digest.map { DigestPage($0, language: words.language) }
        var unheard = page.map { $0.losesData ? $0.unhearable : [] } ?? []
        if facts.failedFiles > 0 { unheard.append(words.week.failedFiles(facts.failedFiles)) }
        self.unheard = unheard
        hasUnheard = !unheard.isEmpty
        unheardLink = facts.digest.map { Self.unheardLink($0, page?.losses ?? []) }
    }
}

extension WeekView {
    /// The calls of a digest's days that could not be heard, those first that somebody may mend.
    private static func unheardLink(_ digest: Digest, _ losses: [DigestPage.Loss]) -> String {
        let causes: [DigestPage.Loss.Cause] = [.undecodable, .incomplete, .withoutRecording]
        let cause = causes.first { cause in losses.contains { $0.cause == cause } }
        return CallsBehindPath(period: digest.period, scope: digest.scope)
            .lost(by: cause ?? .retired)
    }
}

extension WeekView.Hour {
    init(_ facts: WeekFacts, goalMinutes: Int, words: WebWords) {
        let heard = facts.hour.weeks.first?.seconds ?? 0
        let done = Int(heard / 60)
        minutes = words.language.whole(done)
        ofGoal = words.week.minutes
        percent = Decimals.text(min(heard / 60 / Double(max(goalMinutes, 1)), 1) * 100)
        description = words.week.heardOfGoal(done, goalMinutes)
        if done >= goalMinutes {
            sentence = words.week.goalReached
        } else {
            sentence = description
        }
        if let waiting = facts.waiting {
            hint = words.week.callsWait(
                waiting.count, SafeName.shown(waiting.draw.rawValue),
                waiting.seconds.map { max(1, Int(($0 / 60).rounded())) })
            play = done > 0 ? words.week.playOn : words.week.play
        } else {
            // Playing draws an hour, where no draw waits.
            hint = words.listen.startLead
            play = words.week.play
        }
        weeks = facts.hour.weeks.prefix(ListeningHour.weeksShown).enumerated().reversed()
            .map { age, week in
                let minutes = Int(week.seconds / 60)
                let full = minutes >= goalMinutes ? "full" : week.seconds > 0 ? "some" : "none"
                return Week(
                    state: full + (age == 0 ? " now" : ""),
                    label: words.week.streakWeek(week.label, minutes))
            }
        streak = words.week.streak(facts.hour.streak)
    }
}

extension WeekView.Proposal {
    init(_ idea: Idea, words: WebWords) {
        text = SafeName.remark(idea.annotation.content.ideaText ?? "")
        who = SafeName.shown(idea.listener.rawValue)
        let place = CallPlace(idea.annotation, words: words)
        link = place.link
        self.place = place.text
    }
}

/// A place in a call, as a link.
struct CallPlace: Sendable, Hashable {
    let link: String
    let text: String

    init(_ annotation: Annotation, words: WebWords) {
        let second = annotation.range.map { $0.start.milliseconds / 1000 }
        link =
            "/calls/" + LinkText.encoded(annotation.call.rawValue)
            + (second.map { "#t\($0)" } ?? "")
        let time = annotation.range.map { ClockText.position($0.start) }
        text = [
            words.language.words.callLabel + " "
                + SafeName.shown(annotation.call.rawValue, width: 40),
            time,
        ].compactMap { $0 }.joined(separator: ", ")
    }
}
