import CallArchive
import CallModel
import CallReports
import Foundation

/// The list of sittings as it is shown.
struct SittingsView: Sendable {
    /// One sitting.
    struct Row: Sendable {
        let link: String
        let when: String
        let who: String
        let purpose: String
        let isOpen: Bool
        let heard: String
        let calls: String
        let tags: String
        let ideas: String
    }

    /// Sittings that are shown, at most.
    static let most = 500

    let frame: Frame
    let words: SittingsWords
    let lead: String
    let listener: String?
    let purposes: [Choice]
    let hasSittings: Bool
    let rows: [Row]

    init(
        frame: Frame, sittings: [CallArchive.SessionSummary], listener: String?,
        purpose: SessionPurpose?, zone: TimeZone, words: WebWords
    ) {
        let text = words.language.words
        self.frame = frame
        self.words = words.sittings
        self.listener = SafeName.field(listener)
        let heard = sittings.reduce(0) { $0 + $1.heardSeconds }
        let count = words.language.whole(sittings.count)
        lead = words.sittings.lead(
            words.sittings.sittings(count, sittings.count == 1),
            ClockText.duration(seconds: heard), Set(sittings.map(\.listener)).count)
        purposes = SessionPurpose.allCases.map {
            Choice(value: $0.rawValue, label: text.purpose($0), isSelected: purpose == $0)
        }
        rows = sittings.prefix(Self.most).map { sitting in
            Row(
                link: "/sessions/" + LinkText.encoded(sitting.id.rawValue),
                when: CalendarText.dateTime(sitting.startedAt, in: zone),
                who: SafeName.shown(sitting.listener.rawValue),
                purpose: text.purpose(sitting.purpose), isOpen: sitting.endedAt == nil,
                heard: ClockText.duration(seconds: sitting.heardSeconds),
                calls: words.language.whole(sitting.callCount),
                tags: words.language.whole(sitting.tagCount),
                ideas: words.language.whole(sitting.ideaCount))
        }
        hasSittings = !rows.isEmpty
    }
}
