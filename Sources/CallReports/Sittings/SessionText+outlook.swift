public import CallModel
public import Foundation

extension SessionText {
    /// What comes after a sitting, in one or two sentences that end with the command to give.
    ///
    /// An open sitting is gone on with; of one that is over, what is left is taken up in a new one.
    public static func outlook(
        _ outlook: SittingOutlook, of session: Session?, timeZone: TimeZone,
        language: Language = .english
    ) -> String {
        let words = language.words
        let goesOn = session != nil && session?.endedAt == nil
        switch outlook {
        case .leftInDraw(let draw, let calls, let heardNow):
            let command =
                goesOn
                ? "earful listen --continue"
                : "earful listen --draw \(ShellWord.of(draw.id.rawValue))"
            return words.leftInDraw(calls, heardNow: heardNow, command: command)
        case .drawDone(let draw):
            return words.drawDone(command: "earful digest \(days(of: draw, in: timeZone))")
        case .leftOfPicked(let calls):
            return words.leftOfPicked(
                calls,
                command: goesOn ? "earful listen --continue" : "earful listen --calls CALL …")
        case .nothingLeft:
            return words.nothingLeft(command: "earful digest")
        }
    }

    /// The options that name the days of a draw's frame.
    private static func days(of draw: Draw, in zone: TimeZone) -> String {
        let week = Period(weekOf: draw.frameStart, in: zone)
        if week.start == draw.frameStart, week.end == draw.frameEnd {
            return "--week \(week.label)"
        }
        let calendar = Calendar.iso8601(in: zone)
        let first = calendar.day(of: draw.frameStart)
        let last = calendar.day(of: draw.frameEnd.addingTimeInterval(-1))
        if let month = Period(month: String("\(first)".prefix(7)), in: zone),
            month.start == draw.frameStart, month.end == draw.frameEnd
        {
            return "--month \(month.label)"
        }
        return "--from \(first) --to \(last)"
    }
}
