import CallModel
import GRDB

/// A sitting, as far as a tally needs it.
struct TallySession {
    let listener: ListenerID
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
            ).map { TallySession(listener: ListenerID($0[0]), startedAt: $0[1]) }
            known[number] = session
            return session
        }
    }
}
