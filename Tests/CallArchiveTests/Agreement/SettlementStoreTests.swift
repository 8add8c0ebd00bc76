import CallModel
import Foundation
import GRDB
import Testing

@testable import CallArchive

@Suite("What was settled of a call is kept as events")
struct SettlementStoreTests {
    private let archive: Archive
    private let call = CallID("C0")

    init() async throws {
        archive = try Archive.inMemory()
        _ = try await archive.importRecords([Sample.row("C0", hours: 1)], at: Sample.now)
    }

    private func act(_ kind: Settlement.Act.Kind, because: String = "") -> Settlement.Act {
        Settlement.Act(by: ListenerID("ana"), at: Sample.now, kind: kind, because: because)
    }

    @Test("acts come back as they were, in order; the last one stands, and none is changed")
    func stored() async throws {
        #expect(try await archive.settlement(of: call) == nil)
        let labels = Settlement.Labels(reason: "billing", painPoints: ["hold": 4])
        let acts = [act(.settled(labels), because: "they wait"), act(.reopened)]
        for (number, act) in acts.enumerated() {
            try await archive.settle(call, act, after: number)
            if number == 0 { #expect(try await archive.settledLabels() == [call: labels]) }
        }
        let settlement = try #require(try await archive.settlement(of: call))
        #expect(settlement.acts == acts && settlement.labels == nil)
        #expect(try await archive.settledLabels().isEmpty)
        for sql in ["UPDATE settlementEvent SET at = 0", "DELETE FROM settlementEvent"] {
            await #expect(throws: ArchiveError.self) {
                try await archive.write("testing") { try $0.execute(sql: sql) }
            }
        }
    }

    @Test("an act that another overtook is refused, and so is one on a call that there is not")
    func refused() async throws {
        try await archive.settle(call, act(.settled(Settlement.Labels())), after: 0)
        await #expect(throws: ArchiveError.self) {
            try await archive.settle(call, act(.reopened), after: 0)
        }
        await #expect(throws: ArchiveError.unknownCall(CallID("C9"))) {
            try await archive.settle(CallID("C9"), act(.reopened), after: 0)
        }
    }

    @Test("merged words are settled under the one that took their place, the worse severity holds")
    func merged() async throws {
        let taxonomy = Taxonomy(
            version: 1, reasons: [],
            painPoints: [
                PainPoint(key: "wait", label: "Wait", description: ""),
                PainPoint(key: "hold", label: "Hold", description: "", mergedInto: "wait"),
            ])
        try await archive.adopt(taxonomy, yaml: "", by: ListenerID("ana"), at: Sample.now)
        try await archive.settle(
            call, act(.settled(.init(painPoints: ["wait": 2, "hold": 5]))), after: 0)
        #expect(try await archive.settledLabels()[call]?.painPoints == ["wait": 5])
    }
}
