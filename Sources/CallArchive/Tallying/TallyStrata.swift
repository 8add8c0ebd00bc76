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
    /// The draws that led somebody to a call of the period, by number: one from which nobody heard a
    /// call yet has a share of none.
    let listened: Set<Int64>
    /// Those of them that picked calls of the period, by id.
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
        let touching = heads.values.filter {
            $0.parts.contains { $0.frameStart < period.end && $0.frameEnd > period.start }
        }
        let users = Dictionary(
            grouping: touching.flatMap { draw in draw.parts.map { (part: $0, draw: draw) } },
            by: \.part)
        let (drawn, used) = try Self.drawn(
            period: period, by: touching, users: users.mapValues(\.count), draws)
        let listened = calls.listenedDraws
        self.listened = listened
        let skipped = try Self.skipped(period: period, calls: calls, heads: heads, db)
        self.used = used.filter { listened.contains($0.number) }.map(\.id).sorted()
        var listed: [(identity: TallyDraws.Part, stratum: Tally.Stratum)] = []
        for (identity, uses) in users {
            let population = try Self.population(
                of: identity, draws: uses.map(\.draw), period: period, db)
            let drawn = drawn[identity] ?? 0
            guard population > 0 || drawn > 0 else { continue }
            var stratum = Tally.Stratum(
                name: identity.name, population: population, drawn: drawn,
                skipped: skipped[identity] ?? 0)
            stratum.draws = uses.map(\.draw.id).sorted()
            stratum.isListened = uses.contains { listened.contains($0.draw.number) }
            listed.append((identity, stratum))
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

    /// How many calls of the period were picked of each part, and by which draws. What the only draw
    /// of a part picked from a frame within the period is stored; anything else is counted.
    private static func drawn(
        period: TallyPeriod, by heads: [TallyDraws.Head], users: [TallyDraws.Part: Int],
        _ draws: TallyDraws
    ) throws -> (calls: [TallyDraws.Part: Int], draws: [TallyDraws.Head]) {
        var counts: [TallyDraws.Part: Int] = [:]
        var picked: [TallyDraws.Part: Set<Int64>] = [:]
        var used: [TallyDraws.Head] = []
        for draw in heads {
            let isStored = draw.parts.allSatisfy { part in
                part.frameStart >= period.start && part.frameEnd <= period.end && users[part] == 1
            }
            if isStored {
                for (part, drawn) in zip(draw.parts, draw.drawn) { counts[part] = drawn }
                if draw.drawn.contains(where: { $0 > 0 }) { used.append(draw) }
                continue
            }
            let picks = try draws.picks(of: draw).filter { period.contains($0.startedAt) }
            if !picks.isEmpty { used.append(draw) }
            for pick in picks { picked[draw.parts[pick.stratum], default: []].insert(pick.call) }
        }
        return (counts.merging(picked.mapValues(\.count)) { $1 }, used)
    }

    /// How many calls of the period that draws picked of each part were passed over in a sitting that
    /// a draw led to, and heard by nobody.
    private static func skipped(
        period: TallyPeriod, calls: TallyCalls, heads: [Int64: TallyDraws.Head], _ db: Database
    ) throws -> [TallyDraws.Part: Int] {
        let skipped = calls.skipped.filter { calls.places[$0] == nil }
        guard !skipped.isEmpty else { return [:] }
        var found: [TallyDraws.Part: Set<Int64>] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT draw, stratum, drawEntry.call FROM json_each(?)
                CROSS JOIN call ON call.number = value
                CROSS JOIN drawEntry ON drawEntry.call = value
                WHERE drawEntry.position IS NOT NULL AND startedAt >= ? AND startedAt < ?
                """,
            arguments: [
                try StoredJSON.text(Array(skipped), of: "calls"), period.start, period.end,
            ])
        while let row = try rows.next() {
            guard let draw = heads[row[0]] else { continue }
            found[draw.parts[row[1]], default: []].insert(row[2])
        }
        return found.mapValues(\.count)
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
