@testable import CallArchive
import CallModel
import GRDB
import Testing

@Suite("How a page of calls is found")
struct ListingPlanTests {
    private let archive: Archive

    init() throws { archive = try Archive.inMemory() }

    /// What SQLite says it would do for a page in the middle of a list.
    private func plan(_ filter: CallFilter, _ order: CallOrder) async throws -> [String] {
        try await archive.inspect { db in
            let request = CallListing.pageRequest(
                try filter.conditions(db), order: order,
                after: CallCursor(value: 1_000, number: 500), limit: 51)
            return try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN " + request.sql, arguments: request.arguments
            ).map { $0["detail"] }
        }
    }

    @Test(
        "any order is walked along an index, from the place where the page begins",
        arguments: CallOrder.allCases)
    func orders(order: CallOrder) async throws {
        let plan = try await plan(CallFilter(), order)
        let first = try #require(plan.first)
        #expect(first.hasPrefix("SEARCH \(order == .mostHoldFirst ? "profile" : "call") USING"))
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
        #expect(!plan.contains("USE TEMP B-TREE FOR ORDER BY"), "\(plan)")
    }

    @Test(
        "a filter by one value goes straight to its calls",
        arguments: [
            (CallFilter(queue: "Billing"), "callByQueue"),
            (CallFilter(site: "North"), "callBySite"),
            (CallFilter(agent: "A-1"), "callByAgent"), (CallFilter(caller: "c-1"), "callByCaller"),
            (CallFilter(recordingState: .undecodable), "callByState"),
            (CallFilter(completenessUnder: 0.5), "callIncomplete"),
            (CallFilter(heard: true), "callOpenedByStart"),
        ])
    func filters(filter: CallFilter, index: String) async throws {
        let plan = try await plan(filter, .newestFirst)
        #expect(plan.first?.contains(index) == true, "\(plan)")
    }

    @Test("what a draw picked and what records tell of is gathered by an index")
    func draws() async throws {
        var filter = CallFilter()
        filter.loggedHolds = 1
        #expect(try await plan(filter, .newestFirst).first?.contains("callHolds") == true)
        filter = CallFilter()
        filter.picked = true
        #expect(try await plan(filter, .newestFirst).contains { $0.contains("drawEntryByCall") })
        filter.frames = [DrawID("weekly")]
        let picks = try await plan(filter, .newestFirst)
        #expect(picks.contains { $0.contains("drawEntryPicked (draw=?") }, "\(picks)")
        for picked in [nil, false] {
            filter.picked = picked
            let plan = try await plan(filter, .newestFirst)
            #expect(!plan.contains { $0.hasPrefix("SCAN drawEntry") }, "\(plan)")
        }
    }
}
