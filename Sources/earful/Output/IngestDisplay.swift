import CallReports
import CallWorkbench
import Foundation
import WebWorkbench

/// What an ingest shows while it runs and when it is done: outcomes as JSON on standard output where
/// asked for; progress (on a terminal), troubles and the summary on standard error.
final class IngestDisplay: Sendable {
    private let json: Bool
    private let line = StandingLine()

    init(json: Bool) {
        self.json = json
    }

    /// Shows one event; called from several threads.
    func show(_ event: IngestEvent) {
        switch event {
        case .progress(let progress): line.draw(Self.line(progress))
        case .outcome(let outcome):
            if json, let text = try? JSONLine.text(outcome) { try? Console.write(text) }
            if let sentence = Self.trouble(outcome) { line.note(sentence) }
        case .rowProblem(let problem): line.note(SafeText.oneLine("\(problem)"))
        }
    }

    /// Shows the summary.
    func finish(_ report: IngestReport, metadata: String?) {
        line.erase()
        for line in Self.summary(report, metadata: metadata) { Console.note(line) }
    }

    private static func line(_ progress: IngestProgress) -> String {
        var parts = [
            "\(progress.filesDone) of \(progress.filesTotal) files",
            "\(ClockText.duration(seconds: progress.audioSeconds)) of audio",
        ]
        if let rate = progress.audioPerSecond { parts.append("\(Int(rate.rounded()))x") }
        if let remaining = progress.remainingSeconds {
            parts.append("\(ClockText.duration(seconds: remaining)) left")
        }
        return parts.joined(separator: " · ")
    }

    private static func trouble(_ outcome: IngestOutcome) -> String? {
        switch outcome.status {
        case .undecodable, .failed:
            return SafeText.oneLine("\(outcome.path): \(outcome.reason ?? "not taken in")")
        case .new, .changed, .paired:
            guard let completeness = outcome.completeness, completeness < 1 else { return nil }
            let share = Language.english.percent(completeness)
            return SafeText.oneLine("\(outcome.path): only \(share) of the call is there")
        case .unchanged, .moved, .duplicate, .waiting: return nil
        }
    }

    private static func summary(_ report: IngestReport, metadata: String?) -> [String] {
        var lines: [String] = []
        if let records = report.records, let metadata {
            lines.append(
                SafeText.oneLine(
                    "\(metadata): \(records.created) new \(records.created == 1 ? "call" : "calls"), "
                        + "\(records.updated) updated, \(records.unchanged) unchanged, "
                        + "\(records.refused) \(records.refused == 1 ? "row" : "rows") refused."))
        }
        let counts: [(count: Int, one: String, many: String)] = [
            (report.newFiles, "new", "new"), (report.changedFiles, "changed", "changed"),
            (report.unchangedFiles, "unchanged", "unchanged"),
            (report.movedFiles, "moved", "moved"),
            (
                report.duplicateFiles, "with the audio of another", "with the audio of others"
            ),
            (report.pairedCalls, "call of two files", "calls of two files"),
            (report.incompleteCalls, "incomplete", "incomplete"),
            (report.waitingFiles, "still being written", "still being written"),
            (report.undecodable.count, "undecodable", "undecodable"),
            (report.failed.count, "failed", "failed"),
            (report.ignoredFiles, "other file ignored", "other files ignored"),
        ]
        let words = counts.filter { $0.count > 0 }
            .map { "\($0.count) \($0.count == 1 ? $0.one : $0.many)" }
        let audio =
            report.audioSeconds > 0
            ? "; \(ClockText.duration(seconds: report.audioSeconds)) of audio" : ""
        lines.append(
            words.isEmpty
                ? "No recordings." : "Recordings: \(words.joined(separator: ", "))\(audio).")
        if report.wasInterrupted {
            lines.append("Interrupted. `earful ingest` goes on where it was.")
        }
        if !report.failed.isEmpty {
            lines.append("What failed is tried again by the next `earful ingest`.")
        }
        return lines
    }
}
