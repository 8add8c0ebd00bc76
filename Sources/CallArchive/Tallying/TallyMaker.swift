import CallModel
import Foundation
import GRDB

/// Makes tallies of one scope and of periods that lie in one stretch of time, which is read once.
struct TallyMaker {
    private let scope: Scope
    private let db: Database
    let taxonomy: Taxonomy
    private let sessions: TallySessions
    private let heard: TallyCalls
    private let draws: TallyDraws
    private let marks: TallyMarks

    /// A maker of tallies of the periods from `start` to `end`.
    init(scope: Scope, from start: Date, to end: Date, in timeZone: String, _ db: Database) throws {
        self.scope = scope
        self.db = db
        taxonomy = try StoredTaxonomy.inForce(db)
        sessions = TallySessions(db)
        let span = TallyPeriod(from: start, to: end, in: timeZone)
        heard = try TallyCalls(period: span, scope: scope, db)
        draws = try TallyDraws(db)
        marks = try TallyMarks(
            period: span, calls: heard, sessions: sessions, taxonomy: taxonomy, db)
    }

    /// A maker of the tally of one period.
    init(scope: Scope, over period: Period, _ db: Database) throws {
        try self.init(
            scope: scope, from: period.start, to: period.end, in: period.timeZone, db)
    }

    /// The tally of a period within those that were read.
    func tally(_ period: Period) throws -> Tally {
        let bounds = TallyPeriod(period)
        let (heard, kept) = self.heard.within(bounds)
        let strata = try TallyStrata(period: bounds, calls: heard, draws: draws, db)
        let population = try TallyPopulation(period: bounds, scope: scope, heard: heard, db)
        let marks = self.marks.ofCalls(kept)

        var weeks = WeekLabels(zone: bounds.zone)
        var isStratified = true
        let calls = try heard.calls.map { call in
            let counted = CountedCall(call, strata: strata)
            if counted?.crossesFrames == true { isStratified = false }
            return Tally.HeardCall(
                id: call.id, startedAt: StoredTime.date(call.startedAt),
                week: weeks.label(of: call.startedAt), stratum: counted?.stratum,
                inclusionProbability: counted?.probability, inScope: call.inScope,
                caller: call.caller, agent: call.agent, listeners: try listeners(of: call))
        }
        var tally = Tally(
            period: period, scope: scope, population: population.count,
            strata: strata.strata, isStratified: isStratified, calls: calls,
            marks: marks.marks, reasons: marks.reasons, unhearable: population.unhearable,
            heardSeconds: try heard.heardSeconds(db), taxonomy: taxonomy,
            loggedDays: population.loggedDays)
        tally.draws = strata.used
        tally.holds = population.holds
        tally.corners = population.corners(heard: heard, calls: calls)
        return tally
    }

    private func listeners(of call: TallyCalls.Heard) throws -> [ListenerID] {
        if call.sittings.count == 1 {
            return try sessions[call.sittings[0].session]?.listeners ?? []
        }
        return Set(try call.sittings.compactMap { try sessions[$0.session]?.listener }).sorted()
    }
}
