import CallModel
import CallReports
import Foundation

/// The status board of fixes as it is shown.
struct InitiativeBoardView: Sendable {
    /// A column.
    struct Group: Sendable {
        let id: String
        let title: String
        let count: String
        let nothing: String?
        let cards: [Card]
    }

    /// One fix.
    struct Card: Sendable {
        let link: String
        let title: String
        let status: String
        let statusClass: String
        let painPoints: String
        let owner: String
        let fact: String?
        let bars: InitiativeBars?
    }

    let frame: Frame
    let words: InitiativesWords
    let isEmpty: Bool
    let nobodyHeard: String?
    let groups: [Group]
    let dropped: Group?
    let hasWins: Bool
    let winsTitle: String
    let winsNote: String
    let wins: [LinkedSentence]
    let footnotes: [String]
    let form: InitiativeForm.View

    init(
        frame: Frame, standings: [Digest.InitiativeStanding], digest: Digest?,
        form: InitiativeForm.View, words: WebWords
    ) {
        self.frame = frame
        self.words = words.initiatives
        self.form = form
        footnotes = words.language.words.initiativeFootnotes.map(\.line)
        isEmpty = standings.isEmpty
        nobodyHeard = digest == nil && !standings.isEmpty ? words.initiatives.noCalls : nil
        let all = InitiativeStage.allCases.map { stage in
            Self.group(stage, standings.filter { InitiativeStage($0) == stage }, words: words)
        }
        groups = all.filter { $0.id != InitiativeStage.dropped.rawValue }
        dropped = all.first { $0.id == InitiativeStage.dropped.rawValue && !$0.cards.isEmpty }
        let page = digest.map { DigestPage($0, language: words.language) }
        wins = page?.smallWins.map(LinkedSentence.init) ?? []
        hasWins = !wins.isEmpty
        winsTitle = words.language.words.smallWinsTitle
        winsNote = words.language.words.sentence(words.language.words.smallWinsNote)
    }

    private static func group(
        _ stage: InitiativeStage, _ standings: [Digest.InitiativeStanding], words: WebWords
    ) -> Group {
        let said = words.initiatives.groups[stage]
        // What was done last comes first.
        let inOrder = standings.sorted { left, right in
            let (first, second) = (left.initiative, right.initiative)
            if let day = first.shippedOn, let other = second.shippedOn, day != other {
                return day > other
            }
            return first.registeredAt == second.registeredAt
                ? first.id < second.id : first.registeredAt > second.registeredAt
        }
        return Group(
            id: stage.rawValue, title: said?.title ?? stage.rawValue,
            count: words.language.whole(standings.count),
            nothing: standings.isEmpty ? said?.nothing : nil,
            cards: inOrder.map { Card($0, words: words) })
    }
}

extension InitiativeBoardView.Card {
    init(_ standing: Digest.InitiativeStanding, words: WebWords) {
        let text = words.language.words
        let initiative = standing.initiative
        link = Self.path(of: initiative.id)
        title = SafeName.shown(initiative.plan.title, width: 120)
        status = text.status(standing)
        statusClass = Self.statusClass(of: standing)
        painPoints = standing.labels.map { SafeName.shown($0) }.joined(separator: text.separator)
        owner = words.initiatives.owner(SafeName.shown(initiative.plan.owner, width: 40))
        if let reason = initiative.droppedBecause {
            fact = SafeName.shown(reason, width: 160)
        } else if let verdict = text.verdict(standing) {
            fact = verdict
        } else {
            fact =
                text.shipped(initiative) ?? text.callsNeeded(initiative.plan)
                ?? words.initiatives.callsUnknown
        }
        bars = InitiativeBars(standing, words: words)
    }

    /// Where a fix has its page.
    static func path(of id: InitiativeID) -> String {
        "/initiatives/" + LinkText.encoded(id.rawValue)
    }

    /// A class beside `badge`: green for what worked, and nothing for the rest.
    static func statusClass(of standing: Digest.InitiativeStanding) -> String {
        standing.outcome?.isVerifiedWin == true ? "good" : ""
    }
}
