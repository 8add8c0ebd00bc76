import CallModel
import GRDB

/// A sitting, as far as a tally needs it.
struct TallySession {
    let listener: ListenerID
    /// The listener alone: made once, for most calls have no other.
    let listeners: [ListenerID]
    let startedAt: Int64
}

/// The sittings that a tally comes by, each looked up once.
final class TallySessions {
    private let db: Database
    private var known: [Int64: TallySession?] = [:]

    init(_ db: Database) {
        self.db = db
    }

    /// The sitting of a number; nil where there is none.
    subscript(number: Int64) -> TallySession? {
        get throws {
            if let known = known[number] { return known }
            let session = try db.row(
                cached: "SELECT listener, startedAt FROM session WHERE number = ?",
                arguments: [number]
            ).map { row in
                let listener = ListenerID(row[0])
                return TallySession(
                    listener: listener, listeners: [listener], startedAt: row[1])
            }
            known[number] = session
            return session
        }
    }
}
