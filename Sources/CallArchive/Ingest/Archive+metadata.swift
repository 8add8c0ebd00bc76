public import Foundation
import CallModel
import GRDB

extension Archive {
    /// Takes in rows of a call log, in one transaction: calls without audio are calls too.
    ///
    /// Which call a row is about: the one whose recording it names, else the one with its external
    /// id, else a new one. Where a row says which channel is whose, against a stored recording of one
    /// file that nobody set by hand, the sides of recording and profile are exchanged here; holds
    /// that a row brings change no stored profile. A row that says its recording was deleted makes a
    /// call without sound ``RecordingState/retired``. A row that cannot be stored is refused with a sentence and the others are
    /// taken; the outcomes stand in the order of the rows.
    public func importRecords(
        _ rows: [MetadataRow], at: Date
    ) async throws -> [MetadataOutcome] {
        try await write("storing call records") { db in
            try rows.map { try MetadataWriter.save($0, at: at, db) }
        }
    }
}

/// Stores one row of a call log.
enum MetadataWriter {
    static func save(_ row: MetadataRow, at: Date, _ db: Database) throws -> MetadataOutcome {
        var record = row.record
        if record.externalID?.isEmpty == true { record.externalID = nil }
        if let reason = flaw(of: record) { return .refused(reason: reason) }
        let fileNames = row.fileNames.filter { !$0.isEmpty }
        let found = try CallMatch.call(loggedAs: record.externalID, fileNames: fileNames, db)
        guard let found else {
            guard record.externalID != nil else {
                return .refused(
                    reason: "The row has no call id, and names no recording that is known.")
            }
            let id = try CallMatch.newID(externalID: record.externalID, contentHash: nil, db)
            let call = try CallColumns.insert(id, db)
            let facts = try CallFacts.add([.callRecord: record], to: call, at: at, db)
            _ = try expect(fileNames, for: call, db)
            if row.isRetired { _ = try CallColumns.retire(call, db) }
            try CallColumns.write(facts.record, of: call, db)
            return .created(id)
        }
        guard let id = try StoredCall.id(of: found, db) else {
            return .refused(reason: "The call of the row is gone.")
        }
        let facts = try CallFacts.add([.callRecord: record], to: found, at: at, db)
        let hasNewFiles = try expect(fileNames, for: found, db)
        let isNewlyRetired = try row.isRetired && CallColumns.retire(found, db)
        guard facts.isNew || hasNewFiles || isNewlyRetired else { return .unchanged(id) }
        try CallColumns.write(facts.record, of: found, db)
        if let recording = try StoredRecording.load(found, db) {
            try CallColumns.writeLength(recording, record: facts.record, of: found, db)
            if try SideOrder.wanted(for: recording, of: found, db) != nil {
                try SideOrder.exchange(recording, of: found, db)
            }
        }
        return .updated(id)
    }

    /// Why a record cannot be stored; nil where it can.
    private static func flaw(of record: CallRecord) -> String? {
        if let seconds = record.seconds, !(seconds >= 0 && seconds < 1e9) {
            return "The length of \(seconds) seconds is none that a call can have."
        }
        return nil
    }

    /// Notes which files will be the call's; whether any of them was not known. A name that another
    /// call's row gave first stays that call's.
    private static func expect(
        _ fileNames: [String], for call: Int64, _ db: Database
    ) throws -> Bool {
        var isNew = false
        for (position, path) in fileNames.enumerated() {
            try db.execute(
                cached: """
                    INSERT INTO expectedFile (path, name, call, position) VALUES (?, ?, ?, ?)
                    ON CONFLICT (path) DO NOTHING
                    """,
                arguments: [path, FilePathEnding.name(of: path), call, position])
            isNew = isNew || db.changesCount > 0
        }
        return isNew
    }
}
