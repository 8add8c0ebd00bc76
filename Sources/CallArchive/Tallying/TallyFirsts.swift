import CallModel
import Foundation
import GRDB

/// What was heard before: whether a pain point is new is asked of all history, one look each.
struct TallyFirsts {
    private let scope: Scope
    private let db: Database

    init(scope: Scope, _ db: Database) {
        self.scope = scope
        self.db = db
    }

    /// When the first call of the scope began that anybody listened to.
    func listeningSince() throws -> Date? {
        var conditions = Conditions()
        conditions.add("wasOpened = 1 AND startedAt IS NOT NULL")
        conditions.add(scope)
        return try Int64.fetchOne(
            db,
            sql: """
                SELECT startedAt FROM \(TallyCalls.opened) \(conditions.sql)
                ORDER BY startedAt LIMIT 1
                """,
            arguments: conditions.arguments
        ).map(StoredTime.date)
    }

    /// The pain points, of some, that were marked earlier than an instant in a call that a draw had
    /// picked and a sitting heard for it.
    func heard(
        of keys: Set<String>, before instant: Date, _ taxonomy: Taxonomy
    ) throws -> Set<String> {
        guard let since = try listeningSince(), since < instant else { return [] }
        let current = taxonomy.currentPainPointKeys
        var written: [String: [String]] = [:]
        for (key, current) in current { written[current, default: []].append(key) }
        return try keys.filter { key in
            try (written[key] ?? [key]).contains { try wasHeard($0, before: instant) }
        }
    }

    private func wasHeard(_ key: String, before instant: Date) throws -> Bool {
        var conditions = Conditions()
        conditions.add("key = ? AND kind = 'painPoint'", [key])
        conditions.add("startedAt < ?", [StoredTime.milliseconds(instant)])
        conditions.add("isHeard = 1 AND drawEntry.position IS NOT NULL")
        conditions.add(scope)
        return try db.value(
            cached: """
                SELECT EXISTS (
                    SELECT 1 FROM annotation INDEXED BY annotationByKey
                    CROSS JOIN call ON call.number = annotation.call
                    CROSS JOIN sessionCall ON sessionCall.session = annotation.session
                        AND sessionCall.call = annotation.call
                    CROSS JOIN drawEntry ON drawEntry.draw = sessionCall.draw
                        AND drawEntry.call = annotation.call
                    \(conditions.sql)
                )
                """, arguments: conditions.arguments) ?? false
    }
}
