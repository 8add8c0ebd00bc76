import CallArchive
import CallModel
import Foundation

/// A week of listening, for machines.
struct WeekDocument: Encodable {
    private struct Mine: Encodable {
        let listener: ListenerID
        let heardSeconds: Double
        let streakWeeks: Int
    }

    private struct Team: Encodable {
        let heardSeconds: Double
        let calls: Int
        let listeners: [ListenerID]
        let sites: [String]
    }

    private struct Waiting: Encodable {
        let draw: DrawID
        let calls: Int
        /// How long hearing them takes, with the workspace's speed and skipping.
        let expectedSeconds: Double?
    }

    private let week: String
    private let from: Date
    private let until: Date
    private let mine: Mine
    private let team: Team
    /// Calls that wait to be heard; absent where none do.
    private let waiting: Waiting?

    init(_ facts: WeekFacts, listener: ListenerID) {
        week = facts.week.label
        from = facts.week.start
        until = facts.week.end
        mine = Mine(
            listener: listener, heardSeconds: facts.hour.weeks.first?.seconds ?? 0,
            streakWeeks: facts.hour.streak)
        team = Team(
            heardSeconds: facts.totals.heardSeconds, calls: facts.totals.calls,
            listeners: facts.totals.listeners, sites: facts.totals.sites)
        waiting = facts.waiting.map {
            Waiting(draw: $0.draw, calls: $0.count, expectedSeconds: $0.seconds)
        }
    }
}
