import CallArchive
import CallModel
import Foundation
import GRDB
import Testing

@Suite("Backups")
struct BackupTests {
    @Test("a backup of an archive that is being written is a whole, earlier state of it")
    func live() async throws {
        let workspace = try TemporaryWorkspace()
        let archive = try workspace.open()
        _ = try await archive.save([Sample.call(1)], at: Sample.now)
        let file = workspace.annotations.appending(path: "backup.sqlite")
        // Every write adds two calls together: a torn copy would hold an odd number of them.
        let writing = Task {
            for number in 1...60 {
                _ = try await archive.save(
                    [Sample.call(number * 2), Sample.call(number * 2 + 1)], at: Sample.now)
            }
        }
        while try await archive.countCalls() < 9 { await Task.yield() }
        let receipt = try await archive.backup(to: file)
        try await writing.value
        #expect(receipt.calls >= 9)
        #expect(receipt.calls % 2 == 1)
        #expect(receipt.byteCount > 0)
        #expect(try await archive.countCalls() == 121)

        // The copy is one file that opens as an archive of its own.
        let restored = try TemporaryWorkspace()
        try FileManager.default.copyItem(at: file, to: restored.database)
        let copy = try restored.open()
        #expect(try await copy.countCalls() == receipt.calls)
        #expect(try await copy.integrityReport().isSound)
        let names = try FileManager.default.contentsOfDirectory(atPath: workspace.annotations.path)
        #expect(!names.contains { $0.contains("partial") })
        #expect(!names.contains("backup.sqlite-wal"))
    }

    @Test("a backup overwrites nothing")
    func overwrites() async throws {
        let workspace = try TemporaryWorkspace()
        let archive = try workspace.open()
        let file = workspace.annotations.appending(path: "backup.sqlite")
        try Data("precious".utf8).write(to: file)
        await #expect(throws: ArchiveError.self) { try await archive.backup(to: file) }
        #expect(try Data(contentsOf: file) == Data("precious".utf8))
        await #expect(throws: ArchiveError.self) {
            try await archive.backup(to: file.appending(path: "no/such/folder"))
        }
    }

    @Test("a database with a dangling reference is not backed up as if it were sound")
    func unsound() async throws {
        let workspace = try TemporaryWorkspace()
        try workspace.open().close()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(
            path: workspace.database.path, configuration: configuration)
        try await queue.write {
            try $0.execute(sql: "INSERT INTO callFact VALUES (99, 'fileName', '{}', 0)")
        }
        try queue.close()
        let archive = try workspace.open()
        let report = try await archive.integrityReport()
        #expect(!report.isSound)
        #expect(report.problems.count == 1)
        let file = workspace.annotations.appending(path: "backup.sqlite")
        await #expect(throws: ArchiveError.self) { try await archive.backup(to: file) }
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }
}
