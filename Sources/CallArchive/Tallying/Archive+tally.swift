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
            let bounds = TallyPeriod(period)
            let taxonomy =
                try StoredTaxonomy.newest(db)?.taxonomy
                ?? Taxonomy(version: 0, reasons: [], painPoints: [])
            let sessions = try TallySession.all(db)
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
                    caller: call.caller, agent: call.agent,
                    listeners: Self.listeners(of: call, sessions))
            }
            return Tally(
                period: period, scope: scope, population: population.count,
                strata: strata.strata, isStratified: isStratified, calls: calls,
                marks: marks.marks, reasons: marks.reasons, unhearable: population.unhearable,
                heardSeconds: try heard.heardSeconds(db), taxonomy: taxonomy)
        }
    }

    private static func listeners(
        of call: TallyCalls.Heard, _ sessions: [Int64: TallySession]
    ) -> [ListenerID] {
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
