import CallModel
import GRDB

/// Annotations as rows.
enum StoredAnnotation {
    static func annotation(_ row: Row, call: CallID) throws -> Annotation {
        let kind: String = row["kind"]
        let key: String = row["key"] ?? ""
        let text: String = row["text"] ?? ""
        let content: Annotation.Content
        switch kind {
        case "reason": content = .reason(key: key)
        case "painPoint": content = .painPoint(key: key, severity: row["severity"] ?? 0)
        case "note": content = .note(text: text)
        case "idea": content = .idea(text: text)
        case "kudos": content = .kudos(text: text)
        case "flag": content = .flag(text: text)
        default:
            throw ArchiveError.database(
                doing: "reading an annotation", reason: "\"\(kind)\" is no kind of annotation.")
        }
        return Annotation(
            id: AnnotationID(row["id"]), call: call, content: content,
            range: row.callTimeRange(), side: try row.known("side"))
    }

    /// Makes the annotations of a call in a sitting what they are given as; rows that are right
    /// already stay untouched.
    static func replace(
        _ annotations: [Annotation], session: Int64, call: Int64, id: CallID, _ db: Database
    ) throws {
        let rows = try db.rows(
            cached: "SELECT * FROM annotation WHERE call = ? AND session = ?",
            arguments: [call, session])
        var stored: [String: (position: Int, annotation: Annotation)] = [:]
        for row in rows {
            stored[row["id"]] = (row["position"], try annotation(row, call: id))
        }
        let kept = Set(annotations.map(\.id.rawValue))
        for gone in stored.keys.sorted() where !kept.contains(gone) {
            try db.execute(
                cached: "DELETE FROM annotation WHERE session = ? AND id = ?",
                arguments: [session, gone])
        }
        for (position, annotation) in annotations.enumerated() {
            if let known = stored[annotation.id.rawValue],
                known.position == position, known.annotation == annotation
            {
                continue
            }
            try write(annotation, at: position, session: session, call: call, db)
        }
    }

    private static func write(
        _ annotation: Annotation, at position: Int, session: Int64, call: Int64, _ db: Database
    ) throws {
        let columns = columns(of: annotation.content)
        try db.execute(
            cached: """
                INSERT INTO annotation (session, call, position, id, kind, key, severity,
                    startMs, endMs, side, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (session, id) DO UPDATE SET call = excluded.call,
                    position = excluded.position, kind = excluded.kind, key = excluded.key,
                    severity = excluded.severity, startMs = excluded.startMs,
                    endMs = excluded.endMs, side = excluded.side, text = excluded.text
                """,
            arguments: [
                session, call, position, annotation.id.rawValue, columns.kind, columns.key,
                columns.severity, annotation.range?.start.milliseconds,
                annotation.range?.end.milliseconds, annotation.side?.rawValue, columns.text,
            ])
    }

    private static func columns(
        of content: Annotation.Content
    ) -> (kind: String, key: String?, severity: Int?, text: String?) {
        switch content {
        case .reason(let key): ("reason", key, nil, nil)
        case .painPoint(let key, let severity): ("painPoint", key, severity, nil)
        case .note(let text): ("note", nil, nil, text)
        case .idea(let text): ("idea", nil, nil, text)
        case .kudos(let text): ("kudos", nil, nil, text)
        case .flag(let text): ("flag", nil, nil, text)
        }
    }
}
