import CallModel
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CallArchive

@Suite("Writes that wait together")
struct GroupCommitTests {
    private let archive: Archive
    private let commits = CommitCounter()

    init() async throws {
        archive = try Archive.inMemory()
        _ = try await archive.importRecords(["C1"].map { Sample.row($0) }, at: Sample.now)
        archive.database.add(transactionObserver: commits)
    }

    /// Appends sittings while the database is busy, so that all of them wait together; gives what
    /// became of each.
    private func appendTogether(_ sittings: [Sitting]) async throws -> [Result<Int, any Error>] {
        let gate = DispatchSemaphore(value: 0)
        archive.database.asyncWriteWithoutTransaction { _ in gate.wait() }
        return await withTaskGroup(of: (Int, Result<Int, any Error>).self) { group in
            for (place, sitting) in sittings.enumerated() {
                group.addTask {
                    do {
                        let receipt = try await archive.append(
                            sitting.events, session: sitting.session, expecting: 0)
                        return (place, .success(receipt.sequence))
                    } catch {
                        return (place, .failure(error))
                    }
                }
            }
            while archive.groupCommit.waitingCount < sittings.count { await Task.yield() }
            gate.signal()
            var results: [Int: Result<Int, any Error>] = [:]
            for await (place, result) in group { results[place] = result }
            return sittings.indices.compactMap { results[$0] }
        }
    }

    private func sitting(_ name: String, on call: String = "C1") -> Sitting {
        var sitting = Sitting(name)
        sitting.open(call)
        return sitting
    }

    @Test("writes that wait together are one transaction")
    func oneTransaction() async throws {
        let results = try await appendTogether((0..<20).map { sitting("s\($0)") })
        #expect(results.count == 20)
        for result in results { #expect(try result.get() == 2) }
        #expect(commits.count == 1)
        #expect(try await archive.sessions().count == 20)
    }

    @Test("a write that is refused does its neighbours no harm and leaves nothing behind")
    func neighbours() async throws {
        let names = ["C1", "nobody", "C1", "C1", "nobody"]
        let results = try await appendTogether(
            names.enumerated().map { sitting("s\($0.offset)", on: $0.element) })
        for (name, result) in zip(names, results) {
            switch result {
            case .success(let sequence):
                #expect(name == "C1")
                #expect(sequence == 2)
            case .failure(let error):
                #expect(name == "nobody")
                #expect(error as? ArchiveError == .unknownCall(CallID("nobody")))
            }
        }
        #expect(Set(try await archive.sessions().map(\.id.rawValue)) == ["s0", "s2", "s3"])
        #expect(try await archive.integrityReport().problems.isEmpty)
        #expect(commits.count == 1)
    }

    @Test("of two writes to one sitting that were decided on the same state one is stale")
    func sameSitting() async throws {
        var first = sitting("s1")
        try await first.save(in: archive)
        var left = first
        var right = first
        left.say(.note(text: "left"), on: "C1")
        right.finish("C1")
        // The second event of each bears the same place in the log, so they need names of their own.
        let gate = DispatchSemaphore(value: 0)
        archive.database.asyncWriteWithoutTransaction { _ in gate.wait() }
        async let one = result(of: left)
        while archive.groupCommit.waitingCount < 1 { await Task.yield() }
        async let two = result(of: right, named: "right")
        while archive.groupCommit.waitingCount < 2 { await Task.yield() }
        gate.signal()
        #expect(try await one.get() == 3)
        let refused = await two
        #expect(throws: ArchiveError.stale(session: SessionID("s1"), expected: 2, found: 3)) {
            try refused.get()
        }
        #expect(try await archive.session(SessionID("s1")) == left.session)
    }

    private func result(
        of sitting: Sitting, named name: String? = nil
    ) async -> Result<Int, any Error> {
        do {
            var event = try #require(sitting.events.last)
            if let name { event.id = EventID(name) }
            return .success(
                try await archive.append([event], session: sitting.session, expecting: 2).sequence)
        } catch {
            return .failure(error)
        }
    }

    @Test("a caller that is cancelled takes nobody's write away")
    func cancelled() async throws {
        let gate = DispatchSemaphore(value: 0)
        archive.database.asyncWriteWithoutTransaction { _ in gate.wait() }
        let archive = archive
        let (kept, dropped) = (sitting("kept"), sitting("dropped"))
        let impatient = Task {
            try await archive.append(dropped.events, session: dropped.session, expecting: 0)
        }
        while archive.groupCommit.waitingCount < 1 { await Task.yield() }
        async let patient = archive.append(kept.events, session: kept.session, expecting: 0)
        while archive.groupCommit.waitingCount < 2 { await Task.yield() }
        impatient.cancel()
        gate.signal()
        #expect(try await patient.sequence == 2)
        #expect(try await impatient.value.sequence == 2)
    }

    @Test("a failure that ends the transaction fails everybody in it")
    func lostTransaction() async throws {
        try await archive.inspect { connection in
            try connection.execute(
                sql: """
                    CREATE TEMP TRIGGER full BEFORE INSERT ON session WHEN NEW.id = 's1'
                    BEGIN SELECT RAISE(ROLLBACK, 'the disk is full'); END
                    """)
        }
        let results = try await appendTogether((0..<3).map { sitting("s\($0)") })
        for result in results {
            #expect(throws: ArchiveError.self) { try result.get() }
        }
        #expect(try await archive.sessions().isEmpty)
    }
}

/// Counts the transactions that were committed.
private final class CommitCounter: TransactionObserver, Sendable {
    private let commits = Mutex(0)

    var count: Int { commits.withLock(\.self) }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseDidCommit(_ db: Database) { commits.withLock { $0 += 1 } }
    func databaseDidRollback(_ db: Database) {}
}
