package import CallModel
import Foundation

/// The calls behind a number of how far listeners agree, as they are shown.
package struct ComparedCallsPage: Sendable {
    /// One call.
    package struct Row: Sendable {
        package var call: CallID
        package var began: String
        package var listeners: String
        /// What all of them said of it.
        package var agreed: String
        /// What only some of them said, or not alike.
        package var differing: String
        /// Why nothing is said of it; nil where what there is to say stands here.
        package var keptFresh: String?
    }

    package var words: any TextCatalogue
    package var masthead: [String]
    package var title: String
    package var lead: String
    package var rows: [Row]

    package init(_ compared: ComparedCalls, words: any TextCatalogue) {
        self.words = words
        let names = TagNames(compared.taxonomy)
        masthead = DigestPage.masthead(of: compared.period, compared.scope, words: words)
        title = words.comparedCalls(compared.choice, names)
        let zone = TimeZone(identifier: compared.period.timeZone) ?? .gmt
        rows = compared.calls.map { call in
            let shared = call.shared
            let reasons = Set(call.judgements.map(\.reason))
            func labels(_ keys: Set<String>, _ reason: String?) -> String {
                ([reason].compactMap { $0 } + keys.map(names.painPoint).sorted())
                    .joined(separator: ", ")
            }
            return Row(
                call: call.id, began: CalendarText.dateTime(call.startedAt, in: zone),
                listeners: call.judgements.map { DigestPage.short($0.listener.rawValue) }
                    .joined(separator: ", "),
                agreed: labels(
                    shared, reasons.count == 1 ? reasons.first?.map(names.reason) : nil),
                differing: ([
                    labels(
                        call.marked.subtracting(shared), reasons.count > 1 ? words.onReasons : nil)
                ] + Self.gradedApart(call).map { words.howBad(names.painPoint($0)) })
                .filter { !$0.isEmpty }.joined(separator: ", "),
                keptFresh: compared.keptFresh.contains(call.id) ? words.keptFresh : nil)
        }
        lead = words.comparedCount(
            rows.count, differing: rows.count { !$0.differing.isEmpty })
    }

    /// The pain points that two marked with different severities.
    private static func gradedApart(_ call: JudgedCall) -> [String] {
        call.marked.sorted().filter { key in
            Set(call.judgements.compactMap { $0.severity(of: key) }).count > 1
        }
    }
}
