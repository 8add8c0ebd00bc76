public import Foundation
import GRDB

extension Archive {
    /// Copies the database, while it is in use, into one file that stands for itself.
    ///
    /// The copy is a snapshot of one instant; it is checked (integrity and references) and on the
    /// disk before it gets its name, so a file of that name is always whole. Throws
    /// ``ArchiveError/backup(file:reason:)`` where a file of that name exists, the folder cannot be
    /// written or the copy is not sound.
    public func backup(to file: URL) async throws -> BackupReceipt {
        func refuse(_ reason: String) -> ArchiveError { .backup(file: file.path, reason: reason) }
        guard !FileManager.default.fileExists(atPath: file.path) else {
            throw refuse("the file exists, and a backup overwrites nothing. Choose another name.")
        }
        let partial = file.deletingLastPathComponent()
            .appending(path: ".\(file.lastPathComponent).\(UUID().uuidString).partial")
        defer {
            for ending in ["", "-wal", "-shm", "-journal"] {
                try? FileManager.default.removeItem(atPath: partial.path + ending)
            }
        }
        do {
            var receipt = try await copy(to: partial)
            try DurableFile.flush(partial.path)
            // A link, unlike a renaming, fails where somebody else took the name meanwhile.
            guard link(partial.path, file.path) == 0 else {
                throw refuse(String(cString: strerror(errno)) + ".")
            }
            try DurableFile.flush(file.deletingLastPathComponent().path)
            receipt.file = file
            return receipt
        } catch let error as DatabaseError {
            throw refuse((error.message ?? "no reason given") + ".")
        } catch let error as CocoaError {
            throw refuse(error.localizedDescription)
        }
    }

    private func copy(to file: URL) async throws -> BackupReceipt {
        let copy = try DatabaseQueue(path: file.path)
        try await database.read { source in
            try copy.writeWithoutTransaction { try source.backup(to: $0) }
        }
        var receipt = try await copy.writeWithoutTransaction { db in
            // The copy says of itself that it has a log beside it; one file alone must stand.
            _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
            let problems = try IntegrityReport.problems(db)
            guard problems.isEmpty else {
                throw ArchiveError.backup(
                    file: file.path,
                    reason: "the copy is not sound (\(problems.joined(separator: "; "))).")
            }
            func count(_ table: String) throws -> Int {
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
            }
            return BackupReceipt(
                file: file, byteCount: 0, calls: try count("call"),
                sessions: try count("session"), events: try count("sessionEvent"))
        }
        try copy.close()
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        receipt.byteCount = (attributes[.size] as? NSNumber)?.intValue ?? 0
        return receipt
    }
}
