import CallModel
import Foundation
import Testing

@testable import CallArchive

/// What a tally lists comes by the bytes of the calls' ids, whatever the order in which they began, were
/// heard and were spoken of.
extension TallyTests {
    @Test("calls that began against the order of their ids keep their own marks and reasons")
    func order() async throws {
        let ids = ["Z3", "Z2", "Z1"]
        _ = try await archive.importRecords(
            ids.enumerated().map {
                Sample.row(
                    $1, hours: 20 + Double($0), site: "North", queue: "even", agent: "a",
                    caller: "c")
            }, at: Sample.now)
        var zoe = Sitting("s1", by: "zoe")
        for (place, call) in ids.enumerated() {
            zoe.open(call)
            zoe.say(.reason(key: "reason \(call)"), on: call)
            zoe.say(.painPoint(key: "waits", severity: 1 + place), on: call, 2000, 3000)
            zoe.say(.painPoint(key: "calls", severity: 5), on: call)
            zoe.finish(call)
        }
        try await zoe.save(in: archive)
        var ana = Sitting("s2", by: "ana")
        ana.open("Z2")
        ana.say(.painPoint(key: "waits", severity: 2), on: "Z2", 4000, 5000)
        ana.say(.painPoint(key: "waits", severity: 4), on: "Z2", 1000, 2000)
        ana.finish("Z2")
        try await ana.save(in: archive)

        let tally = try await tally()
        #expect(tally.calls.map(\.id.rawValue) == ["Z1", "Z2", "Z3"])
        #expect(tally.reasons.map(\.reason) == ["reason Z1", "reason Z2", "reason Z3"])
        #expect(tally.reasons.map(\.call) == [0, 1, 2])
        #expect(tally.marks.map(\.call) == [0, 0, 1, 1, 1, 1, 2, 2])
        #expect(
            tally.marks.map(\.painPoint) == [
                "calls", "waits", "calls", "waits", "waits", "waits", "calls", "waits",
            ])
        // Of one pain point by listener, then by time.
        #expect(tally.marks.map(\.listener.rawValue)[3...5] == ["ana", "ana", "zoe"])
        #expect(tally.marks.map(\.severity) == [5, 3, 5, 4, 2, 2, 5, 1])
    }
}
