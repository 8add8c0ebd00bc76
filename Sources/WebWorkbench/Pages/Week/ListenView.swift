import CallArchive
import CallModel
import Foundation

/// What waits to be heard, as it is shown.
struct ListenView: Sendable {
    let frame: Frame
    let words: ListenWords
    let lead: String?
    let hasCalls: Bool
    let table: CallTable

    init(
        frame: Frame, draw: DrawSummary?, calls: [CallSummary], taxonomy: Taxonomy?, zone: TimeZone,
        words: WebWords
    ) {
        self.frame = frame
        self.words = words.listen
        lead = draw.map { words.listen.lead($0.left, SafeName.shown($0.id.rawValue)) }
        hasCalls = !calls.isEmpty
        table = CallTable(calls, taxonomy: taxonomy, zone: zone, words: words)
    }
}
