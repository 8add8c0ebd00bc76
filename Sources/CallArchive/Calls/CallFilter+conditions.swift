import CallModel
import GRDB

/// Conditions that all must hold, with the values that stand for their question marks.
struct Conditions {
    private var clauses: [String] = []
    private(set) var arguments = StatementArguments()

    mutating func add(_ clause: String, _ values: StatementArguments = StatementArguments()) {
        clauses.append(clause)
        arguments += values
    }

    /// A condition only where there is a value for its one question mark.
    mutating func add(_ clause: String, ifAny value: (any DatabaseValueConvertible)?) {
        if let value { add(clause, [value]) }
    }

    /// Only calls of a scope.
    mutating func add(_ scope: Scope) {
        add("site = ?", ifAny: scope.site)
        add("queue = ?", ifAny: scope.queue)
        add("direction = ?", ifAny: scope.direction?.rawValue)
    }

    /// `WHERE …`, or nothing where there are no conditions.
    var sql: String {
        clauses.isEmpty ? "" : "WHERE " + clauses.map { "(\($0))" }.joined(separator: " AND ")
    }
}

extension CallFilter {
    /// The filter as conditions on the table `call`, left-joined with `profile`.
    ///
    /// Where it asks for what was said, calls that `reader` is to hear fresh are left out: to be found
    /// would tell.
    func conditions(readBy reader: ListenerID? = nil, _ db: Database) throws -> Conditions {
        var conditions = Conditions()
        conditions.add("startedAt >= ?", ifAny: from.map(StoredTime.milliseconds))
        conditions.add("startedAt < ?", ifAny: until.map(StoredTime.milliseconds))
        conditions.add("site = ?", ifAny: site)
        conditions.add("queue = ?", ifAny: queue)
        conditions.add("agent = ?", ifAny: agent)
        conditions.add("caller = ?", ifAny: caller)
        conditions.add("externalID = ?", ifAny: externalID)
        conditions.add("direction = ?", ifAny: direction?.rawValue)
        conditions.add("recordingState = ?", ifAny: recordingState?.rawValue)
        conditions.add("profile.holdSeconds > ?", ifAny: holdOverSeconds)
        if let completenessUnder {
            // The second half says nothing new, and tells SQLite that its index of the few holds them.
            conditions.add(
                "completeness < ? AND completeness < 1", [min(completenessUnder, 1)])
        }
        if reason != nil || painPoint != nil {
            let taxonomy = try StoredTaxonomy.newest(db)?.taxonomy
            if let reason {
                try conditions.addKeys(
                    reason, of: "reason", mergers: taxonomy?.currentReasonKeys ?? [:])
            }
            if let painPoint {
                try conditions.addKeys(
                    painPoint, of: "painPoint", mergers: taxonomy?.currentPainPointKeys ?? [:])
            }
        }
        if let heard {
            // What was heard was opened, and of those there is an index.
            let some = """
                (wasOpened = 1 AND EXISTS (SELECT 1 FROM sessionCall
                    WHERE sessionCall.call = call.number AND isHeard = 1))
                """
            conditions.add(heard ? some : "NOT \(some)")
        }
        // The first half says nothing new, and tells SQLite that its index of those holds them.
        conditions.add("holds IS NOT NULL AND holdCount >= ?", ifAny: loggedHolds)
        try addFrames(to: &conditions)
        if let skipped {
            let some = """
                (wasOpened = 1 AND EXISTS (SELECT 1 FROM sessionCall
                    WHERE sessionCall.call = call.number AND sessionCall.draw IS NOT NULL
                    AND progress = 'skipped'))
                """
            conditions.add(skipped ? some : "NOT \(some)")
        }
        if let text { try conditions.addWords(text) }
        if let reader, reason != nil || painPoint != nil || text != nil {
            conditions.add(
                "NOT (\(KeptFresh.condition(on: "call.number")))", [reader.rawValue])
        }
        return conditions
    }
}

extension CallFilter {
    /// Calls that lay in frames of draws, and were picked from them or not.
    private func addFrames(to conditions: inout Conditions) throws {
        var entries = Conditions()
        if !frames.isEmpty {
            entries.add(
                """
                drawEntry.draw IN (SELECT number FROM draw JOIN json_each(?) ON draw.id = value)
                """,
                [try StoredJSON.text(frames.map(\.rawValue), of: "frames")])
        }
        entries.add(
            """
            (drawEntry.draw, drawEntry.stratum) IN
                (SELECT draw, position FROM drawStratum WHERE name = ?)
            """, ifAny: group)
        var picks = entries
        picks.add("drawEntry.position IS NOT NULL")
        // What a draw picked is few, and gathered by its index; else each call is asked.
        let isOfFew = picked == true && !frames.isEmpty
        if isOfFew {
            conditions.add(
                """
                call.number IN (SELECT drawEntry.call FROM drawEntry INDEXED BY drawEntryPicked
                    \(picks.sql))
                """, picks.arguments)
        } else if let picked {
            picks.add("drawEntry.call = call.number")
            conditions.add(
                "\(picked ? "" : "NOT ")EXISTS (SELECT 1 FROM drawEntry \(picks.sql))",
                picks.arguments)
        }
        guard picked != true, !frames.isEmpty || group != nil else { return }
        entries.add("drawEntry.call = call.number")
        conditions.add("EXISTS (SELECT 1 FROM drawEntry \(entries.sql))", entries.arguments)
    }
}

extension Conditions {
    /// Calls with an annotation of one key or of a key merged into it.
    fileprivate mutating func addKeys(
        _ key: String, of kind: String, mergers: [String: String]
    ) throws {
        let current = mergers[key] ?? key
        let keys = Set(mergers.filter { $0.value == current }.keys).union([key, current])
        add(
            """
            call.number IN (SELECT annotation.call FROM json_each(?)
                JOIN annotation ON annotation.key = value WHERE kind = ?)
            """,
            [try StoredJSON.text(keys.sorted(), of: "keys"), kind])
    }

    /// Calls in whose notes words stand. Words are quoted for the index, so that nothing a person
    /// types is read as its query language; text without any word finds nothing.
    fileprivate mutating func addWords(_ text: String) throws {
        guard let pattern = FTS5Pattern(matchingAllPrefixesIn: text) else {
            add("0")
            return
        }
        add(
            """
            call.number IN (SELECT annotation.call FROM annotationSearch
                JOIN annotation ON annotation.number = annotationSearch.rowid
                WHERE annotationSearch MATCH ?)
            """,
            [pattern])
    }

    /// Annotations in which words stand, as above.
    mutating func addWordsOfAnnotation(_ text: String) throws {
        guard let pattern = FTS5Pattern(matchingAllPrefixesIn: text) else {
            add("0")
            return
        }
        add(
            """
            annotation.number IN (SELECT rowid FROM annotationSearch
                WHERE annotationSearch MATCH ?)
            """,
            [pattern])
    }
}
