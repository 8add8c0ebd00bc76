import CallArchive
import CallModel
import CallReports
import Foundation

/// The library of calls as it is shown.
struct CallsView: Sendable {
    /// What stands in the fields of the form.
    struct Fields: Sendable {
        let from: String?
        let to: String?
        let queue: String?
        let site: String?
        let agent: String?
        let caller: String?
        let text: String?
        let holdOver: String?
        let loggedHolds: String?
        let completenessUnder: String?
        let group: String?
        let frames: [DrawFrame]
    }

    /// The draw of whose frame the calls are.
    struct DrawFrame: Sendable {
        /// What its label goes by.
        let id: String
        let draw: String
    }

    let frame: Frame
    let words: CallsWords
    let found: String
    let views: [Frame.Link]
    let filter: Fields
    let painPoints: [Choice]
    let reasons: [Choice]
    let directions: [Choice]
    let heard: [Choice]
    let picked: [Choice]
    let skipped: [Choice]
    let recordings: [Choice]
    let orders: [Choice]
    /// Whether one of the further filters is set, so that they stand open.
    let hasMore: Bool
    let hasCalls: Bool
    let table: CallTable
    let first: String?
    let next: String?

    /// Calls that are counted, at most.
    static let mostCounted = 5000

    init(
        frame: Frame, query: CallQuery, page: CallArchive.CallPage, count: Int, taxonomy: Taxonomy?,
        zone: TimeZone, words: WebWords
    ) {
        self.frame = frame
        self.words = words.calls
        found = words.calls.found(
            words.language.whole(min(count, Self.mostCounted)), count > Self.mostCounted)
        views = Self.views(query, words.calls)
        let fields = query.fields
        func field(_ name: String) -> String? { SafeName.field(fields[name]) }
        filter = Fields(
            from: field("from"), to: field("to"), queue: field("queue"), site: field("site"),
            agent: field("agent"), caller: field("caller"), text: field("text"),
            holdOver: field("hold-over"), loggedHolds: field("logged-holds"),
            completenessUnder: field("completeness-under"), group: field("group"),
            frames: query.frames.enumerated().map {
                DrawFrame(id: "frame-\($0)", draw: SafeName.field($1) ?? "")
            })
        let names = TagNames(taxonomy)
        painPoints = (taxonomy?.painPoints ?? []).map {
            Choice(
                value: $0.key, label: names.painPoint($0.key),
                isSelected: fields["pain-point"] == $0.key)
        }
        reasons = (taxonomy?.reasonTree ?? []).map {
            Choice(
                value: $0.reason.key, label: names.reason($0.reason.key),
                isSelected: fields["reason"] == $0.reason.key)
        }
        directions = Choice.directions(selected: query.filter.direction, words: words.digest)
        func answers(_ name: String, _ yes: String, _ no: String) -> [Choice] {
            [("yes", yes), ("no", no)].map {
                Choice(value: $0, label: $1, isSelected: fields[name] == $0)
            }
        }
        heard = answers("heard", words.calls.heardYes, words.calls.heardNo)
        picked = answers("picked", words.calls.pickedYes, words.calls.pickedNo)
        skipped = answers("skipped", words.calls.skippedYes, words.calls.skippedNo)
        recordings = RecordingState.allCases.map {
            Choice(
                value: $0.rawValue,
                label: words.calls.recordingStates[$0.rawValue] ?? $0.rawValue,
                isSelected: fields["recording"] == $0.rawValue)
        }
        orders = CallOrder.allCases.map {
            Choice(
                value: $0.rawValue, label: words.calls.orders[$0.rawValue] ?? $0.rawValue,
                isSelected: query.order == $0)
        }
        hasMore = CallQuery.furtherNames.contains { fields[$0] != nil } || !query.frames.isEmpty
        hasCalls = !page.calls.isEmpty
        table = CallTable(page.calls, taxonomy: taxonomy, zone: zone, words: words)
        first = query.cursor == nil ? nil : query.path(after: nil)
        next = page.next.map { query.path(after: $0) }
    }

    private static func views(_ query: CallQuery, _ words: CallsWords) -> [Frame.Link] {
        let names = words.viewNames
        let views: [(String, [(String, String?)])] = [
            (names.all, []), (names.unheard, [("heard", "no"), ("recording", "decoded")]),
            (names.hold, [("hold-over", "60"), ("order", "mostHoldFirst")]),
            (names.broken, [("completeness-under", "100")]),
            (names.silent, [("recording", "undecodable")]),
        ]
        return views.map { label, fields in
            let wanted = Dictionary(
                uniqueKeysWithValues: fields.compactMap { name, value in
                    value.map { (name, $0) }
                })
            return Frame.Link(
                label: label, path: LinkText.path("/calls", fields),
                isCurrent: wanted == query.fields && query.frames.isEmpty, isMain: true)
        }
    }
}
