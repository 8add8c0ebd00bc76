import CallArchive
import CallModel
import CallReports
import CallWorkbench
import Foundation

/// Everything known of one call, for people.
struct CallSheet {
    private let details: CallDetails
    private let taxonomy: Taxonomy?
    private let zone: TimeZone

    init(_ details: CallDetails, taxonomy: Taxonomy?, zone: TimeZone) {
        self.details = details
        self.taxonomy = taxonomy
        self.zone = zone
    }

    func text(form: TerminalForm) -> String {
        let tags = details.sittings.flatMap { sitting in
            sitting.heard.annotations.map {
                HeardTag(
                    annotation: $0, listener: sitting.listener, selection: sitting.heard.selection)
            }
        }
        let page = CallReports.CallPage(
            call: details.call, profile: details.profile,
            waveform: details.waveform.flatMap(WaveformCoding.unpack), tags: tags,
            taxonomy: taxonomy)
        let kept = details.isKeptFresh ? Language.english.words.onlyOneCompared + "\n" : ""
        let parts = [
            CallText.page(page, timeZone: zone, form: form), kept, table("file", files, form),
            table("sitting", sittings, form), table("draw", draws, form),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var files: [[String]] {
        details.files.map {
            [$0.location.stamp.path, String($0.location.contentHash.rawValue.prefix(16))]
        }
    }

    private var sittings: [[String]] {
        details.sittings.map { sitting in
            let heard = ClockText.duration(
                seconds: Double(sitting.heard.heard.totalMilliseconds) / 1000)
            let progress: String =
                switch sitting.heard.progress {
                case .open: "open"
                case .finished: "finished"
                case .skipped(let reason): "skipped: \(reason)"
                }
            return [
                sitting.session.rawValue,
                "\(CalendarText.dateTime(sitting.startedAt, in: zone)) \(sitting.listener) "
                    + "heard \(heard), \(progress)",
            ]
        }
    }

    private var draws: [[String]] {
        details.draws.map { draw in
            let share = Language.english.percent(draw.inclusionProbability)
            let picked = draw.position.map { "picked, place \($0 + 1)" } ?? "not picked"
            return [draw.draw.rawValue, "\(draw.stratum): \(share) chance, \(picked)"]
        }
    }

    private func table(_ title: String, _ rows: [[String]], _ form: TerminalForm) -> String {
        guard !rows.isEmpty else { return "" }
        return TextTable(columns: [.init(title, minimumWidth: 20), .init("")], rows: rows)
            .text(form: form)
    }
}
