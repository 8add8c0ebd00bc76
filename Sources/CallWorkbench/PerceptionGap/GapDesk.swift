import CallArchive
import CallDigest
public import CallModel
import Foundation

/// Holds what people expected before listening against what was then measured.
public struct GapDesk: Sendable {
    private let workbench: Workbench

    /// A desk.
    public init(_ workbench: Workbench) {
        self.workbench = workbench
    }

    /// Every sealed guess beside what all listeners together measured of the days that it was about:
    /// those of the draw that the sitting heard. `level` is that of the ranges.
    ///
    /// Throws `ArchiveError` and `TallyError`.
    public func gap(level: Double = 0.9) async throws -> PerceptionGap {
        let maker = GapMaker(settings: DigestSettings(level: level))
        var tallies: [SealedGuess.Frame: Tally] = [:]
        var sittings: [PerceptionGap.Sitting] = []
        var unmeasured = 0
        let settled = try await workbench.archive.settledLabels()
        for guess in try await workbench.archive.sealedGuesses() {
            guard let frame = guess.frame, let period = period(of: frame) else {
                unmeasured += 1
                continue
            }
            let tally: Tally
            if let known = tallies[frame] {
                tally = known
            } else {
                tally = try await workbench.archive.tally(period: period, scope: frame.scope)
                    .settling(settled)
                tallies[frame] = tally
            }
            if let sitting = try maker.sitting(guess, measuredBy: tally) {
                sittings.append(sitting)
            } else {
                unmeasured += 1
            }
        }
        return PerceptionGap(level: level, sittings: sittings, unmeasured: unmeasured)
    }

    /// The days of a frame under the name that people give them: a week, a month, or from and to.
    private func period(of frame: SealedGuess.Frame) -> Period? {
        let zone = workbench.settings.timeZone
        let week = Period(weekOf: frame.start, in: zone)
        if week.start == frame.start, week.end == frame.end { return week }
        let calendar = Calendar.iso8601(in: zone)
        let first = calendar.day(of: frame.start)
        if let month = Period(month: String("\(first)".prefix(7)), in: zone),
            month.start == frame.start, month.end == frame.end
        {
            return month
        }
        return Period(
            from: first, through: calendar.day(of: frame.end.addingTimeInterval(-1)), in: zone)
    }
}
