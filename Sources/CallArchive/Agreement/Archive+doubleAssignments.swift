public import CallModel
public import Foundation
import GRDB

extension Archive {
    /// How many calls the draws from one frame assigned to two listeners.
    public func doublyAssigned(
        frameStart: Date, frameEnd: Date, frameFilter: String
    ) async throws -> Int {
        try await read("counting double assignments") { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM draw
                    JOIN doubleAssignment ON doubleAssignment.draw = draw.number
                    WHERE frameStart = ? AND frameEnd = ? AND frameFilter = ?
                    """,
                arguments: [
                    StoredTime.milliseconds(frameStart), StoredTime.milliseconds(frameEnd),
                    frameFilter,
                ]) ?? 0
        }
    }

    /// The draws with calls, in a period, that one listener heard and a second is to hear, the
    /// oldest draw first.
    public func waitingSecondHearings(in period: Period) async throws -> [Agreement.Waiting] {
        try await read("looking for calls that a second listener is to hear") { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT draw.id, call.number, min(listener) AS listener
                    FROM doubleAssignment
                    JOIN draw ON draw.number = doubleAssignment.draw
                    JOIN call ON call.number = doubleAssignment.call
                    JOIN sessionCall ON sessionCall.call = call.number
                    JOIN session ON session.number = sessionCall.session
                    WHERE call.startedAt >= ? AND call.startedAt < ?
                        AND sessionCall.draw IS NOT NULL AND progress <> 'open'
                    GROUP BY draw.number, call.number
                    HAVING count(DISTINCT listener) = 1 AND total(progress = 'skipped') = 0
                    ORDER BY draw.madeAt, draw.number
                    """,
                arguments: [
                    StoredTime.milliseconds(period.start), StoredTime.milliseconds(period.end),
                ])
            var waiting: [Agreement.Waiting] = []
            for row in rows {
                let draw = DrawID(row["id"])
                if waiting.last?.draw != draw {
                    waiting.append(Agreement.Waiting(draw: draw, calls: 0, heardBy: []))
                }
                waiting[waiting.count - 1].calls += 1
                waiting[waiting.count - 1].heardBy.append(ListenerID(row["listener"]))
            }
            for index in waiting.indices {
                waiting[index].heardBy = Set(waiting[index].heardBy).sorted()
            }
            return waiting
        }
    }
}
