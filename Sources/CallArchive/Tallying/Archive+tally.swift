public import CallModel
import Foundation
import GRDB

extension Archive {
    /// Counts what listeners heard and marked in a period: all that the statistics need.
    ///
    /// What is counted, and how:
    /// - A call lies in the period by its start; a call whose start is not known lies in none.
    /// - A sitting *heard* a call when it marked a reason or a pain point on it, or finished it, or
    ///   played some of it and did not pass it over.
    /// - A call is *counted* (has an inclusion probability) when it was heard in a sitting that a
    ///   draw led to and that draw had picked it. Any other heard call was picked by hand. The
    ///   probability is `1 - prod(1 - pi)` over all draws whose frame held the call.
    /// - A counted call's stratum is that of the earliest draw for which it was heard. Strata are
    ///   one when frame, filter and name are; strata of one name in different frames bear the
    ///   frame's days behind the name.
    /// - The tally is stratified unless a counted call lay in the frames of two different strata,
    ///   or was heard for a risk draw.
    /// - The population is every call that the archive knows in period and scope, whether from a
    ///   call log or from a recording alone; it is never nil here.
    /// - One reason for each listener and call: that of the latest sitting.
    /// - Without any taxonomy adopted, the tally has one of version 0 without words.
    public func tally(period: Period, scope: Scope = Scope()) async throws -> Tally {
        try await read("tallying") { db in
            try TallyMaker(scope: scope, db).tally(period, withCorners: true)
        }
    }

    /// The same, with what came before it: the previous period, the last `weeks` whole ISO weeks up
    /// to the period's end, and the versions of the taxonomy, all as they are at one instant.
    public func tallyWithHistory(
        period: Period, scope: Scope = Scope(), weeks: Int
    ) async throws -> (tally: Tally, history: TallyHistory) {
        try await read("tallying") { db in
            let maker = try TallyMaker(scope: scope, db)
            let tally = try maker.tally(period, withCorners: true)
            let previous = try maker.tally(period.previous)
            let weekly = try period.lastWholeWeeks(weeks).map { week in
                let known = [tally, previous].first {
                    $0.period.start == week.start && $0.period.end == week.end
                }
                return try known ?? maker.tally(week)
            }
            var history = TallyHistory(
                previous: previous, weeks: weekly, taxonomies: try StoredTaxonomy.all(db))
            let firsts = TallyFirsts(scope: scope, db)
            history.listeningSince = try firsts.listeningSince()
            let recent = weekly.suffix(TallyHistory.recentWeeks)
            if let start = recent.first?.period.start {
                history.heardBefore = try firsts.heard(
                    of: Array(recent), before: start, maker.taxonomy)
            }
            history.initiatives = try StoredInitiative.events(db).compactMap(Initiative.init)
                .map { try Self.tallies(of: $0, until: period, db) }
            return (tally, history)
        }
    }

    /// A fix with the days before and after it, in its own scope.
    private static func tallies(
        of initiative: Initiative, until period: Period, _ db: Database
    ) throws -> TallyHistory.InitiativeTallies {
        let zone = TimeZone(identifier: period.timeZone) ?? .gmt
        guard let stretches = initiative.stretches(until: period.end, in: zone) else {
            return TallyHistory.InitiativeTallies(initiative: initiative)
        }
        let maker = try TallyMaker(scope: initiative.plan.scope, db)
        return TallyHistory.InitiativeTallies(
            initiative: initiative, before: try maker.tally(stretches.before),
            after: try maker.tally(stretches.after))
    }
}

/// Makes tallies of one scope: what all of them share is read once.
private struct TallyMaker {
    private let scope: Scope
    private let db: Database
    let taxonomy: Taxonomy
    private let sessions: [Int64: TallySession]

    init(scope: Scope, _ db: Database) throws {
        self.scope = scope
        self.db = db
        taxonomy =
            try StoredTaxonomy.newest(db)?.taxonomy
            ?? Taxonomy(version: 0, reasons: [], painPoints: [])
        sessions = try TallySession.all(db)
    }

    func tally(_ period: Period, withCorners: Bool = false) throws -> Tally {
        let bounds = TallyPeriod(period)
        let heard = try TallyCalls(period: bounds, scope: scope, db)
        let strata = try TallyStrata(period: bounds, calls: heard, db)
        let population = try TallyPopulation(period: bounds, scope: scope, db)
        let marks = try TallyMarks(
            period: bounds, calls: heard, sessions: sessions, taxonomy: taxonomy, db)

        var weeks = WeekLabels(zone: bounds.zone)
        var isStratified = true
        let calls = heard.calls.map { call in
            let counted = CountedCall(call, strata: strata)
            if counted?.crossesFrames == true { isStratified = false }
            return Tally.HeardCall(
                id: call.id, startedAt: StoredTime.date(call.startedAt),
                week: weeks.label(of: call.startedAt), stratum: counted?.stratum,
                inclusionProbability: counted?.probability, inScope: call.inScope,
                caller: call.caller, agent: call.agent, listeners: listeners(of: call))
        }
        var tally = Tally(
            period: period, scope: scope, population: population.count,
            strata: strata.strata, isStratified: isStratified, calls: calls,
            marks: marks.marks, reasons: marks.reasons, unhearable: population.unhearable,
            heardSeconds: try heard.heardSeconds(db), taxonomy: taxonomy,
            loggedDays: population.loggedDays)
        tally.draws = strata.used
        if withCorners {
            tally.corners = try TallyCorners(
                period: bounds, scope: scope, heard: heard, calls: calls, db
            ).corners
        }
        return tally
    }

    private func listeners(of call: TallyCalls.Heard) -> [ListenerID] {
        let listeners = call.sittings.compactMap { sessions[$0.session]?.listener }
        return listeners.count == 1 ? listeners : Set(listeners).sorted()
    }
}

/// What a draw makes of a heard call; nil for one that was picked by hand.
private struct CountedCall {
    let stratum: Int
    let probability: Double
    /// Whether the call forbids design A of the statistics.
    let crossesFrames: Bool

    init?(_ call: TallyCalls.Heard, strata: TallyStrata) {
        let picking = call.entries.filter { entry in
            entry.isPicked && call.sittings.contains { $0.draw == entry.draw }
        }.compactMap { entry in
            strata.draws[entry.draw].map { (entry: entry, draw: $0) }
        }
        let first = picking.min {
            ($0.draw.madeAt, $0.draw.number) < ($1.draw.madeAt, $1.draw.number)
        }
        guard let first,
            let place = strata.places[first.entry.draw]?[first.entry.stratum],
            let combined = InclusionProbability.combined(call.entries.map(\.probability))
        else { return nil }
        stratum = place
        probability = combined
        let own = first.draw.parts[first.entry.stratum]
        crossesFrames =
            picking.contains { $0.draw.isRisk }
            || call.entries.count > 1
                && call.entries.contains {
                    strata.draws[$0.draw]?.parts[$0.stratum] != own
                }
    }
}
