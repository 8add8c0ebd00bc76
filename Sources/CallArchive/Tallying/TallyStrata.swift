import CallModel
import Foundation
import GRDB

/// The parts that draws divided the population into.
///
/// Two draws drew from the same part when their frames have the same bounds and filter and the part
/// has the same name: a later draw of the same frame adds to the former.
struct TallyStrata {
    /// Every draw, by its number.
    let heads: [Int64: TallyDraws.Head]
    /// The draws that picked calls of the period, by id.
    let used: [DrawID]
    /// The parts with calls in the period, as the tally lists them.
    let strata: [Tally.Stratum]
    /// For each draw, by its number, the place in ``strata`` of the part at each position of the
    /// draw's strata; nil for a part without calls in the period.
    let places: [Int64: [Int?]]

    init(
        period: TallyPeriod, calls: TallyCalls, draws: TallyDraws, _ db: Database
    ) throws {
        heads = draws.heads
        let (picks, used) = Self.picks(period: period, calls: calls, draws: draws)
        self.used = used.compactMap { draws.heads[$0]?.id }.sorted()
        var listed: [(identity: TallyDraws.Part, stratum: Tally.Stratum)] = []
        let users = Dictionary(
            grouping: heads.values.flatMap { draw in draw.parts.map { (part: $0, draw: draw) } },
            by: \.part)
        for (identity, uses) in users {
            let population = try Self.population(
                of: identity, draws: uses.map(\.draw), period: period, db)
            let picked = picks[identity]
            guard population > 0 || picked != nil else { continue }
            listed.append(
                (
                    identity,
                    Tally.Stratum(
                        name: identity.name, population: population,
                        drawn: picked?.drawn.count ?? 0, skipped: picked?.skipped.count ?? 0)
                ))
        }
        listed.sort { Self.precedes($0.identity, $1.identity) }
        Self.tellApart(&listed, zone: period.zone)
        strata = listed.map(\.stratum)
        let byPart = Dictionary(
            uniqueKeysWithValues: listed.enumerated().map { ($1.identity, $0) })
        places = heads.mapValues { draw in draw.parts.map { byPart[$0] } }
    }

    /// Calls of a part that begin in the period. A frame that lies in the period whole has its size
    /// stored; a part of it, or the union of two, is counted.
    private static func population(
        of identity: TallyDraws.Part, draws: [TallyDraws.Head], period: TallyPeriod, _ db: Database
    ) throws -> Int {
        guard identity.frameStart < period.end, identity.frameEnd > period.start else { return 0 }
        let isInside = identity.frameStart >= period.start && identity.frameEnd <= period.end
        if isInside, draws.count == 1, let place = draws[0].parts.firstIndex(of: identity) {
            return draws[0].populations[place]
        }
        let uses = draws.compactMap { draw in
            draw.parts.firstIndex(of: identity).map { "(\(draw.number), \($0))" }
        }.sorted()
        return try Int.fetchOne(
            db,
            sql: """
                SELECT count(DISTINCT call.number)
                FROM call INDEXED BY callByStart
                CROSS JOIN drawEntry ON drawEntry.call = call.number
                WHERE startedAt >= max(?1, ?3) AND startedAt < min(?2, ?4)
                AND draw IN (\(draws.map { String($0.number) }.joined(separator: ", ")))
                AND (draw, stratum) IN (VALUES \(uses.joined(separator: ", ")))
                """,
            arguments: [period.start, period.end, identity.frameStart, identity.frameEnd]) ?? 0
    }

    /// The calls of the period that each part's draws picked, and those of them that were passed
    /// over in a sitting that a draw led to and that nobody heard.
    private static func picks(
        period: TallyPeriod, calls: TallyCalls, draws: TallyDraws
    ) -> (picks: [TallyDraws.Part: (drawn: Set<Int64>, skipped: Set<Int64>)], draws: Set<Int64>) {
        var picks: [TallyDraws.Part: (drawn: Set<Int64>, skipped: Set<Int64>)] = [:]
        var used: Set<Int64> = []
        for pick in draws.picks where period.contains(pick.startedAt) {
            guard let draw = draws.heads[pick.draw] else { continue }
            used.insert(draw.number)
            let part = draw.parts[pick.stratum]
            picks[part, default: ([], [])].drawn.insert(pick.call)
            if calls.skipped.contains(pick.call), calls.places[pick.call] == nil {
                picks[part, default: ([], [])].skipped.insert(pick.call)
            }
        }
        return (picks, used)
    }

    private static func precedes(_ left: TallyDraws.Part, _ right: TallyDraws.Part) -> Bool {
        (left.name, left.frameStart, left.frameEnd, left.filter)
            < (right.name, right.frameStart, right.frameEnd, right.filter)
    }

    /// Gives parts of the same name in different frames names that tell them apart: the first and
    /// last day of the frame, and its filter.
    private static func tellApart(
        _ listed: inout [(identity: TallyDraws.Part, stratum: Tally.Stratum)], zone: TimeZone
    ) {
        let counts = Dictionary(grouping: listed, by: \.identity.name).mapValues(\.count)
        let calendar = Calendar.iso8601(in: zone)
        for index in listed.indices where counts[listed[index].identity.name, default: 1] > 1 {
            let identity = listed[index].identity
            let first = calendar.day(of: StoredTime.date(identity.frameStart))
            let last = calendar.day(of: StoredTime.date(identity.frameEnd - 1))
            let filter = identity.filter.isEmpty ? "" : ", \(identity.filter)"
            listed[index].stratum.name = "\(identity.name) (\(first)..\(last)\(filter))"
        }
    }
}
