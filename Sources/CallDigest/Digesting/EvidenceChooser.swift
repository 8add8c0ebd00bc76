import CallModel
import Foundation

/// Chooses the clips that show a pain point: the most severe first, then those with a note, then
/// those that mark their seconds, then counted calls before hand-picked ones, then the latest; never
/// two of one call.
struct EvidenceChooser {
    /// The most clips that one pain point is shown by.
    static let most = 3

    let tally: Tally
    let calls: HeardCalls
    let ledger: MarkLedger

    /// Up to three clips of a pain point, the most telling first.
    func clips(of touches: [MarkLedger.Touch]) -> [Digest.Clip] {
        var best: [(mark: Int, call: Int)] = []
        for touch in touches {
            var choice = ledger.marks[touch.marks.lowerBound]
            for place in touch.marks.dropFirst()
            where tellsMore(ledger.marks[place], touch.call, than: choice, touch.call) {
                choice = ledger.marks[place]
            }
            let place =
                best.firstIndex { tellsMore(choice, touch.call, than: $0.mark, $0.call) }
                ?? best.count
            guard place < Self.most else { continue }
            best.insert((choice, touch.call), at: place)
            if best.count > Self.most { best.removeLast() }
        }
        return best.map { choice in
            let mark = tally.marks[choice.mark]
            return Digest.Clip(
                call: tally.calls[mark.call].id, range: mark.range, severity: mark.severity,
                listener: mark.listener, note: mark.note,
                handPicked: calls.countedPlaces[choice.call] == nil)
        }
    }

    // Fields are read one by one: to copy whole marks would cost more than to compare them.
    private func tellsMore(_ left: Int, _ leftCall: Int, than right: Int, _ rightCall: Int) -> Bool
    {
        let marks = tally.marks
        if marks[left].severity != marks[right].severity {
            return marks[left].severity > marks[right].severity
        }
        let isNoted = marks[left].note != nil
        if isNoted != (marks[right].note != nil) { return isNoted }
        let isTimed = marks[left].range != nil
        if isTimed != (marks[right].range != nil) { return isTimed }
        if leftCall != rightCall {
            let isCounted = calls.countedPlaces[leftCall] != nil
            if isCounted != (calls.countedPlaces[rightCall] != nil) { return isCounted }
            let started = tally.calls[marks[left].call].startedAt
            let otherStarted = tally.calls[marks[right].call].startedAt
            return started == otherStarted ? leftCall < rightCall : started > otherStarted
        }
        return Self.place(of: marks[left]) < Self.place(of: marks[right])
    }

    /// What orders the marks of one call that tell as much as each other.
    private static func place(
        of mark: Tally.Mark
    ) -> (start: Int, end: Int, listener: ListenerID, note: String, side: String) {
        (
            mark.range?.start.milliseconds ?? 0, mark.range?.end.milliseconds ?? 0, mark.listener,
            mark.note ?? "", mark.side?.rawValue ?? ""
        )
    }
}
