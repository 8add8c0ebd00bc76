import CallModel
import CallReports
import CallTagging
import CallWorkbench

/// What came of a sitting, in words that are ready to be read, and what comes next.
struct SummaryDocument: Encodable, Sendable {
    let headline: String
    let lines: [String]
    let next: String
    let href: String

    init(_ sitting: ListeningSitting, words: SummaryWords) async throws {
        let session = await sitting.session
        let outlook = try await sitting.outlook()
        let path = LinkText.encoded(sitting.id.rawValue)
        href = "/sessions/\(path)"
        next = words.outlook(outlook)
        guard let session else {
            headline = words.nothing
            lines = []
            return
        }
        let taxonomy = sitting.taxonomy
        let summary = SessionSummary(of: session, taxonomy: taxonomy)
        headline = words.headline(
            ClockText.duration(seconds: summary.heardSeconds), summary.finished.count,
            summary.skipped.count)
        lines =
            summary.painPoints.map { count in
                words.pain(
                    taxonomy.painPoint(count.painPoint)?.label ?? count.painPoint, count.calls,
                    count.worstSeverity)
            }
            + summary.reasons.map { count in
                words.reason(taxonomy.pathLabel(ofReason: count.reason), count.calls)
            }
            + summary.predictions.map { check in
                words.prediction(
                    taxonomy.pathLabel(ofReason: check.reason), check.predictedShare,
                    check.heardShare)
            }
            + summary.ideas.compactMap { idea in
                if case .idea(let text) = idea.content {
                    words.idea(SafeName.remark(text))
                } else {
                    nil
                }
            }
    }
}
