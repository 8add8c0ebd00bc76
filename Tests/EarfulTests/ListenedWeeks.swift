import Foundation

/// Weeks of a call log, drawn and listened to, as the files that `import` takes: for what only a
/// history can show.
struct ListenedWeeks {
    /// Calls of the log in each week, from Monday on, one after another on each of seven days.
    static let callsOfWeek = 28
    /// Those of them that are drawn and heard.
    static let drawnOfWeek = 14

    var log = "call_id,started_at,direction,queue,site,agent,caller,duration_seconds\n"
    var draws = "id,made_at,made_by,method,seed,by,size,frame_from,frame_to,filter\n"
    var sittings =
        "session,listener,purpose,at,selection,call,act,code,severity,from,to,side,text\n"
    private let monday: Date
    private let day: Date.ISO8601FormatStyle = .iso8601.year().month().day()

    /// Weeks from the one that begins on a Monday; `heard` gives for each week the pain points and
    /// the number of drawn calls that have each.
    init(from monday: String, heard: [[String: Int]]) throws {
        self.monday = try Date(monday + "T00:00:00Z", strategy: .iso8601)
        for (week, painPoints) in heard.enumerated() { addDraw(week, painPoints) }
    }

    private mutating func addDraw(_ week: Int, _ painPoints: [String: Int]) {
        let start = monday + Double(week) * 7 * 86_400
        for number in 0..<Self.callsOfWeek {
            let at = start + Double(number % 7) * 86_400 + 36_000 + Double(number) * 60
            log +=
                "w\(week)c\(number),\(at.formatted(.iso8601)),inbound,Billing,North,"
                + "a\(number % 4),n\(week)-\(number),120\n"
        }
        let end = start + 7 * 86_400
        draws +=
            "d\(week),\(end.formatted(.iso8601)),ana,random,s\(week),,\(Self.callsOfWeek),"
            + "\(start.formatted(day)),\(end.formatted(day)),\n"
        let at = (end + 3600).formatted(.iso8601)
        for number in 0..<Self.drawnOfWeek {
            let call = "s\(week),ana,tagging,\(at),d\(week),w\(week)c\(number)"
            for (key, count) in painPoints.sorted(by: { $0.key < $1.key }) where number < count {
                sittings += "\(call),pain-point,\(key),3,,,,\n"
            }
            sittings += "\(call),finish,,,,,,\n"
        }
    }

    /// Takes it all into a workspace.
    func load(into workspace: TemporaryWorkspace) throws -> EarfulProcess.Result {
        func write(_ text: String, _ name: String) throws -> String {
            let file = workspace.folder.appending(path: name)
            try text.write(to: file, atomically: true, encoding: .utf8)
            return file.path(percentEncoded: false)
        }
        try workspace.earful("ingest", "--metadata", write(log, "calls.csv"))
        return try workspace.earful(
            "import", write(sittings, "tags.csv"), "--draws", write(draws, "draws.csv"))
    }
}
