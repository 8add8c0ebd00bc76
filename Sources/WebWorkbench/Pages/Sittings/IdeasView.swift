import CallArchive
import CallModel
import CallReports
import Foundation

/// The list of ideas as it is shown.
struct IdeasView: Sendable {
    /// One idea.
    struct Item: Sendable {
        let text: String
        let who: String
        let when: String
        let link: String
        let place: String
    }

    /// Ideas that are shown, at most.
    static let most = 200

    let frame: Frame
    let words: IdeasWords
    let count: String
    let text: String?
    let isSearch: Bool
    let hasIdeas: Bool
    let emptyTitle: String
    let ideas: [Item]
    let more: String?
    let downloads: [Frame.Link]

    init(frame: Frame, ideas found: [Idea], text: String?, zone: TimeZone, words: WebWords) {
        self.frame = frame
        self.words = words.ideas
        self.text = SafeName.field(text)
        isSearch = text != nil
        let shown = found.prefix(Self.most)
        count = words.ideas.count(shown.count)
        more = found.count > Self.most ? words.ideas.more(Self.most) : nil
        hasIdeas = !shown.isEmpty
        emptyTitle = text == nil ? words.ideas.nothing : words.ideas.noMatch
        ideas = shown.map { idea in
            let place = CallPlace(idea.annotation, words: words)
            return Item(
                text: SafeName.remark(idea.annotation.content.ideaText ?? ""),
                who: SafeName.shown(idea.listener.rawValue),
                when: CalendarText.dateTime(idea.startedAt, in: zone), link: place.link,
                place: place.text)
        }
        downloads = IdeasFile.allCases.map {
            Frame.Link(
                label: $0.rawValue.uppercased(),
                path: LinkText.path("/ideas/files/" + $0.rawValue, [("text", text)]),
                isCurrent: false, isMain: true)
        }
    }
}

/// The files that ideas can be taken away as.
enum IdeasFile: String, Sendable, CaseIterable {
    case csv, json

    var mediaType: String { self == .csv ? "text/csv; charset=utf-8" : "application/json" }
}
