import CallModel
import Foundation
import GRDB

/// The first hearing of each call by each listener whom a draw led to it.
struct CallHearings {
    /// A judgement by the numbers of its sitting and its call.
    private struct Place: Hashable {
        var session: Int64
        var call: Int64
    }

    /// By the bytes of the id.
    private(set) var calls: [JudgedCall] = []
    /// The number of each call.
    private var numbers: [Int64] = []
    /// The number of the sitting of each judgement of each call.
    private var sessions: [[Int64]] = []

    /// The hearings of the calls that conditions let through.
    init(_ conditions: Conditions, _ db: Database) throws {
        var conditions = conditions
        conditions.add("drawEntry.position IS NOT NULL AND isHeard = 1 AND progress <> 'skipped'")
        conditions.add(
            """
            progress = 'finished' OR EXISTS (SELECT 1 FROM annotation
                WHERE annotation.call = call.number AND annotation.session = sessionCall.session
                AND kind IN ('reason', 'painPoint'))
            """)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT call.number, call.id, call.startedAt, recordedSeconds, session.number,
                    session.id, listener, session.startedAt
                FROM call
                CROSS JOIN sessionCall ON sessionCall.call = call.number
                CROSS JOIN drawEntry ON drawEntry.draw = sessionCall.draw
                    AND drawEntry.call = call.number
                CROSS JOIN session ON session.number = sessionCall.session
                \(conditions.sql)
                ORDER BY call.id, listener, session.startedAt, session.id
                """,
            arguments: conditions.arguments)
        while let row = try rows.next() {
            let number: Int64 = row[0]
            if numbers.last != number {
                numbers.append(number)
                sessions.append([])
                calls.append(
                    JudgedCall(
                        id: CallID(row[1]),
                        startedAt: (row[2] as Int64?).map(StoredTime.date) ?? .distantPast,
                        seconds: row[3], judgements: []))
            }
            let listener = ListenerID(row[6])
            let last = calls.count - 1
            guard calls[last].judgements.last?.listener != listener else { continue }
            calls[last].judgements.append(
                Judgement(
                    listener: listener, session: SessionID(row[5]), at: StoredTime.date(row[7])))
            sessions[last].append(row[4])
        }
    }

    /// Leaves out the calls of one listener alone.
    mutating func keepDoublyHeard() {
        let kept = calls.indices.filter { calls[$0].isDoublyHeard }
        numbers = kept.map { numbers[$0] }
        sessions = kept.map { sessions[$0] }
        calls = kept.map { calls[$0] }
    }

    /// Adds what was said in those hearings, under the words in force.
    mutating func loadMarks(_ taxonomy: Taxonomy, _ db: Database) throws {
        let reasonKeys = taxonomy.currentReasonKeys
        let painPointKeys = taxonomy.currentPainPointKeys
        var places: [Place: (call: Int, judgement: Int)] = [:]
        for (call, number) in numbers.enumerated() {
            for (judgement, session) in sessions[call].enumerated() {
                places[Place(session: session, call: number)] = (call, judgement)
            }
        }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT session, annotation.call, annotation.key, severity, startMs, endMs
                FROM json_each(?)
                CROSS JOIN annotation ON annotation.call = value
                WHERE kind IN ('reason', 'painPoint')
                """,
            arguments: [try StoredJSON.text(numbers, of: "calls")])
        while let row = try rows.next() {
            guard let place = places[Place(session: row[0], call: row[1])] else { continue }
            let key: String = row[2]
            guard let severity = row[3] as Int? else {
                calls[place.call].judgements[place.judgement].reason = reasonKeys[key] ?? key
                continue
            }
            var range: CallTimeRange?
            if let start = row[4] as Int?, let end = row[5] as Int? {
                range = CallTimeRange(milliseconds: start, end)
            }
            calls[place.call].judgements[place.judgement].marks.append(
                Judgement.Mark(
                    painPoint: painPointKeys[key] ?? key, severity: severity, range: range))
        }
        for call in calls.indices {
            for judgement in calls[call].judgements.indices {
                calls[call].judgements[judgement].marks.sort(by: Self.precedes)
            }
        }
    }

    private static func precedes(_ left: Judgement.Mark, _ right: Judgement.Mark) -> Bool {
        func order(_ mark: Judgement.Mark) -> (Int, Int, Int) {
            (
                mark.range?.start.milliseconds ?? -1, mark.range?.end.milliseconds ?? -1,
                mark.severity
            )
        }
        if left.painPoint != right.painPoint { return left.painPoint < right.painPoint }
        return order(left) < order(right)
    }
}
