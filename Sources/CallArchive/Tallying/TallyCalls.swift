import CallModel
import Foundation
import GRDB

/// The calls of a period that somebody heard, with the sittings in which they did.
struct TallyCalls {
    /// One call.
    struct Heard {
        var number: Int64
        var id: CallID
        var startedAt: Int64
        var inScope: Bool
        var caller: String?
        var agent: String?
        var site: String?
        var queue: String?
        /// Whether its recording was deleted.
        var isRetired: Bool
        var sittings: [Sitting]
        /// Whether it was also heard in sittings that no draw of those led to, and that are left out.
        var hasOthers = false
        /// The draws whose frame held it, in the order in which they were stored.
        var entries: [Entry] = []

        /// The draws that picked it and led somebody to it.
        var leading: [Entry] {
            entries.filter { entry in
                entry.isPicked && sittings.contains { $0.draw == entry.draw }
            }
        }
    }

    /// One sitting in which the call was heard.
    struct Sitting {
        var session: Int64
        var draw: Int64?
        var heardMs: Int
    }

    /// The call's place in one draw.
    struct Entry {
        var draw: Int64
        var stratum: Int
        var probability: Double
        var isPicked: Bool
    }

    /// By the bytes of the id.
    private(set) var calls: [Heard] = []
    /// The place of each call in ``calls``, by its number.
    private(set) var places: [Int64: Int] = [:]
    /// Calls that were passed over in a sitting that a draw led to, heard or not, by number.
    private(set) var skipped: Set<Int64> = []

    /// The calls of the period that were ever opened; every query of a tally begins with these, so
    /// that a large call log costs nothing.
    static let opened = """
        call INDEXED BY callOpenedByStart
        """
    static let inPeriod = "wasOpened = 1 AND startedAt >= ? AND startedAt < ?"

    init(period: TallyPeriod, scope: Scope, _ db: Database) throws {
        try loadSittings(period: period, scope: scope, db)
        try loadEntries(period: period, db)
        keepSittingsOfDraws()
    }

    private mutating func loadSittings(
        period: TallyPeriod, scope: Scope, _ db: Database
    ) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, isHeard, sessionCall.draw, progress = 'skipped', session, heardMs,
                    id, startedAt,
                    (?1 IS NULL OR site IS ?1) AND (?2 IS NULL OR queue IS ?2)
                        AND (?3 IS NULL OR direction IS ?3),
                    caller, agent, site, queue, recordingState = 'retired'
                FROM \(Self.opened)
                CROSS JOIN sessionCall ON sessionCall.call = call.number
                WHERE wasOpened = 1 AND startedAt >= ?4 AND startedAt < ?5
                """,
            arguments: [
                scope.site, scope.queue, scope.direction?.rawValue, period.start, period.end,
            ])
        while let row = try rows.next() {
            let number: Int64 = row[0]
            let draw: Int64? = row[2]
            if draw != nil, row[3] { skipped.insert(number) }
            guard row[1] else { continue }
            let sitting = Sitting(session: row[4], draw: draw, heardMs: row[5])
            if calls.last?.number == number {
                calls[calls.count - 1].sittings.append(sitting)
                continue
            }
            calls.append(
                Heard(
                    number: number, id: CallID(row[6]), startedAt: row[7], inScope: row[8],
                    caller: row[9], agent: row[10], site: row[11], queue: row[12],
                    isRetired: row[13], sittings: [sitting]))
        }
        // Both indexes give them by start, the sittings of a call together and in order.
        if !calls.indices.dropFirst().allSatisfy({ calls[$0 - 1].id < calls[$0].id }) {
            calls.sort { $0.id < $1.id }
        }
        places = Self.places(of: calls)
    }

    private static func places(of calls: [Heard]) -> [Int64: Int] {
        Dictionary(uniqueKeysWithValues: calls.indices.lazy.map { (calls[$0].number, $0) })
    }

    private mutating func loadEntries(period: TallyPeriod, _ db: Database) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT drawEntry.call, draw, stratum, inclusionProbability, position IS NOT NULL
                FROM \(Self.opened)
                CROSS JOIN drawEntry ON drawEntry.call = call.number
                WHERE \(Self.inPeriod)
                """,
            arguments: [period.start, period.end])
        while let row = try rows.next() {
            guard let place = places[row[0]] else { continue }
            calls[place].entries.append(
                Entry(draw: row[1], stratum: row[2], probability: row[3], isPicked: row[4]))
        }
    }

    /// Leaves a call that counts the sittings that its draws led to: what others heard of it, who chose
    /// it by hand, is in no number.
    private mutating func keepSittingsOfDraws() {
        for place in calls.indices where calls[place].sittings.count > 1 {
            let call = calls[place]
            let leading = call.leading
            let led = call.sittings.filter { sitting in
                leading.contains { $0.draw == sitting.draw }
            }
            guard !led.isEmpty, led.count < call.sittings.count else { continue }
            calls[place].sittings = led
            calls[place].hasOthers = true
        }
    }

    /// The draws that picked some of the calls and led somebody to them.
    var listenedDraws: Set<Int64> {
        calls.reduce(into: []) { draws, call in
            for entry in call.leading { draws.insert(entry.draw) }
        }
    }

    /// The calls that began in a period, and the places of these here, ascending.
    func within(_ period: TallyPeriod) -> (calls: TallyCalls, places: [Int]) {
        let kept = calls.indices.filter { period.contains(calls[$0].startedAt) }
        guard kept.count < calls.count else { return (self, kept) }
        var part = self
        part.calls = kept.map { calls[$0] }
        part.places = Self.places(of: part.calls)
        return (part, kept)
    }

    /// Unique seconds heard of the calls in scope, whoever heard them.
    func heardSeconds(_ db: Database) throws -> Double {
        var milliseconds = 0
        var shared: [Int64] = []
        for call in calls where call.inScope {
            // What one sitting heard is unique already; several may have heard the same seconds.
            if call.sittings.count == 1, !call.hasOthers {
                milliseconds += call.sittings[0].heardMs
            } else {
                shared.append(call.number)
            }
        }
        guard !shared.isEmpty else { return Double(milliseconds) / 1000 }
        var ranges: [Int64: [CallTimeRange]] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT heardRange.call, startMs, endMs FROM json_each(?)
                CROSS JOIN sessionCall ON sessionCall.call = value AND isHeard = 1
                CROSS JOIN heardRange ON heardRange.session = sessionCall.session
                    AND heardRange.call = sessionCall.call
                """,
            arguments: [try StoredJSON.text(shared, of: "calls")])
        while let row = try rows.next() {
            guard let range = CallTimeRange(milliseconds: row[1], row[2]) else { continue }
            ranges[row[0], default: []].append(range)
        }
        milliseconds += ranges.values.reduce(0) { $0 + $1.union().totalMilliseconds }
        return Double(milliseconds) / 1000
    }
}
