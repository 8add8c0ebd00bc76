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
        frame: Frame, waiting: WaitingCalls?, taxonomy: Taxonomy?, zone: TimeZone, words: WebWords
    ) {
        self.frame = frame
        self.words = words.listen
        lead = waiting.map { words.listen.lead($0.count, SafeName.shown($0.draw.rawValue)) }
        let calls = waiting?.calls ?? []
        hasCalls = !calls.isEmpty
        table = CallTable(calls, taxonomy: taxonomy, zone: zone, words: words)
    }
}
