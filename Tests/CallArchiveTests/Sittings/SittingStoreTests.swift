import CallModel
import Foundation
import GRDB
import Testing

@testable import CallArchive

@Suite("Storing sittings")
struct SittingStoreTests {
    private let archive: Archive

    init() async throws {
        archive = try Archive.inMemory()
        _ = try await archive.importRecords(
            ["C1", "C2", "C3"].map { Sample.row($0) }, at: Sample.now)
        try await archive.save(Sample.draw("d1", picks: ["C2"], of: ["C1", "C2", "C3"]))
    }

    /// A sitting with something of everything in it.
    private func full() -> Sitting {
        var sitting = Sitting("s1", purpose: .listeningHour)
        sitting.session.predictions = [
            Prediction(reason: "billing", share: 0.4), Prediction(reason: "moving", share: 0.1),
        ]
        sitting.note(.predicted(sitting.session.predictions))
        sitting.session.predictionsSealed = true
        sitting.note(.predictionsSealed)
        sitting.open("C2", for: "d1")
        sitting.hear("C2", 0, 5000)
        sitting.hear("C2", 9000, 12_000)
        sitting.say(.reason(key: "billing"), on: "C2")
        sitting.say(.painPoint(key: "hold", severity: 5), on: "C2", 1000, 4000, side: .customer)
        sitting.say(.note(text: "she had called three times"), on: "C2", 2000, 3000)
        sitting.say(.kudos(text: "patient"), on: "C2", side: .agent)
        sitting.finish("C2")
        sitting.open("C1")
        sitting.hear("C1", 0, 1500)
        sitting.say(.idea(text: "tell the wait"), on: "C1")
        sitting.say(.flag(text: "again"), on: "C1")
        sitting.skip("C1", "wrong number")
        sitting.session.endedAt = Sample.now.addingTimeInterval(3600)
        sitting.note(.ended)
        return sitting
    }

    @Test("the state comes back as it was given, and the events in order")
    func roundTrip() async throws {
        var sitting = full()
        try await sitting.save(in: archive)
        #expect(try await archive.session(SessionID("s1")) == sitting.session)
        #expect(try await archive.events(of: SessionID("s1")) == sitting.events)
        #expect(try await archive.projectionDifferences(from: sitting.session).isEmpty)
        #expect(try await archive.integrityReport().problems.isEmpty)
    }

    @Test("the state is the same whether events come one by one or all at once")
    func oneByOne() async throws {
        let whole = full()
        var step = Sitting("s1", purpose: .listeningHour)
        step.session = whole.session
        for (count, event) in whole.events.enumerated() {
            // The state of an earlier moment is what the calls were then: here the touched one only.
            let receipt = try await archive.append(
                [event], session: whole.session, expecting: count)
            #expect(receipt == AppendReceipt(sequence: count + 1, appended: 1))
        }
        #expect(try await archive.session(SessionID("s1")) == whole.session)
    }

    @Test("a retry is harmless, also after other events and together with new ones")
    func retry() async throws {
        var sitting = full()
        let early = sitting
        try await sitting.save(in: archive)
        let count = sitting.events.count
        let again = try await archive.append(
            early.events, session: early.session, expecting: 0)
        #expect(again == AppendReceipt(sequence: count, appended: 0))
        var late = sitting.events[3]
        late.at = late.at.addingTimeInterval(60)
        let one = try await archive.append([late], session: early.session, expecting: 3)
        #expect(one == AppendReceipt(sequence: count, appended: 0))

        sitting.open("C3")
        let both = try await archive.append(
            Array(sitting.events.suffix(3)), session: sitting.session, expecting: count - 2)
        #expect(both == AppendReceipt(sequence: count + 1, appended: 1))
        sitting.finish("C3")
        let old = try await archive.append(
            [sitting.events[0], sitting.events.last!], session: sitting.session,
            expecting: count + 1)
        #expect(old == AppendReceipt(sequence: count + 2, appended: 1))
        #expect(try await archive.session(SessionID("s1")) == sitting.session)
        #expect(try await archive.events(of: SessionID("s1")).count == count + 2)
    }

