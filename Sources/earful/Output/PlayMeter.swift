import CallAudio
import CallModel
import CallReports
import Foundation

/// One line about a player: where it is, how fast, how loud each side, what it leaves out.
struct PlayMeter: Sendable {
    private static let barWidth = 8
    /// Levels from the foot of a bar to its head, in dBov.
    private static let levels = -54.0 ... -6.0
    /// How long a skip is spoken of once it was made, in seconds at 1x.
    private static let skipShownSeconds = 2.0

    private let lanes: [(name: String, channel: Int)]
    private let plan: PlaybackPlan
    private let form: TerminalForm

    init(layout: ChannelLayout, plan: PlaybackPlan, form: TerminalForm) {
        self.plan = plan
        self.form = form
        lanes =
            layout == .mono
            ? [("level", 0)]
            : Side.allCases.compactMap { side in
                layout.channel(of: side).map { (side.rawValue, $0) }
            }
    }

    /// The line, no wider than the terminal.
    func text(_ status: PlayerStatus, length: CallTime?) -> String {
        var parts = [
            ClockText.position(status.position)
                + (length.map { " of " + ClockText.position($0) } ?? ""),
            status.speed.formatted() + "x",
        ]
        parts += lanes.map { lane in
            let peak =
                status.peaksDBOV.indices.contains(lane.channel)
                ? status.peaksDBOV[lane.channel] : nil
            return lane.name + " " + bar(peak)
        }
        if let share = status.preparing {
            parts.append("preparing \(Int(share * 100)) %")
        } else if status.isSkipping, let skipped = skipped(before: status) {
            parts.append("skipped " + ClockText.duration(seconds: skipped.seconds))
        }
        return SafeText.cut(
            parts.joined(separator: "  "), width: form.width - 1,
            ellipsis: form.glyphs.ellipsis)
    }

    private func bar(_ peak: Double?) -> String {
        let (low, high) = (Self.levels.lowerBound, Self.levels.upperBound)
        let share = peak.map { min(max(($0 - low) / (high - low), 0), 1) } ?? 0
        let eighths = Int((share * Double(8 * Self.barWidth)).rounded())
        var cells = String(repeating: form.glyphs.eighths[7], count: eighths / 8)
        if eighths % 8 > 0 { cells.append(form.glyphs.eighths[eighths % 8 - 1]) }
        return cells + String(repeating: " ", count: Self.barWidth - cells.count)
    }

    private func skipped(before status: PlayerStatus) -> CallTimeRange? {
        let shown = Self.skipShownSeconds * status.speed
        return plan.skippable.last { range in
            range.end <= status.position
                && status.position.seconds - range.end.seconds < shown
        }
    }
}
