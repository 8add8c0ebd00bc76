import GRDB

extension Archive {
    /// Reads in one transaction; what the database refuses becomes an ``ArchiveError``.
    func read<Value: Sendable>(
        _ doing: String, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        do {
            return try await database.read(body)
        } catch let error as DatabaseError {
            throw Self.translated(error, doing: doing)
        }
    }

    /// Writes in one transaction that is on the disk when this returns.
    func write<Value: Sendable>(
        _ doing: String, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        guard !isReadOnly else { throw ArchiveError.readOnly(file: name) }
        do {
            // Counted also where it fails: one change too many costs a look, one too few the truth.
            defer {
                callChanges.count()
                changes.count()
            }
            return try await database.write(body)
        } catch let error as DatabaseError {
            throw Self.translated(error, doing: doing)
        }
    }

    /// Writes what listeners did, together with what else waits to be written; on the disk when this
    /// returns.
    ///
    /// For the small writes of many people at once: each of them is judged alone and undone alone,
    /// and they share the flush of the disk.
    func writeTogether<Value: Sendable>(
        _ doing: String, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        guard !isReadOnly else { throw ArchiveError.readOnly(file: name) }
        do {
            defer { changes.count() }
            return try await groupCommit.write(to: database, body)
        } catch let error as DatabaseError {
            throw Self.translated(error, doing: doing)
        }
    }

    /// Looks at the connection that writes, without a transaction.
    func inspect<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        do {
            return try await database.writeWithoutTransaction(body)
        } catch let error as DatabaseError {
            throw Self.translated(error, doing: "checking the archive")
        }
    }

    /// Runs something that opens or closes a database; its errors become an ``ArchiveError``.
    static func reporting<Value>(_ doing: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw translated(error, doing: doing)
        }
    }

    private static func translated(_ error: DatabaseError, doing: String) -> ArchiveError {
        .database(
            doing: doing,
            reason: "\(error.message ?? "no reason given") "
                + "(SQLite \(error.extendedResultCode.rawValue)).")
    }
}
