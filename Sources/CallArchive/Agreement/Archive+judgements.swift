public import CallModel
import Foundation
import GRDB

extension Archive {
    /// What each listener said of the calls of a period and scope that a draw led them to: all that
    /// agreement between listeners is found from.
    ///
    /// - A call lies in the period by its start.
    /// - A listener has *judged* a call in a sitting that a draw led to, and that draw had picked it,
    ///   when they finished it or marked a reason or a pain point on it, and did not pass it over.
    /// - Of several such sittings of one listener the first counts: later they may have learnt what
    ///   others said.
    ///
    /// `doublyHeardOnly` leaves out calls that only one listener judged.
    public func judgedCalls(
        period: Period, scope: Scope = Scope(), doublyHeardOnly: Bool = false
    ) async throws -> JudgedCalls {
        try await read("reading what listeners said") { db in
            let taxonomy = try StoredTaxonomy.inForce(db)
            var conditions = Conditions()
            conditions.add(
                "wasOpened = 1 AND call.startedAt >= ? AND call.startedAt < ?",
                [StoredTime.milliseconds(period.start), StoredTime.milliseconds(period.end)])
            conditions.add(scope)
            if doublyHeardOnly {
                // Most calls are heard once: leave them out before anything of them is read.
                conditions.add(
                    """
                    (SELECT count(*) FROM sessionCall AS hearing
                        WHERE hearing.call = call.number AND hearing.isHeard = 1) > 1
                    """)
            }
            var hearings = try CallHearings(conditions, db)
            if doublyHeardOnly { hearings.keepDoublyHeard() }
            try hearings.loadMarks(taxonomy, db)
            return JudgedCalls(
                period: period, scope: scope, calls: hearings.calls, taxonomy: taxonomy)
        }
    }

    /// What each listener said of one call, as above; nil where there is no such call.
    public func judgedCall(_ call: CallID) async throws -> JudgedCall? {
        try await read("reading what listeners said of a call") { db in
            let row = try db.row(
                cached: "SELECT startedAt, recordedSeconds FROM call WHERE id = ?",
                arguments: [call.rawValue])
            guard let row else { return nil }
            let taxonomy = try StoredTaxonomy.inForce(db)
            var conditions = Conditions()
            conditions.add("call.id = ?", [call.rawValue])
            var hearings = try CallHearings(conditions, db)
            try hearings.loadMarks(taxonomy, db)
            return hearings.calls.first
                ?? JudgedCall(
                    id: call, startedAt: row.date("startedAt") ?? .distantPast,
                    seconds: row["recordedSeconds"], judgements: [])
        }
    }
}
