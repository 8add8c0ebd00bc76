import Foundation
import Testing

@Suite("Agreement and the perception gap, from the command line")
struct AgreementTests {
    /// A census of twenty calls of one week that ana heard; bo heard the first twelve of them. Both
    /// mark "hold too long" on four of those, and bo on a fifth.
    private func workspace() throws -> TemporaryWorkspace {
        let workspace = try TemporaryWorkspace()
        try workspace.record("A-1_n0_20261116-100000_c10.wav", seconds: 6, seed: 1)
        var log = "call_id,started_at,direction,queue,site,caller\n"
        var tags =
            "session,listener,purpose,at,selection,call,act,code,severity,from,to,side,text\n"
        let draws = """
            id,made_at,made_by,method,seed,by,size,frame_from,frame_to,filter
            d1,2026-11-23T00:00:00Z,ana,random,s,,20,2026-11-16,2026-11-23,

            """
        tags += "sa,ana,listeningHour,2026-11-23T10:00:00Z,,,predict,refund,,,,,0.9\n"
        for listener in ["ana", "bo"] {
            let session = listener == "ana" ? "sa" : "sb"
            for number in 0..<(listener == "ana" ? 20 : 12) {
                let call = "c\(10 + number)"
                if listener == "ana" {
                    log += "\(call),2026-11-1\(6 + number % 3)T10:00:00Z,inbound,Billing,North,"
                    log += "n\(number)\n"
                }
                let purpose = listener == "ana" ? "listeningHour" : "calibration"
                let row = "\(session),\(listener),\(purpose),2026-11-23T10:01:00Z,d1,\(call)"
                // The one call with sound: to hear it seals what was expected.
                if number == 0 { tags += "\(row),heard,,,0,5,,\n" }
                tags += "\(row),reason,\(number % 2 == 0 ? "refund" : "late-delivery"),,,,,\n"
                if number < (listener == "ana" ? 4 : 5) {
                    tags += "\(row),pain-point,hold-too-long,\(2 + number % 2),,,,\n"
                }
                tags += "\(row),finish,,,,,,\n"
            }
        }
        func write(_ text: String, _ name: String) throws -> String {
            let file = workspace.folder.appending(path: name)
            try text.write(to: file, atomically: true, encoding: .utf8)
            return file.path(percentEncoded: false)
        }
        try workspace.earful("ingest", "--metadata", write(log, "calls.csv"))
        let loaded = try workspace.earful(
            "import", write(tags, "tags.csv"), "--draws", write(draws, "draws.csv"))
        #expect(loaded.status == 0, "\(loaded.errors)")
        return workspace
    }

    @Test("how far two listeners agree, what to talk about, and what settling does to the digest")
    func agreement() throws {
        let workspace = try workspace()
        let text = try workspace.earful("agreement")
        #expect(text.status == 0, "\(text.errors)")
        #expect(
            text.output.contains(
                "12 of 20 calls that draws picked and somebody heard were heard by two people or"))
        #expect(text.output.contains("earful agreement compare c14"))
        let report = try workspace.earful("agreement", "--week", "2026-W47", "--json")
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(report.output.utf8)) as? [String: Any])
        #expect(json["doublyHeard"] as? Int == 12)
        let tags = try #require(json["painPoints"] as? [[String: Any]])
        #expect(tags.map { $0["agreedCalls"] as? Int } == [11])
        let beyond = try #require(tags.first?["beyondChance"] as? [String: Any])
        let alpha = try #require(beyond["alpha"] as? Double)
        let observed = 2.0 / 24
        let expected = 270.0 / 552
        let exact: Double = 1 - observed / expected
        #expect(abs(alpha - exact) < 1e-9)
        let digest = try workspace.earful("digest", "--week", "2026-W47", "--format", "json")
        #expect(digest.output.contains("\"reading\": \"reliable\""))
        #expect(digest.output.contains("\"value\": 0.225"))

        let shown = try workspace.earful("agreement", "compare", "c14")
        #expect(shown.status == 0 && shown.output.contains("severity 2"), "\(shown.errors)")
        let alone = try workspace.earful("agreement", "compare", "c25")
        #expect(alone.output.contains("One person has judged"))
        #expect(!alone.output.contains("refund"))

        let refused = try workspace.earful("agreement", "settle", "c25", "--nothing")
        #expect(refused.status == 1 && refused.errors.contains("until two have"))
        let settled = try workspace.earful(
            "agreement", "settle", "c14", "--pain", "hold-too-long:4", "--because", "the music")
        #expect(settled.status == 0, "\(settled.errors)")
        let history = try workspace.earful("agreement", "compare", "c14")
        #expect(history.output.contains("severity 4") && history.output.contains("the music"))
        let after = try workspace.earful("digest", "--week", "2026-W47", "--format", "json")
        #expect(after.output.contains("\"value\": 0.25"))
        // What the listeners said stays, and so does how far they agreed.
        let same = try workspace.earful("agreement", "--week", "2026-W47", "--json")
        func part(_ name: String, of text: String) throws -> NSObject? {
            let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            return json?[name] as? NSObject
        }
        for name in ["painPoints", "severity", "doublyHeard"] {
            let (before, now) = (
                try part(name, of: report.output), try part(name, of: same.output)
            )
            #expect(before != nil && before == now, "\(name)")
        }
        // It was talked about.
        #expect(report.output.contains("\"c14\"") && !same.output.contains("\"c14\""))
        #expect(try workspace.earful("agreement", "settle", "c14", "--reopen").status == 0)
        let back = try workspace.earful("digest", "--week", "2026-W47", "--format", "json")
        #expect(back.output == digest.output)
    }

    @Test("what was expected beside what was measured, without a number for one answer")
    func gap() throws {
        let workspace = try workspace()
        let all = try workspace.earful("gap")
        #expect(all.status == 0, "\(all.errors)")
        #expect(all.output.contains("1 of 10 guesses that a number needs"))
        let own = try workspace.earful("gap", "--listener", "ana")
        #expect(own.output.contains("expected 90 %, measured 50 %"))
        #expect(own.output.contains("40 of 100 calls were expected under the wrong reason"))
        let json = try workspace.earful("gap", "--json")
        #expect(json.output.contains("\"misplacedPer100\": 40"))
    }

    @Test("mistakes are said before any work")
    func mistakes() throws {
        let workspace = try TemporaryWorkspace()
        #expect(try workspace.earful("agreement", "--level", "3").status == 64)
        #expect(try workspace.earful("gap", "--level", "100").status == 64)
        let both = try workspace.earful("agreement", "settle", "c1", "--nothing", "--reopen")
        #expect(both.status == 64)
        let none = try workspace.earful("agreement", "settle", "c1")
        #expect(none.status == 64 && none.errors.contains("--pain hold-too-long:4"))
        try workspace.earful("ingest")
        let unheard = try workspace.earful("agreement")
        #expect(unheard.status == 1 && unheard.errors.contains("Nobody heard a call"))
        #expect(try workspace.earful("gap").output.contains("Nobody has said what they expect"))
    }
}
