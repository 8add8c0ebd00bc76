import CallModel
import GRDB

/// What listeners marked on the calls of a tally.
struct TallyMarks {
    /// By call, pain point, listener and time.
    private(set) var marks: [Tally.Mark] = []
    /// By call and listener.
    private(set) var reasons: [Tally.ReasonMark] = []
    /// For each call its part of the two.
    private var parts: [(marks: Range<Int>, reasons: Range<Int>)] = []

    /// A note, as far as a mark needs it.
    private struct Note {
        var listener: ListenerID
        var range: CallTimeRange?
        var text: String
    }

    /// A reason, with what decides between two of one listener: the later sitting's holds.
    private struct Reason {
        var mark: Tally.ReasonMark
        var sessionStart: Int64
    }

    init(
        period: TallyPeriod, calls: TallyCalls, sessions: TallySessions,
        taxonomy: Taxonomy, _ db: Database
    ) throws {
        // Most words never change, and a dictionary without any is not looked into.
        let reasonKeys = taxonomy.currentReasonKeys.filter { $0 != $1 }
        let painPointKeys = taxonomy.currentPainPointKeys.filter { $0 != $1 }
        // Rows come call by call, in the order of the calls' starts; what is given out is in the
        // order of their ids. So each call's part is finished as it ends, and put in order last;
        // most telephone systems number calls as they come, and nothing is left to do.
        var notes = try Self.notes(period: period, sessions: sessions, db)
        var finished: [(marks: Range<Int>, reasons: Range<Int>)] = Array(
            repeating: (0..<0, 0..<0), count: calls.calls.count)
        var marks: [Tally.Mark] = []
        var reasons: [Tally.ReasonMark] = []
        var current: (number: Int64, place: Int)?
        var sitting: (number: Int64, session: TallySession)?
        // What was said of the current call: marks from here on, and reasons of which not all hold.
        var (firstMark, firstReason) = (0, 0)
        var given: [Reason] = []
        var (last, isInOrder) = (-1, true)
        func finish() {
            guard let current else { return }
            let own = firstMark..<marks.count
            if let notes = notes.removeValue(forKey: current.number) {
                Self.note(notes, on: &marks, own)
            }
            if !own.dropFirst().allSatisfy({ !Self.precedes(marks[$0], marks[$0 - 1]) }) {
                marks[own].sort(by: Self.precedes)
            }
            reasons += Self.lastOfEach(given)
            given.removeAll(keepingCapacity: true)
            finished[current.place] = (own, firstReason..<reasons.count)
            (firstMark, firstReason) = (marks.count, reasons.count)
            if current.place < last { isInOrder = false }
            last = current.place
        }

        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT annotation.call, session, key, severity, startMs, endMs, side
                FROM \(TallyCalls.opened)
                CROSS JOIN annotation INDEXED BY annotationMark ON annotation.call = call.number
                WHERE \(TallyCalls.inPeriod) AND key IS NOT NULL
                """,
            arguments: [period.start, period.end])
        while let row = try rows.next() {
            let number: Int64 = row[0]
            if current?.number != number {
                finish()
                current = calls.places[number].map { (number, $0) }
            }
            guard let place = current?.place else { continue }
            if calls.calls[place].hasOthers,
                !calls.calls[place].sittings.contains(where: { $0.session == row[1] })
            {
                continue
            }
            if sitting?.number != row[1] {
                let number: Int64 = row[1]
                sitting = try sessions[number].map { (number, $0) }
            }
            guard let session = sitting?.session else { continue }
            let key: String = row[2]
            // A pain point has a severity, a reason none.
            if let severity = row[3] as Int? {
                marks.append(
                    Tally.Mark(
                        call: place, painPoint: painPointKeys[key] ?? key,
                        listener: session.listener, severity: severity,
                        range: Self.range(row, from: 4),
                        side: (row[6] as String?).flatMap(Side.init), note: nil))
            } else {
                given.append(
                    Reason(
                        mark: Tally.ReasonMark(
                            call: place, reason: reasonKeys[key] ?? key,
                            listener: session.listener),
                        sessionStart: session.startedAt))
            }
        }
        finish()
        guard !isInOrder else {
            (self.marks, self.reasons, parts) = (marks, reasons, finished)
            return
        }
        self.marks.reserveCapacity(marks.count)
        self.reasons.reserveCapacity(reasons.count)
        parts.reserveCapacity(finished.count)
        for part in finished {
            let (firstMark, firstReason) = (self.marks.count, self.reasons.count)
            self.marks += marks[part.marks]
            self.reasons += reasons[part.reasons]
            parts.append((firstMark..<self.marks.count, firstReason..<self.reasons.count))
        }
    }

    /// What was said of some of the calls, given by their ascending places, as if they were all.
    func ofCalls(_ places: [Int]) -> (marks: [Tally.Mark], reasons: [Tally.ReasonMark]) {
        guard places.count < parts.count else { return (marks, reasons) }
        var (chosen, given): ([Tally.Mark], [Tally.ReasonMark]) = ([], [])
        for (call, place) in places.enumerated() {
            for var mark in marks[parts[place].marks] {
                mark.call = call
                chosen.append(mark)
            }
            for var reason in reasons[parts[place].reasons] {
                reason.call = call
                given.append(reason)
            }
        }
        return (chosen, given)
    }

    /// The notes on calls of the period, by the call's number.
    private static func notes(
        period: TallyPeriod, sessions: TallySessions, _ db: Database
    ) throws -> [Int64: [Note]] {
        var notes: [Int64: [Note]] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT annotation.call, session, text, startMs, endMs
                FROM \(TallyCalls.opened)
                CROSS JOIN annotation INDEXED BY annotationNote ON annotation.call = call.number
                WHERE \(TallyCalls.inPeriod) AND kind = 'note'
                """,
            arguments: [period.start, period.end])
        while let row = try rows.next() {
            guard let session = try sessions[row[1]] else { continue }
            notes[row[0], default: []].append(
                Note(listener: session.listener, range: range(row, from: 3), text: row[2]))
        }
        return notes
    }

    /// The range whose ends stand in a row from a column on; nil for the whole call.
    private static func range(_ row: Row, from column: Int) -> CallTimeRange? {
        guard let start = row[column] as Int?, let end = row[column + 1] as Int? else { return nil }
        return CallTimeRange(milliseconds: start, end)
    }

    /// Gives some marks the words that belong to them: the first note of the same listener that
    /// overlaps (a note or a mark without a range is of the whole call), else the call's only note.
    private static func note(_ notes: [Note], on marks: inout [Tally.Mark], _ own: Range<Int>) {
        let inOrder = notes.sorted { left, right in
            // Notes with a range before notes of the whole call: they say more of a moment.
            let (l, r) = (
                left.range?.start.milliseconds ?? .max, right.range?.start.milliseconds ?? .max
            )
            return (l, left.text) < (r, right.text)
        }
        for index in own {
            let (listener, marked) = (marks[index].listener, marks[index].range)
            let note = inOrder.first { note in
                guard note.listener == listener else { return false }
                guard let said = note.range, let marked else { return true }
                return said.intersection(marked) != nil
            }
            marks[index].note = note?.text ?? (notes.count == 1 ? notes[0].text : nil)
        }
    }

    private static func precedes(_ left: Tally.Mark, _ right: Tally.Mark) -> Bool {
        func place(_ mark: Tally.Mark) -> (Int, Int, Int) {
            (
                mark.range?.start.milliseconds ?? -1, mark.range?.end.milliseconds ?? -1,
                mark.severity
            )
        }
        if left.painPoint != right.painPoint { return left.painPoint < right.painPoint }
        if left.listener != right.listener { return left.listener < right.listener }
        return place(left) < place(right)
    }

    /// One reason for each listener, by listener.
    private static func lastOfEach(_ reasons: [Reason]) -> [Tally.ReasonMark] {
        guard reasons.count > 1 else { return reasons.map(\.mark) }
        let last = Dictionary(grouping: reasons, by: \.mark.listener).compactMapValues { group in
            group.max { ($0.sessionStart, $0.mark.reason) < ($1.sessionStart, $1.mark.reason) }
        }
        return last.values.map(\.mark).sorted { $0.listener < $1.listener }
    }
}
