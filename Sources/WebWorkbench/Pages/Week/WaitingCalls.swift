import CallArchive
import CallModel
import CallWorkbench
import Foundation

/// The calls of the newest draw that wait to be heard, in the order of hearing.
struct WaitingCalls: Sendable {
    /// Calls that are looked at, at most: more than anybody hears in an hour.
    static let most = 200

    let draw: DrawID
    /// How many wait.
    let count: Int
    /// The first of them.
    let calls: [CallSummary]
    /// How long hearing all of them takes; nil where there are too many to look at each.
    let seconds: Double?

    /// Nil where no draw has calls left.
    static func find(in archive: Archive, pace: ListeningSettings) async throws -> WaitingCalls? {
        guard let draw = try await archive.draws().first(where: { $0.left > 0 }) else { return nil }
        // Who else has a call open does not matter here.
        let picks = try await archive.picks(of: draw.id, liveSince: .distantFuture)
        let left = picks.filter { $0.isHearable && !$0.isDone }.map(\.call)
        guard !left.isEmpty else { return nil }
        let calls = try await archive.summaries(of: Array(left.prefix(most)))
        return WaitingCalls(
            draw: draw.id, count: left.count, calls: calls,
            seconds: left.count > most
                ? nil : calls.reduce(0) { $0 + expectedSeconds(of: $1, pace: pace) })
    }

    private static func expectedSeconds(of call: CallSummary, pace: ListeningSettings) -> Double {
        let skipped = pace.skips ? (call.holdSeconds ?? 0) + (call.deadAirSeconds ?? 0) : 0
        return max((call.recordedSeconds ?? 0) - skipped, 1) / pace.speed
    }
}
