import CallModel
import Foundation
import GRDB
import Testing

@testable import CallArchive

@Suite("Opening an archive")
struct ArchiveOpeningTests {
    @Test("an archive is made from nothing, and is sound and durable")
    func fresh() async throws {
        let workspace = try TemporaryWorkspace()
        let archive = try workspace.open()
        let report = try await archive.integrityReport()
        #expect(report.isSound)
        #expect(report.problems.isEmpty)
        #expect(report.journalMode == "wal")
        #expect(report.synchronous == 2)
        #expect(report.busyTimeoutMilliseconds == 5000)
        #expect(report.foreignKeysOn)
        #expect(report.mmapBytes == 0)
        #expect(report.schemaVersion == ArchiveSchema.version)
        #expect(report.counts["call"] == 0)
        #expect(report.databaseBytes > 0)
    }

    @Test("every later commit is durable too, because the writer keeps synchronous at full")
    func durableLater() async throws {
        let workspace = try TemporaryWorkspace()
        let archive = try workspace.open()
        for number in 1...3 {
            _ = try await archive.save([Sample.call(number)], at: Sample.now)
        }
        #expect(try await archive.integrityReport().synchronous == 2)
    }

    @Test("nothing that was said is put into a file outside of the workspace for a while")
    func noTemporaryFiles() async throws {
        @Sendable func inMemory(_ db: Database) throws -> Bool {
            try Int.fetchOne(db, sql: "PRAGMA temp_store") == 2
        }
        let workspace = try TemporaryWorkspace()
        let archive = try workspace.open()
        #expect(try await archive.write("testing", inMemory))
        #expect(try await archive.read("testing", inMemory))
        let reader = try Archive.openReadOnly(in: workspace.annotations)
        #expect(try await reader.read("testing", inMemory))
    }

    @Test("a file of a newer version is refused by name and left as it is")
    func newer() throws {
        let workspace = try TemporaryWorkspace()
        try workspace.open().close()
        let queue = try DatabaseQueue(path: workspace.database.path)
        try queue.write {
            try $0.execute(
                sql: "INSERT INTO grdb_migrations (identifier) VALUES ('Create tomorrow')")
        }
        try queue.close()
        let refusal = ArchiveError.newerSchema(
            file: workspace.database.path, unknown: ["Create tomorrow"])
        #expect(throws: refusal) { try workspace.open() }
        #expect(throws: refusal) { try Archive.openReadOnly(in: workspace.annotations) }
        #expect(refusal.description.contains("Create tomorrow"))
        #expect(refusal.description.contains("Upgrade"))
        // The refused opening has given the workspace back.
        #expect(WorkspaceLock.owner(in: workspace.annotations) == nil)
    }

    @Test("an older file is upgraded by an opening that writes, and refused by one that reads")
    func older() async throws {
        let workspace = try TemporaryWorkspace()
        let queue = try DatabaseQueue(path: workspace.database.path)
        try ArchiveSchema.migrator.migrate(queue, upTo: ArchiveSchema.steps[0].name)
        try queue.close()
        #expect(throws: ArchiveError.needsUpgrade(file: workspace.database.path)) {
            try Archive.openReadOnly(in: workspace.annotations)
        }
        let archive = try workspace.open()
        #expect(try await archive.integrityReport().schemaVersion == ArchiveSchema.version)
    }

    @Test(
        "calls that a file of any older step has are there after the upgrade",
        arguments: ArchiveSchema.steps.indices)
    func olderWithCalls(step: Int) async throws {
        let workspace = try TemporaryWorkspace()
        let queue = try DatabaseQueue(path: workspace.database.path)
        try ArchiveSchema.migrator.migrate(queue, upTo: ArchiveSchema.steps[step].name)
        try await queue.write { db in
            // Several of one day, one of another, and one of an unknown day.
            for (number, day) in [1, 1, 1, 2, nil].enumerated() {
                try db.execute(
                    sql: "INSERT INTO call (id, startedAt) VALUES (?, ?)",
                    arguments: ["c\(number)", day.map { $0 * 86_400_000 + number }])
            }
        }
        try queue.close()
        let archive = try workspace.open()
        #expect(try await archive.countCalls() == 5)
        #expect(try await archive.integrityReport().isSound)
        let days = Period(
            kind: .custom, label: "", start: Date(timeIntervalSince1970: 86_400),
            end: Date(timeIntervalSince1970: 3 * 86_400), timeZone: "UTC")
        #expect(try await archive.tally(period: days).population == 4)
        let before = try await archive.stamps(of: [days])
        _ = try await archive.importRecords([Sample.row("new", hours: 0)], at: Sample.now)
        #expect(try await archive.stamps(of: [days]) == before)
    }

    @Test("reading only needs an archive, writes nothing, and works beside the owner")
    func readOnly() async throws {
        let workspace = try TemporaryWorkspace()
        #expect(throws: ArchiveError.notFound(file: workspace.database.path)) {
            try Archive.openReadOnly(in: workspace.annotations)
        }
        let owner = try workspace.open()
        let reader = try Archive.openReadOnly(in: workspace.annotations)
        _ = try await owner.save([Sample.call(1)], at: Sample.now)
        #expect(try await reader.countCalls() == 1)
        await #expect(throws: ArchiveError.readOnly(file: workspace.database.path)) {
            try await reader.save([Sample.call(2)], at: Sample.now)
        }
        #expect(try await reader.integrityReport().isSound)
    }

    @Test("reading only works after the owner is gone, and leaves the file as it was")
    func readOnlyAlone() async throws {
        let workspace = try TemporaryWorkspace()
        let owner = try workspace.open()
        _ = try await owner.save([Sample.call(1)], at: Sample.now)
        try owner.close()
        let before = try Data(contentsOf: workspace.database)
        let reader = try Archive.openReadOnly(in: workspace.annotations)
        #expect(try await reader.countCalls() == 1)
        try reader.close()
        #expect(try Data(contentsOf: workspace.database) == before)
    }

    @Test("what a crash left in the log is read by a reader that does not own the workspace")
    func readOnlyAfterCrash() async throws {
        let workspace = try TemporaryWorkspace()
        let crashed = try TemporaryWorkspace()
        let owner = try workspace.open()
        _ = try await owner.save([Sample.call(1)], at: Sample.now)
        // What a killed process leaves: the file and its log, without a last checkpoint.
        for ending in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: workspace.database.path + ending, toPath: crashed.database.path + ending)
        }
        let reader = try Archive.openReadOnly(in: crashed.annotations)
        #expect(try await reader.countCalls() == 1)
    }
}
