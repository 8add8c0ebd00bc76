/// How two ways of naming a file agree: a call log names files as another machine saw them
/// (`/var/spool/monitor/2026/a.wav`), the workspace as they lie here (`Recordings/2026/a.wav`).
enum FilePathEnding {
    /// The last component of a path, in which either slash separates.
    static func name(of path: String) -> String {
        components(of: path).last ?? path
    }

    /// How many components two paths share, counted from the end.
    static func sharedComponents(_ left: String, _ right: String) -> Int {
        zip(components(of: left).reversed(), components(of: right).reversed())
            .prefix { $0 == $1 }.count
    }

    /// The one candidate that shares most with a path; nil when none or two do.
    static func best<Candidate>(
        _ candidates: [(path: String, candidate: Candidate)], for path: String
    ) -> Candidate? {
        let scored = candidates.map { (sharedComponents($0.path, path), $0.candidate) }
        guard let most = scored.map(\.0).max(), most > 0 else { return nil }
        let winners = scored.filter { $0.0 == most }
        return winners.count == 1 ? winners[0].1 : nil
    }

    private static func components(of path: String) -> [String] {
        path.split { $0 == "/" || $0 == "\\" }.map(String.init)
    }
}
