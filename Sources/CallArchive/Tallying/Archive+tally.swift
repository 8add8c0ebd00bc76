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
            try TallyMaker(scope: scope, over: period, db).tally(period, withCorners: true)
        }
    }

    /// The same, with what came before it: the previous period, the last `weeks` whole ISO weeks up
    /// to the period's end, and the versions of the taxonomy, all as they are at one instant.
    public func tallyWithHistory(
        period: Period, scope: Scope = Scope(), weeks: Int
    ) async throws -> (tally: Tally, history: TallyHistory) {
        try await read("tallying") { db in
            let (before, weeks) = (period.previous, period.lastWholeWeeks(weeks))
            let maker = try TallyMaker(
                scope: scope, from: ([before] + weeks).map(\.start).min() ?? before.start,
                to: period.end, in: period.timeZone, db)
            let tally = try maker.tally(period, withCorners: true)
            let previous = try maker.tally(before)
            let weekly = try weeks.map { week in
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
        let maker = try TallyMaker(
            scope: initiative.plan.scope, from: stretches.before.start,
            to: stretches.after.end, in: period.timeZone, db)
        return TallyHistory.InitiativeTallies(
            initiative: initiative, before: try maker.tally(stretches.before),
            after: try maker.tally(stretches.after))
    }
}
