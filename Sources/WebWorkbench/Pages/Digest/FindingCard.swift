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
        let listener: String
    }

    let anchor: String
    let place: String?
    let name: String
    let badge: String?
    let sentences: String
    let weeks: WeekColumns?
    /// Where its arithmetic stands and all its calls are, and the fixes that are to make it rarer.
    let links: CallLinks?
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
        links = CallLinks(Self.links(of: finding, in: digest, words: words))
        clips = zip(entry.clips, finding.evidence).map { shown, clip in
            let played = sounding.contains(clip.call) ? clip.range : nil
            return Clip(
                call: clip.call.rawValue, callShown: shown.call,
                link: Self.link(to: clip.call, at: clip.range),
                start: played?.start.milliseconds, end: played?.end.milliseconds,
                time: shown.time, description: words.digest.hear(shown.call, shown.time),
                severity: shown.severity, severityText: shown.severityText,
                clipBadge: shown.badge.isEmpty ? nil : shown.badge,
                quote: shown.note.isEmpty ? nil : shown.note,
                listener: SafeName.shown(clip.listener.rawValue, width: 40))
        }
        hasClips = !clips.isEmpty
    }

    private static func links(
        of finding: Digest.Finding, in digest: Digest, words: WebWords
    ) -> [NamedLink] {
        var links: [NamedLink] = []
        if finding.share != nil {
            links.append(
                NamedLink(
                    label: words.digest.sums, path: ExplanationView.path(of: finding, in: digest)))
        }
        if finding.evidenceCalls > 0 {
            let calls = CallsBehindPath(period: digest.period, scope: digest.scope)
            links.append(
                NamedLink(
                    label: words.digest.itsCalls, path: calls.heard(.painPoints([finding.key]))))
        }
        return links
            + digest.fixes(of: finding).map { standing in
                NamedLink(
                    label: SafeName.shown(standing.initiative.plan.title),
                    path: InitiativeBoardView.Card.path(of: standing.initiative.id))
            }
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
