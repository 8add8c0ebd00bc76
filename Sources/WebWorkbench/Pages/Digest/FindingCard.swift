import CallModel
import CallReports

/// One pain point with what was heard of it, and where to hear it.
struct FindingCard: Sendable {
    /// Seconds of a call that show it.
    struct Clip: Sendable {
        /// The call's name as it is, for the player.
        let call: String
        let callShown: String
        let link: String
        /// Milliseconds, for the player; nil for the whole call, and where there is no sound.
        let start: Int?
        let end: Int?
        let time: String
        let description: String
        let severity: Int
        let severityText: String
        let clipBadge: String?
        let quote: String?
    }

    let anchor: String
    let place: String?
    let name: String
    let badge: String?
    let sentences: String
    let weeks: WeekColumns?
    /// Where its arithmetic stands; nil where there is none.
    let sums: String?
    /// Where all its calls are; nil where nobody heard any.
    let calls: String?
    let hasClips: Bool
    let clips: [Clip]

    init(
        _ entry: FindingEntry, _ finding: Digest.Finding, in digest: Digest,
        sounding: Set<CallID>, words: WebWords
    ) {
        anchor = Self.anchor(of: finding)
        place = entry.place.isEmpty ? nil : entry.place
        name = entry.label
        badge = entry.badge.isEmpty ? nil : entry.badge
        sentences = entry.sentences.joined(separator: " ")
        weeks = entry.weeks.map(WeekColumns.init)
        sums = finding.share == nil ? nil : ExplanationView.path(of: finding, in: digest)
        calls =
            finding.evidenceCalls > 0
            ? CallsBehindPath(period: digest.period, scope: digest.scope)
                .heard(.painPoints([finding.key])) : nil
        clips = zip(entry.clips, finding.evidence).map { shown, clip in
            let played = sounding.contains(clip.call) ? clip.range : nil
            return Clip(
                call: clip.call.rawValue, callShown: shown.call,
                link: Self.link(to: clip.call, at: clip.range),
                start: played?.start.milliseconds, end: played?.end.milliseconds,
                time: shown.time, description: words.digest.hear(shown.call, shown.time),
                severity: shown.severity, severityText: shown.severityText,
                clipBadge: shown.badge.isEmpty ? nil : shown.badge,
                quote: shown.note.isEmpty ? nil : shown.note)
        }
        hasClips = !clips.isEmpty
    }

    /// The address of a call, at the second at which a range begins.
    static func link(to call: CallID, at range: CallTimeRange?) -> String {
        let second = range.map { "#t\($0.start.milliseconds / 1000)" }
        return "/calls/" + LinkText.encoded(call.rawValue) + (second ?? "")
    }

    /// Where links within the page lead.
    static func anchor(of finding: Digest.Finding) -> String {
        "pain-" + LinkText.encoded(finding.key)
    }
}