    @Test("events decided on an older state are refused and nothing of them is stored")
    func stale() async throws {
        var sitting = full()
        var other = sitting
        try await sitting.save(in: archive)
        let count = sitting.events.count
        other.open("C3")
        await #expect(
            throws: ArchiveError.stale(
                session: SessionID("s1"), expected: count - 1, found: count)
        ) {
            try await archive.append(
                [other.events.last!], session: other.session, expecting: count - 1)
        }
        await #expect(throws: ArchiveError.self) {
            try await archive.append(
                [other.events.last!], session: other.session, expecting: count + 1)
        }
        #expect(try await archive.session(SessionID("s1")) == sitting.session)
        #expect(try await archive.events(of: SessionID("s1")).count == count)
    }

    @Test("an event id is never used for two things")
    func reused() async throws {
        var sitting = full()
        try await sitting.save(in: archive)
        var event = sitting.events[4]
        event.body = .finished(call: CallID("C2"))
        await #expect(throws: ArchiveError.eventReused(event.id)) {
            try await archive.append([event], session: sitting.session, expecting: 4)
        }
        var stolen = Sitting("s2")
        stolen.note(.ended)
        var events = stolen.events
        events[1].id = sitting.events[1].id
        await #expect(throws: ArchiveError.eventReused(events[1].id)) {
            try await archive.append(events, session: stolen.session, expecting: 0)
        }
        #expect(try await archive.session(SessionID("s2")) == nil)
    }

    @Test("unknown calls and draws are refused, and so are events of another sitting")
    func unknown() async throws {
        var sitting = Sitting("s1")
        sitting.open("nobody")
        await #expect(throws: ArchiveError.unknownCall(CallID("nobody"))) {
            try await sitting.save(in: archive)
        }
        var drawn = Sitting("s1")
        drawn.open("C1", for: "d9")
        await #expect(throws: ArchiveError.unknownDraw(DrawID("d9"))) {
            try await drawn.save(in: archive)
        }
        await #expect(throws: ArchiveError.self) {
            try await archive.append(
                Sitting("s2").events, session: Sitting("s1").session, expecting: 0)
        }
        #expect(try await archive.sessions().isEmpty)
    }

    @Test("taking back, undoing and doing again reach the stored state")
    func undo() async throws {
        var sitting = full()
        try await sitting.save(in: archive)
        let said = sitting.session.calls[0].annotations
        let saying = sitting.events.first {
            if case .annotated(let annotation) = $0.body {
                annotation.id == said[1].id
            } else {
                false
            }
        }!
        sitting.remove(said[1].id, on: "C2")
        try await sitting.save(in: archive)
        #expect(try await archive.session(SessionID("s1")) == sitting.session)
        let removal = sitting.events.last!
        sitting.edit("C2") { $0.annotations = said }
        sitting.note(.undone(removal.id))
        try await sitting.save(in: archive)
        #expect(try await archive.session(SessionID("s1")) == sitting.session)
        sitting.edit("C2") { $0.annotations.remove(at: 1) }
        sitting.note(.undone(saying.id))
        try await sitting.save(in: archive)
        sitting.edit("C2") { $0.annotations = said }
        sitting.note(.redone(saying.id))
        try await sitting.save(in: archive)
        #expect(try await archive.session(SessionID("s1")) == sitting.session)
        let history = try await archive.callDetails(CallID("C2")).history
        #expect(history.suffix(4).map(\.id) == sitting.events.suffix(4).map(\.id))
    }

    @Test("a state that differs from the events is found, and a replay puts it right")
    func rebuild() async throws {
        var sitting = full()
        try await sitting.save(in: archive)
        try await archive.write("testing") {
            try $0.execute(sql: "UPDATE annotation SET severity = 1 WHERE kind = 'painPoint'")
            try $0.execute(sql: "DELETE FROM sessionCall WHERE position = 1")
            try $0.execute(sql: "UPDATE session SET endedAt = NULL")
        }
        let differences = try await archive.projectionDifferences(from: sitting.session)
        #expect(differences.count == 2)
        try await archive.replaceProjections(of: [sitting.session])
        #expect(try await archive.projectionDifferences(from: sitting.session).isEmpty)
        #expect(try await archive.session(SessionID("s1")) == sitting.session)
        #expect(try await archive.events(of: SessionID("s1")).count == sitting.events.count)
        sitting.edit("C2") { $0.annotations.swapAt(0, 2) }
        try await archive.replaceProjections(of: [sitting.session])
        #expect(try await archive.session(SessionID("s1")) == sitting.session)
        await #expect(throws: ArchiveError.unknownSession(SessionID("s9"))) {
            try await archive.replaceProjections(of: [Sitting("s9").session])
        }
    }

    @Test("sittings and ideas are listed with what came of them, the newest first")
    func lists() async throws {
        var sitting = full()
        try await sitting.save(in: archive)
        var later = Sitting("s2", by: "bo", startedAt: Sample.now.addingTimeInterval(86_400))
        try await later.save(in: archive)
        let list = try await archive.sessions()
        #expect(list.map(\.id.rawValue) == ["s2", "s1"])
        let summary = list[1]
        #expect(summary.heardSeconds == 9.5)
        #expect(summary.callCount == 2)
        #expect(summary.finishedCount == 1)
        #expect(summary.skippedCount == 1)
        #expect(summary.tagCount == 2)
        #expect(summary.ideaCount == 1)
        #expect(summary.eventCount == sitting.events.count)
        #expect(summary.endedAt == sitting.session.endedAt)
        #expect(
            try await archive.sessions(SessionFilter(isOpen: true)).map(\.id.rawValue) == ["s2"])
        #expect(
            try await archive.sessions(SessionFilter(listener: ListenerID("ana")))
                .map(\.id.rawValue) == ["s1"])
        let ideas = try await archive.ideas()
        #expect(ideas.map(\.annotation.content) == [.idea(text: "tell the wait")])
        #expect(ideas.map(\.annotation.call) == [CallID("C1")])
        #expect(try await archive.ideas(from: Sample.now.addingTimeInterval(1)).isEmpty)
    }

    @Test("several sittings are stored together or not at all")
    func batch() async throws {
        let good = Sitting("s1")
        var bad = Sitting("s2")
        bad.open("nobody")
        await #expect(throws: ArchiveError.self) {
            try await archive.append(
                [good, bad].map {
                    SessionAppend(events: $0.events, session: $0.session, expecting: 0)
                })
        }
        #expect(try await archive.sessions().isEmpty)
    }
}
