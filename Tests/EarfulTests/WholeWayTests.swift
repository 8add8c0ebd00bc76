import Foundation
import Testing

@Suite("From recording to digest")
struct WholeWayTests {
    /// Objects of a JSON-lines output.
    private func objects(_ result: EarfulProcess.Result) throws -> [[String: Any]] {
        try result.output.split(separator: "\n").map { line in
            try #require(
                JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    private func workspace(calls: Int) throws -> TemporaryWorkspace {
        let workspace = try TemporaryWorkspace()
        for index in 0..<calls {
            try workspace.record(
                "A-\(index)_c-\(index)_20261118-10\(10 + index)00_call\(index).wav", seconds: 12,
                seed: UInt64(index + 1))
        }
        return workspace
    }

    @Test("recordings go in once, are drawn, tagged and digested")
    func wholeWay() throws {
        let workspace = try workspace(calls: 4)
        let first = try workspace.earful("ingest", "--json")
        #expect(first.status == 0, "\(first.errors)")
        let files = try objects(first)
        #expect(files.count == 4)
        for file in files {
            #expect(file["status"] as? String == "new")
            #expect(file["durationSeconds"] as? Double == 12)
            #expect(file["sides"] as? Int == 2)
        }
        let again = try objects(workspace.earful("ingest", "--json"))
        #expect(again.allSatisfy { $0["status"] as? String == "unchanged" })

        let drawn = try workspace.earful(
            "draw", "--size", "3", "--seed", "s", "--name", "d1", "--week", "2026-W47", "--json")
        #expect(drawn.status == 0, "\(drawn.errors)")
        let draw = try #require(
            JSONSerialization.jsonObject(with: Data(drawn.output.utf8)) as? [String: Any])
        let picks = try #require(draw["calls"] as? [[String: Any]])
        #expect(picks.count == 3)
        #expect(picks.allSatisfy { $0["inclusionProbability"] as? Double == 0.75 })

        for pick in picks {
            let call = try #require(pick["call"] as? String)
            let tagged = try workspace.earful(
                "tag", call, "--draw", "d1", "--heard", "0-12", "--pain",
                "hold-too-long:4@2-5/customer", "--note", "@2-5 waited", "--finish")
            #expect(tagged.status == 0, "\(tagged.errors)")
        }
        let digest = try workspace.earful("digest", "--format", "json", "--week", "2026-W47")
        #expect(digest.status == 0, "\(digest.errors)")
        #expect(digest.output.contains("hold-too-long"))
        let same = try workspace.earful("digest", "--format", "json")
        #expect(same.output == digest.output)
    }

    @Test("a call that no draw picked cannot be tagged as drawn")
    func strangersAreRefused() throws {
        let workspace = try workspace(calls: 2)
        try workspace.earful("ingest")
        try workspace.earful(
            "draw", "--size", "1", "--seed", "s", "--name", "d1", "--week", "2026-W47")
        let results = try ["call0", "call1"].map {
            try workspace.earful("tag", $0, "--draw", "d1", "--pain", "hold-too-long:3")
        }
        #expect(results.map(\.status).sorted() == [0, 1])
        let refused = try #require(results.first { $0.status == 1 })
        #expect(refused.errors.contains("did not pick the call"), "\(refused.errors)")
    }

    @Test("what the first listener said is kept from whoever may become the second")
    func keptFresh() throws {
        let workspace = try workspace(calls: 1)
        try workspace.earful("ingest")
        try workspace.earful("draw", "--size", "1", "--name", "d1", "--week", "2026-W47")
        let tagged = try workspace.earful(
            "tag", "call0", "--draw", "d1", "--listener", "ana", "--pain", "hold-too-long:4",
            "--finish")
        #expect(tagged.status == 0, "\(tagged.errors)")
        func shown(to listener: String, _ options: String...) throws -> String {
            try EarfulProcess.run(
                ["calls", "show", "call0", "--listener", listener] + options, in: workspace.folder
            ).output
        }
        #expect(try shown(to: "ana").contains("severity 4"))
        #expect(try shown(to: "ana", "--json").contains("hold-too-long"))
        #expect(try !shown(to: "ana", "--json").contains("keptFresh"))
        #expect(try shown(to: "bo").contains("One person has judged this call."))
        #expect(try !shown(to: "bo").contains("severity 4"))
        #expect(try !shown(to: "bo", "--json").contains("hold-too-long"))
        #expect(try shown(to: "bo", "--json").contains("\"keptFresh\" : true"))
    }

    @Test("the same request again is stored once")
    func retries() throws {
        let workspace = try workspace(calls: 1)
        try workspace.earful("ingest")
        for _ in 0..<3 {
            let tagged = try workspace.earful(
                "tag", "call0", "--pain", "hold-too-long:3@1-2", "--event-id", "e1", "--json")
            #expect(tagged.status == 0, "\(tagged.errors)")
        }
        let sittings = try objects(workspace.earful("sessions", "--json"))
        #expect(sittings.count == 1)
        #expect(sittings.first?["tags"] as? Int == 1)
    }

    @Test("killed while ingesting, the next run goes on where it was")
    func killedIngest() throws {
        let workspace = try workspace(calls: 12)
        for wait in [0.05, 0.1, 0.15] {
            _ = try EarfulProcess.kill(
                ["ingest", "--workspace", workspace.path], afterSeconds: wait)
        }
        let rest = try workspace.earful("ingest", "--json")
        #expect(rest.status == 0, "\(rest.errors)")
        #expect(try objects(rest).count == 12)
        #expect(try objects(workspace.earful("calls", "--json")).count == 12)
        #expect(try workspace.earful("doctor").status == 0)
    }

    @Test("killed while tagging, nothing acknowledged is lost")
    func killedTagging() throws {
        let workspace = try workspace(calls: 1)
        try workspace.earful("ingest")
        var acknowledged: [String] = []
        for index in 0..<12 {
            let id = "edit\(index)"
            let arguments = [
                "tag", "call0", "--workspace", workspace.path, "--session", "s1", "--pain",
                "hold-too-long:3@\(index % 10)-\(index % 10 + 1)", "--event-id", id, "--json",
            ]
            let (output, _) = try EarfulProcess.kill(
                arguments, afterSeconds: 0.02 + Double(index) * 0.01)
            if output.contains("\"events\"") { acknowledged.append(id) }
        }
        let shown = try workspace.earful("calls", "show", "call0", "--json")
        for id in acknowledged { #expect(shown.output.contains("\(id)/say.0")) }
        #expect(try workspace.earful("doctor").status == 0)
    }

    @Test("a backup is a whole archive")
    func backups() throws {
        let workspace = try workspace(calls: 2)
        try workspace.earful("ingest")
        let copy = workspace.folder.appending(path: "copy.sqlite").path(percentEncoded: false)
        #expect(try workspace.earful("backup", copy).status == 0)
        #expect(try workspace.earful("backup", copy).status == 1)
        let other = try TemporaryWorkspace()
        try FileManager.default.copyItem(
            atPath: copy, toPath: other.path + "/Annotations/earful.sqlite")
        #expect(try objects(other.earful("calls", "--json")).count == 2)
    }

    @Test("a row of the call log that cannot be read costs one line that names it")
    func badRow() throws {
        let workspace = try TemporaryWorkspace()
        let log = workspace.folder.appending(path: "calls.csv")
        let rows = [
            "call_id,started_at,holds", "a,2026-11-16T10:00:00Z,10-30 50-70",
            "b,2026-11-16T11:00:00Z,10-30;50-70",
        ]
        try rows.joined(separator: "\n").write(to: log, atomically: true, encoding: .utf8)
        let result = try workspace.earful("ingest", "--metadata", log.path())
        #expect(result.status == 2)
        #expect(
            result.errors.contains(
                "\nline 2: The hold `10-30 50-70` is not written as start-end in seconds")
                || result.errors.hasPrefix("line 2: The hold"), "\(result.errors)")
        #expect(result.errors.contains("1 new call, 0 updated, 0 unchanged, 1 row refused"))
    }
}
