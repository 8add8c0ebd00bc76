import CallModel
import GRDB

/// What the call log says of a period and scope, heard or not.
struct TallyPopulation {
    var count: Int { places.reduce(0) { $0 + $1.calls } }
    let unhearable: Tally.Unhearable
    let loggedDays: Tally.LoggedDays
    let holds: LoggedHolds
    /// The calls of every queue of every site, in order.
    private let places: [(place: Place, calls: Int)]

    /// What calls have in common that are counted together.
    private struct Kind: Hashable {
        static let decoded = RecordingState.decoded.rawValue

        var place: Place
        var state: String
    }

    private struct Place: Hashable, Comparable {
        var site: String?
        var queue: String?

        /// By site and queue; what is not known comes first.
        static func < (left: Place, right: Place) -> Bool {
            left.site == right.site
                ? precedes(left.queue, right.queue) : precedes(left.site, right.site)
        }

        private static func precedes(_ left: String?, _ right: String?) -> Bool {
            guard let right else { return false }
            return left.map { $0 < right } ?? true
        }
    }

    /// Looks at all calls of the period, of which some were `heard`.
    ///
    /// They are counted here: the database would sort them all, which takes longer than reading them.
    init(period: TallyPeriod, scope: Scope, heard: TallyCalls, _ db: Database) throws {
        var conditions = Conditions()
        conditions.add("startedAt >= ? AND startedAt < ?", [period.start, period.end])
        conditions.add(scope)
        var kinds: [Kind: Int] = [:]
        var unhearable = Tally.Unhearable()
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT site, queue, recordingState, missingSeconds
                FROM call INDEXED BY callByStart \(conditions.sql)
                """,
            arguments: conditions.arguments)
        while let row = try rows.next() {
            let kind = Kind(place: Place(site: row[0], queue: row[1]), state: row[2])
            kinds[kind, default: 0] += 1
            if let missing = row[3] as Double?, missing > 0, kind.state == Kind.decoded {
                unhearable.incomplete += 1
                unhearable.missingSeconds += missing
            }
        }
        var places: [Place: Int] = [:]
        for (kind, calls) in kinds {
            places[kind.place, default: 0] += calls
            switch RecordingState(rawValue: kind.state) {
            case .some(.none): unhearable.withoutRecording += calls
            case .undecodable: unhearable.undecodable += calls
            case .retired: unhearable.retired += calls
            case .decoded, nil: break
            }
        }
        // Those that somebody heard before their recording was deleted were hearable.
        unhearable.retired -= heard.calls.count { $0.inScope && $0.isRetired }
        self.unhearable = unhearable
        self.places = places.map { (place: $0.key, calls: $0.value) }
            .sorted { $0.place < $1.place }
        loggedDays = try Self.loggedDays(in: period, scope: scope, db)
        holds = try Self.holds(conditions, from: period.start, db)
    }

    /// What call records say of holds, by the day.
    private static func holds(
        _ conditions: Conditions, from start: Int64, _ db: Database
    ) throws -> LoggedHolds {
        var conditions = conditions
        conditions.add("holds IS NOT NULL")
        let days = try Row.fetchAll(
            db,
            sql: """
                SELECT (startedAt - \(start)) / 86400000 AS day, count(*) AS calls,
                    sum(holdCount > 0) AS callsHeld, sum(holdCount) AS holds
                FROM call INDEXED BY callHolds \(conditions.sql) GROUP BY day ORDER BY day
                """,
            arguments: conditions.arguments
        ).map {
            LoggedHolds.Day(calls: $0["calls"], callsHeld: $0["callsHeld"], holds: $0["holds"])
        }
        return LoggedHolds(days: days)
    }

    /// On which days of a period calls began. A day is 24 hours from the period's start on: for a gap
    /// of days that is close enough.
    private static func loggedDays(
        in period: TallyPeriod, scope: Scope, _ db: Database
    ) throws -> Tally.LoggedDays {
        let day: Int64 = 86_400_000
        var conditions = Conditions()
        conditions.add("startedAt >= ? AND startedAt < ?")
        conditions.add(scope)
        let statement = try db.cachedStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM call INDEXED BY callByStart \(conditions.sql))
                """)
        let length = Int((period.end - period.start + day - 1) / day)
        let days = try (0..<length).filter { index in
            let start = period.start + Int64(index) * day
            let bounds: StatementArguments = [start, min(start + day, period.end)]
            return try Bool.fetchOne(statement, arguments: bounds + conditions.arguments) ?? false
        }
        let edges = [-1] + days + [length]
        let silences = zip(edges, edges.dropFirst()).map { $1 - $0 - 1 }
        return Tally.LoggedDays(
            days: length, daysWithCalls: days.count, longestSilence: silences.max() ?? length)
    }

    /// Every queue of every site: how many calls, and how many of them counted. `calls` are those of
    /// `heard`, in the same order.
    func corners(heard: TallyCalls, calls: [Tally.HeardCall]) -> [Tally.Corner] {
        var counted: [Place: Int] = [:]
        for (found, call) in zip(heard.calls, calls)
        where call.inScope && call.inclusionProbability != nil {
            counted[Place(site: found.site, queue: found.queue), default: 0] += 1
        }
        return places.map { place, calls in
            Tally.Corner(
                site: place.site, queue: place.queue, population: calls,
                counted: counted[place] ?? 0)
        }
    }
}
