import CallArchive
import CallModel
import CallReports
import Foundation

/// Calls as lines of a table.
struct CallTable: Sendable {
    /// One line.
    struct Row: Sendable {
        let id: String
        let link: String
        let began: String
        let queue: String
        let site: String
        let agent: String
        let length: String
        let hold: String
        /// The picture of its sound; nil where there is none.
        let wave: String?
        /// Why it cannot wholly be heard; nil where it can.
        let trouble: String?
        /// Why there is no sound, where nobody expects any; nil else.
        let state: String?
        let reasons: [String]
        let painPoints: [String]
        let heardBy: String?
        /// Why nothing is said of it; nil where what there is to say stands here.
        let keptFresh: String?
    }

    let caption: String
    let call: String
    let began: String
    let queue: String
    let site: String
    let agent: String
    let length: String
    let hold: String
    let sound: String
    let tags: String
    let rows: [Row]

    init(_ calls: [CallSummary], taxonomy: Taxonomy?, zone: TimeZone, words: WebWords) {
        let text = words.language.words
        caption = words.calls.title
        call = text.callColumn
        began = text.beganColumn
        queue = text.queueColumn
        site = text.siteColumn
        agent = text.agentColumn
        length = text.lengthColumn
        hold = text.holdColumn
        sound = text.soundColumn
        tags = text.tagsColumn
        let names = TagNames(taxonomy)
        rows = calls.map { Row($0, names: names, zone: zone, words: words) }
    }
}

extension CallTable.Row {
    init(_ call: CallSummary, names: TagNames, zone: TimeZone, words: WebWords) {
        let text = words.language.words
        let path = "/calls/" + LinkText.encoded(call.id.rawValue)
        id = SafeName.shown(call.id.rawValue)
        link = path
        began = call.record.startedAt.map { CalendarText.dateTime($0, in: zone) } ?? ""
        queue = SafeName.shown(call.record.queue ?? "")
        site = SafeName.shown(call.record.site ?? "")
        agent = SafeName.shown(call.record.agent ?? "")
        let seconds = call.recordedSeconds ?? call.record.seconds
        length = seconds.map { ClockText.duration(seconds: $0) } ?? ""
        hold = call.holdSeconds.map { ClockText.duration(seconds: $0) } ?? ""
        wave = call.recordingState == .decoded ? path + "/wave.svg" : nil
        let short = text.shortState(call.recordingState)
        state = call.recordingState == .undecodable ? nil : short
        var troubles = call.recordingState == .undecodable ? [short].compactMap { $0 } : []
        if let completeness = call.completeness, completeness < 1 {
            troubles.append(text.share(completeness))
        }
        troubles += call.flaws.map { text.shortFlaw($0) }
        trouble = troubles.isEmpty ? nil : troubles.joined(separator: ", ")
        reasons = call.reasons.map(names.reason)
        painPoints = call.painPoints.map(names.painPoint)
        keptFresh = call.isKeptFresh ? text.keptFresh : nil
        heardBy =
            call.listeners.isEmpty
            ? nil
            : words.calls.heardBy + " "
                + call.listeners.map { SafeName.shown($0.rawValue) }.joined(separator: ", ")
    }
}
