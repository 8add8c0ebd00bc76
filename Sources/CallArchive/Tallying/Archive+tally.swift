public import CallModel
public import Foundation
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
    ///   probability is `1 - prod(1 - pi)` over all draws whose frame held the call and that led
    ///   somebody to a call of the period.
    /// - Of a counted call only the sittings that such draws led to are told: what somebody heard in
    ///   it who chose it by hand is in no number.
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
            try TallyMaker(scope: scope, over: period, db).tally(period)
        }
    }

    /// The same, with what came before it: the previous period, the last `weeks` whole ISO weeks up
    /// to the period's end, and the versions of the taxonomy, all as they are at one instant.
    ///
    /// What `known` says of a period that did not change since is not counted again, nor what
    /// `knownOfFixes` says of the days before and after a fix.
    public func tallyWithHistory(
        period: Period, scope: Scope = Scope(), weeks: Int, known: [Period: PeriodStamp] = [:],
        knownOfFixes: [InitiativeID: [Period: PeriodStamp]] = [:]
    ) async throws -> TalliedHistory {
        try await read("tallying") { db in
            let (before, weeks) = (period.previous, period.lastWholeWeeks(weeks))
            let stamps = try StampReader(db)
            var needed = Set([before] + weeks).filter { stamps.stamp(of: $0) != known[$0] }
            needed.insert(period)
            var tallies = try Self.tallies(of: needed, scope: scope, db)
            guard let tally = tallies.removeValue(forKey: period) else {
                throw ArchiveError.invalid("The period \(period.label) has no tally.")
            }
            func reading(_ other: Period) -> TalliedHistory.Reading {
                let isSame = other.start == period.start && other.end == period.end
                return TalliedHistory.Reading(
                    period: other, stamp: stamps.stamp(of: other),
                    tally: isSame ? tally : tallies[other])
            }
            let loggedSince = try Self.loggedSince(db)
            return TalliedHistory(
                tally: tally, previous: reading(before), weeks: weeks.map(reading),
                taxonomies: try StoredTaxonomy.all(db),
                listeningSince: try TallyFirsts(scope: scope, db).listeningSince(),
                fixes: try StoredInitiative.events(db).compactMap(Initiative.init).map {
                    try Self.fix(
                        $0, until: period, loggedSince: loggedSince, stamps: stamps,
                        known: knownOfFixes[$0.id] ?? [:], db)
                })
        }
    }

    /// The tally of a period with the stamp of the state that it was counted in.
    public func reading(
        of period: Period, scope: Scope = Scope()
    ) async throws -> TalliedHistory.Reading {
        try await read("tallying") { db in
            TalliedHistory.Reading(
                period: period, stamp: try StampReader(db).stamp(of: period),
                tally: try TallyMaker(scope: scope, over: period, db).tally(period))
        }
    }

    /// The pain points, of some, that were marked before an instant in a call that a draw had picked
    /// and a sitting heard for it.
    public func heardBefore(
        _ instant: Date, of keys: Set<String>, scope: Scope = Scope()
    ) async throws -> Set<String> {
        try await read("looking for what was heard before") { db in
            try TallyFirsts(scope: scope, db)
                .heard(of: keys, before: instant, StoredTaxonomy.inForce(db))
        }
    }

    /// When the first call of the call log began; nil where there is none.
    public func loggedSince() async throws -> Date? {
        try await read("looking for the first call") { db in try Self.loggedSince(db) }
    }

    private static func loggedSince(_ db: Database) throws -> Date? {
        try Int64.fetchOne(db, sql: "SELECT min(startedAt) FROM call").map(StoredTime.date)
    }

    /// The tallies of some periods, those that touch read together.
    private static func tallies(
        of periods: Set<Period>, scope: Scope, _ db: Database
    ) throws -> [Period: Tally] {
        var tallies: [Period: Tally] = [:]
        var rest = periods.sorted { ($0.start, $0.end) < ($1.start, $1.end) }[...]
        while let first = rest.popFirst() {
            var together = [first]
            var end = first.end
            while let next = rest.first, next.start <= end {
                together.append(next)
                end = max(end, next.end)
                rest.removeFirst()
            }
            let maker = try TallyMaker(
                scope: scope, from: first.start, to: end, in: first.timeZone, db)
            for period in together {
                tallies[period] = try maker.tally(period)
            }
        }
        return tallies
    }

    /// A fix with the days before and after it, in its own scope.
    private static func fix(
        _ initiative: Initiative, until period: Period, loggedSince: Date?, stamps: StampReader,
        known: [Period: PeriodStamp], _ db: Database
    ) throws -> TalliedHistory.Fix {
        let zone = TimeZone(identifier: period.timeZone) ?? .gmt
        guard
            let stretches = initiative.stretches(
                until: period.end, since: loggedSince, in: zone)
        else {
            return TalliedHistory.Fix(initiative: initiative)
        }
        func reading(_ stretch: Period) throws -> TalliedHistory.Reading {
            let stamp = stamps.stamp(of: stretch)
            return TalliedHistory.Reading(
                period: stretch, stamp: stamp,
                tally: known[stretch] == stamp
                    ? nil
                    : try TallyMaker(scope: initiative.plan.scope, over: stretch, db).tally(stretch)
            )
        }
        return TalliedHistory.Fix(
            initiative: initiative, before: try reading(stretches.before),
            after: try reading(stretches.after))
    }
}
