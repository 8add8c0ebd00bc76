import CallModel
import CallReports
import Foundation

/// One sitting as it is shown.
struct SittingView: Sendable {
    /// What hurt, and how badly.
    struct Pain: Sendable {
        let name: String
        let calls: String
        let worst: Int
    }

    /// What was expected.
    struct Expectation: Sendable {
        let label: String
        let text: String
    }

    /// Remarks under one title.
    struct Remarks: Sendable {
        let title: String
        let items: [Remark]
    }

    /// One remark, and where.
    struct Remark: Sendable {
        let text: String
        let link: String
        let place: String
    }

    /// A call of the sitting.
    struct Heard: Sendable {
        let link: String
        let id: String
        let heard: String
        let reason: String
        let tags: String
        let progress: String
        let badge: String?
    }

    let frame: Frame
    let words: SittingsWords
    let heading: String
    let times: String
    let heardSentence: String
    let facts: [String]
    let hasPain: Bool
    let painTitle: String
    let painColumn: String
    let worstColumn: String
    let pain: [Pain]
    let hasExpected: Bool
    let expectedTitle: String
    let sealed: String
    let expected: [Expectation]
    let remarks: [Remarks]
    let hasCalls: Bool
    let callsTitle: String
    let callColumn: String
    let reasonColumn: String
    let progressColumn: String
    let calls: [Heard]

    init(frame: Frame, session: Session, taxonomy: Taxonomy?, zone: TimeZone, words: WebWords) {
        let text = words.language.words
        let names = TagNames(taxonomy)
        let summary = CallModel.SessionSummary(
            of: session, taxonomy: taxonomy ?? .empty)
        self.frame = frame
        self.words = words.sittings
        heading =
            SafeName.shown(session.listener.rawValue) + text.separator
            + text.purpose(session.purpose)
        let start = CalendarText.dateTime(session.startedAt, in: zone)
        times =
            session.endedAt.map { start + "–" + CalendarText.timeOfDay($0, in: zone) }
            ?? start + text.separator + text.sittingGoesOn
        heardSentence = text.sittingHeard(
            ClockText.duration(seconds: session.heardSeconds),
            calls: session.calls.count { !$0.heard.isEmpty })
        facts = [
            (summary.finished.count, text.finished), (summary.skipped.count, text.skippedCalls),
            (summary.open.count, text.stillOpen),
            (summary.painPoints.reduce(0) { $0 + $1.marks }, text.marks),
            (summary.callsWithReason, text.reasonsGiven), (summary.ideas.count, text.ideas),
        ].filter { $0.0 > 0 }.map { $0.1($0.0) }
        painTitle = text.painPointsTitle
        painColumn = text.painPointColumn
        worstColumn = text.worstColumn
        pain = summary.painPoints.map {
            Pain(
                name: names.painPoint($0.painPoint), calls: words.language.whole($0.calls),
                worst: min(max($0.worstSeverity, 1), 5))
        }
        hasPain = !pain.isEmpty
        expectedTitle = text.expectedTitle
        sealed = text.sentence(session.predictionsSealed ? text.sealed : text.notSealed)
        expected = summary.predictions.map {
            Expectation(
                label: names.reason($0.reason),
                text: text.expected(
                    $0.predictedShare, heard: $0.heardCalls, of: summary.callsWithReason))
        }
        hasExpected = !expected.isEmpty
        func remarks(_ title: String, _ said: (Annotation.Content) -> String?) -> Remarks? {
            let items = session.calls.flatMap(\.annotations).compactMap { annotation in
                said(annotation.content).map { remark in
                    let place = CallPlace(annotation, words: words)
                    return Remark(
                        text: SafeName.remark(remark), link: place.link, place: place.text)
                }
            }
            return items.isEmpty ? nil : Remarks(title: title, items: items)
        }
        self.remarks = [
            remarks(text.ideasTitle) { $0.ideaText }, remarks(text.kudosTitle) { $0.kudosText },
        ].compactMap { $0 }
        callsTitle = text.callsTitle
        callColumn = text.callColumn
        reasonColumn = text.reasonColumn
        progressColumn = text.progressColumn
        calls = session.calls.map { Heard($0, names: names, words: words) }
        hasCalls = !calls.isEmpty
    }
}

extension SittingView.Heard {
    init(_ call: Session.HeardCall, names: TagNames, words: WebWords) {
        let text = words.language.words
        link = "/calls/" + LinkText.encoded(call.call.rawValue)
        id = SafeName.shown(call.call.rawValue)
        heard = ClockText.duration(seconds: Double(call.heard.totalMilliseconds) / 1000)
        reason = call.annotations.compactMap { $0.content.reasonKey }.last.map(names.reason) ?? ""
        tags = words.language.whole(call.annotations.count { $0.content.isTag })
        progress = SafeName.remark(text.progress(call.progress))
        badge = call.selection == .handPicked ? text.handPickedBadge : nil
    }
}
