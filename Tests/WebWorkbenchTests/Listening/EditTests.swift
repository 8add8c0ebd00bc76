import CallArchive
import CallModel
import CallWorkbench
import Foundation
import Testing

@testable import WebWorkbench

@Suite("Edits of a sitting in a browser")
struct EditTests {
    private let sample: SampleSite
    private let browser: Browser

    init() async throws {
        sample = try SampleSite()
        try await sample.fill()
        browser = try await Browser.signedIn(sample.site)
    }

    /// Sends JSON as a script of a page does.
    private func send(
        _ path: String, _ body: String, from other: Browser? = nil
    ) async throws -> Answer {
        let browser = other ?? browser
        return try await browser.send(
            "POST", path,
            [
                "Origin": Browser.origin, "Content-Type": "application/json",
                "X-CSRF-Token": browser.formToken ?? "",
            ], body: body)
    }

    private func begin(_ calls: [String] = ["C-1000", "C-1001"]) async throws -> String {
        let names = calls.map { "\"\($0)\"" }.joined(separator: ",")
        let answer = try await send(
            "/api/v1/sessions", "{\"hear\": \"calls\", \"calls\": [\(names)]}")
        #expect(answer.status == 201)
        return try #require(try answer.object()["id"] as? String)
    }

    private func state(_ session: String) async throws -> [String: Any] {
        try await browser.get("/api/v1/sessions/\(session)/listening").object()
    }

    private func edit(
        _ session: String, _ id: String, version: Int, _ fields: String, from other: Browser? = nil
    ) async throws -> Answer {
        try await send(
            "/api/v1/sessions/\(session)/events",
            "{\"eventId\": \"\(id)\", \"version\": \(version), \(fields)}", from: other)
    }

    private static func pain(_ id: String, severity: Int = 4, call: String = "C-1000") -> String {
        """
        "type": "annotate", "annotation": {"id": "\(id)", "call": "\(call)", "content":
        {"type": "painPoint", "key": "hold-too-long", "severity": \(severity)},
        "range": [1000, 5000], "side": "customer"}
        """
    }

    private func said(_ session: String) async throws -> [[String: Any]] {
        let calls = try await state(session)["calls"] as? [[String: Any]] ?? []
        return calls.flatMap { $0["annotations"] as? [[String: Any]] ?? [] }
    }

    @Test("a sitting that was begun is stored, with its first call on")
    func begun() async throws {
        let session = try await begin()
        let stored = try #require(try await sample.archive.session(SessionID(session)))
        #expect(stored.calls.map(\.call.rawValue) == ["C-1000"])
        let state = try await state(session)
        #expect(state["currentCall"] as? String == "C-1000")
        #expect((state["calls"] as? [Any])?.count == 2)
        #expect(state["version"] as? Int == 3)
    }

    @Test("an edit is on the disk when it is answered, and the answer tells what stands")
    func kept() async throws {
        let session = try await begin()
        let answer = try await edit(session, "e1", version: 3, Self.pain("a1"))
        #expect(answer.status == 200)
        let receipt = try #require(try answer.object()["receipt"] as? [String: Any])
        #expect(receipt["version"] as? Int == 4)
        #expect(receipt["eventId"] as? String == "e1")
        let stored = try #require(try await sample.archive.session(SessionID(session)))
        #expect(stored.calls[0].annotations.map(\.id.rawValue) == ["a1"])
        #expect(stored.calls[0].annotations[0].side == .customer)
        #expect(stored.calls[0].annotations[0].range == CallTimeRange(milliseconds: 1000, 5000))
    }

    @Test("the same edit again changes nothing and is answered as the first time")
    func repeated() async throws {
        let session = try await begin()
        let first = try await edit(session, "e1", version: 3, Self.pain("a1"))
        _ = try await edit(session, "e2", version: 4, Self.pain("a2"))
        let again = try await edit(session, "e1", version: 3, Self.pain("a1"))
        #expect(again.status == 200)
        let receipts = try [first, again].map { try $0.object()["receipt"] as? NSDictionary }
        #expect(receipts[0] == receipts[1])
        #expect(try await said(session).count == 2)
    }

    @Test("an id is never two edits")
    func reused() async throws {
        let session = try await begin()
        _ = try await edit(session, "e1", version: 3, Self.pain("a1"))
        let other = try await edit(session, "e1", version: 4, Self.pain("a2"))
        #expect(other.status == 409)
        #expect(try await said(session).count == 1)
    }

    @Test("an edit by somebody who did not see the last one is refused, with what there is now")
    func stale() async throws {
        let session = try await begin()
        _ = try await edit(session, "e1", version: 3, Self.pain("a1"))
        let stale = try await edit(
            session, "e2", version: 3, "\"type\": \"remove\", \"annotationId\": \"a1\"")
        #expect(stale.status == 412)
        #expect(stale.header("Content-Type") == "application/problem+json")
        let now = try #require(try stale.object()["sitting"] as? [String: Any])
        #expect(now["version"] as? Int == 4)
        #expect(try await said(session).count == 1)
        let seen = try await edit(
            session, "e2", version: 4, "\"type\": \"remove\", \"annotationId\": \"a1\"")
        #expect(seen.status == 200)
        #expect(try await said(session).isEmpty)
    }

    @Test("what is heard and which call is on contradict nobody")
    func hearing() async throws {
        let session = try await begin()
        let heard =
            "\"type\": \"heard\", \"call\": \"C-1000\", \"ranges\": [[0, 4000]], \"speed\": 1.5"
        #expect(try await edit(session, "e1", version: 3, heard).status == 200)
        #expect(
            try await edit(session, "e2", version: 3, "\"type\": \"open\", \"call\": \"C-1001\"")
                .status == 200)
        #expect(try await edit(session, "e3", version: 3, Self.pain("a1")).status == 200)
        // The other way round too: what was heard meanwhile counts, whatever was said.
        let late =
            "\"type\": \"heard\", \"call\": \"C-1000\", \"ranges\": [[4000, 9000]], \"speed\": 1"
        #expect(try await edit(session, "e4", version: 0, late).status == 200)
        let stored = try #require(try await sample.archive.session(SessionID(session)))
        #expect(stored.heardSeconds == 9)
        #expect(stored.predictionsSealed)
    }

    @Test("undo and redo walk one line, and the page learns what they would do")
    func undo() async throws {
        let session = try await begin()
        _ = try await edit(session, "e1", version: 3, Self.pain("a1"))
        _ = try await edit(session, "e2", version: 4, Self.pain("a2", severity: 2))
        let undone = try await edit(session, "e3", version: 5, "\"type\": \"undo\"").object()
        let standing = try #require(undone["sitting"] as? [String: Any])
        #expect(standing["done"] as? [String] == ["e1"])
        #expect(standing["undone"] as? [String] == ["e2"])
        let edits = try #require(try await state(session)["edits"] as? [[String: Any]])
        #expect(edits.map { $0["event"] as? String } == ["e1", "e2"])
        #expect((edits[1]["after"] as? [String: Any])?["id"] as? String == "a2")
        #expect(edits[1]["before"] == nil)
        #expect(try await said(session).count == 1)
        _ = try await edit(session, "e4", version: 6, "\"type\": \"redo\"")
        #expect(try await said(session).count == 2)
    }

    @Test("an answer tells the edits that its sender has not seen, and one that comes into reach")
    func newEdits() async throws {
        let session = try await begin()
        func standing(_ answer: Answer) throws -> (done: Int?, edits: [String]) {
            let standing = try #require(try answer.object()["sitting"] as? [String: Any])
            let edits = try #require(standing["edits"] as? [[String: Any]])
            return (
                (standing["done"] as? [String])?.count, edits.compactMap { $0["event"] as? String }
            )
        }
        for number in 1...22 {
            let said = try standing(
                try await edit(
                    session, "e\(number)", version: 2 + number, Self.pain("a\(number)")))
            #expect(said.done == min(number, 20))
            #expect(said.edits == ["e\(number)"])
        }
        // Somebody who was away meanwhile hears of all that they missed.
        let open = "\"type\": \"open\", \"call\": \"C-1001\""
        let missed = try standing(try await edit(session, "o1", version: 22, open))
        #expect(missed.edits == ["e20", "e21", "e22"])
        let undone = try standing(
            try await edit(session, "u1", version: 26, "\"type\": \"undo\""))
        #expect(undone.done == 20)
        #expect(undone.edits == ["e2"])
    }

    @Test("skip, finish, predict and end are edits like others")
    func others() async throws {
        let session = try await begin()
        let expected =
            "\"type\": \"predict\", \"predictions\": [{\"reason\": \"billing\", \"share\": 0.3}]"
        #expect(try await edit(session, "e1", version: 3, expected).status == 200)
        #expect(
            try await edit(session, "e2", version: 4, "\"type\": \"finish\", \"call\": \"C-1000\"")
                .status == 200)
        _ = try await edit(session, "e3", version: 5, "\"type\": \"open\", \"call\": \"C-1001\"")
        let skip = "\"type\": \"skip\", \"call\": \"C-1001\", \"reason\": \"wrong number\""
        #expect(try await edit(session, "e4", version: 6, skip).status == 200)
        #expect(try await edit(session, "e5", version: 7, "\"type\": \"end\"").status == 200)
        let summary = try await browser.get("/api/v1/sessions/\(session)/summary").object()
        #expect((summary["headline"] as? String)?.contains("1 call finished, 1 skipped") == true)
        let refused = try await edit(session, "e6", version: 8, Self.pain("a9"))
        #expect(refused.status == 409)
    }

    @Test("what the rules refuse is refused in their words, and nothing is stored")
    func refused() async throws {
        let session = try await begin()
        let long = String(repeating: "x", count: 10_000)
        let note = """
            "type": "annotate", "annotation": {"id": "a1", "call": "C-1000",
            "content": {"type": "note", "text": "\(long)"}}
            """
        let refused = try await edit(session, "e1", version: 3, note)
        #expect(refused.status == 409)
        #expect(refused.text.contains("10000 characters"))
        #expect(
            try await edit(session, "e2", version: 3, Self.pain("a1", severity: 6)).status == 409)
        #expect(try await said(session).isEmpty)
    }

    @Test(
        "what is no edit is refused and stops nothing",
        arguments: [
            "", "[]", "{}", "null", "{\"eventId\": \"e\", \"version\": 1, \"type\": \"explode\"}",
            "{\"eventId\": \"e\", \"version\": \"1\", \"type\": \"undo\"}",
            "{\"eventId\": \"e\", \"version\": 1, \"type\": \"heard\", \"call\": \"C-1000\", \"ranges\": [[5, 1]], \"speed\": 1}",
            "{\"eventId\": \"e\", \"version\": 1, \"type\": \"heard\", \"call\": \"C-1000\", \"ranges\": [[-5, 1]], \"speed\": 1}",
        ])
    func malformed(body: String) async throws {
        let session = try await begin()
        let answer = try await send("/api/v1/sessions/\(session)/events", body)
        #expect(answer.status == 400)
    }

    @Test("a body beyond the limit is not read")
    func tooLarge() async throws {
        let session = try await begin()
        let body = "{\"eventId\": \"" + String(repeating: "e", count: JSONBody.most) + "\"}"
        #expect(try await send("/api/v1/sessions/\(session)/events", body).status == 413)
    }

    @Test("a sitting is its listener's")
    func otherListener() async throws {
        let session = try await begin()
        let other = try await Browser.signedIn(sample.site, as: "bo")
        #expect(try await other.get("/api/v1/sessions/\(session)/listening").status != 200)
        let edit = try await edit(session, "e1", version: 3, Self.pain("a1"), from: other)
        #expect(edit.status != 200)
        #expect(try await said(session).isEmpty)
    }

    @Test("two screens that edit at once: one of them is told")
    func twoScreens() async throws {
        let session = try await begin()
        async let left = edit(session, "left", version: 3, Self.pain("a1"))
        async let right = edit(session, "right", version: 3, Self.pain("a2"))
        let statuses = try await [left.status, right.status].sorted()
        #expect(statuses == [200, 412])
        #expect(try await said(session).count == 1)
    }

    @Test("a sitting goes on after the server was started anew, with what it knows by its log")
    func restarted() async throws {
        let session = try await begin()
        _ = try await edit(session, "e1", version: 3, Self.pain("a1"))
        let site = try Site(
            workbench: sample.site.workbench, defaultListener: "ana", now: { SampleSite.now },
            log: { _ in })
        let later = try await Browser.signedIn(site)
        let again = try await edit(session, "e1", version: 3, Self.pain("a1"), from: later)
        #expect(again.status == 200)
        #expect(
            try await edit(session, "e2", version: 3, Self.pain("a2"), from: later).status == 412)
        #expect(
            try await edit(session, "e2", version: 4, Self.pain("a2"), from: later).status == 200)
        let stored = try #require(try await sample.archive.session(SessionID(session)))
        #expect(stored.calls[0].annotations.count == 2)
    }

    @Test("the waveform comes in zooms, each of a quarter of the points")
    func waveform() async throws {
        var lengths: [Int] = []
        for level in 0...2 {
            let answer = try await browser.get("/api/v1/calls/C-1000/waveform?level=\(level)")
            #expect(answer.status == 200)
            lengths.append(Int(try #require(answer.header("Content-Length"))) ?? 0)
        }
        #expect(lengths.map { $0 - 24 } == [400, 100, 28])
        #expect(try await browser.get("/api/v1/calls/C-1000/waveform?level=9").status == 404)
        #expect(try await browser.get("/api/v1/calls/nobody/waveform").status == 404)
    }

    @Test("the page names what it loads, and holds no script or style of its own")
    func page() async throws {
        let session = try await begin()
        let page = try await browser.get("/listen?sitting=\(session)")
        #expect(page.status == 200)
        #expect(page.text.contains("data-sitting=\"\(session)\""))
        #expect(page.text.firstMatch(of: #/<script(?![^>]*src=)/#) == nil)
        #expect(page.text.firstMatch(of: #/<style|style="/#) == nil)
        for link in page.text.matches(of: #/(?:href|src)="(\/(?:static|modules)\/[^"]+)"/#) {
            #expect(try await browser.get(String(link.1)).status == 200, "\(link.1)")
        }
    }

    @Test("every module that a module imports is served")
    func modules() async throws {
        let page = try await browser.get("/listen?sitting=\(try await begin())")
        let scripts = page.text.matches(of: #/"(\/modules\/[^"]+\.js)"/#).map { String($0.1) }
        #expect(scripts.count > 10)
        for script in scripts {
            let text = try await browser.get(script).text
            for name in text.matches(of: #/from "\.\/([\w-]+\.js)"/#) {
                #expect(scripts.contains { $0.hasSuffix("/\(name.1)") }, "\(name.1) of \(script)")
            }
        }
    }

    @Test("keys come from the one table")
    func keys() async throws {
        let keys = try await browser.get("/api/v1/keys").object()["actions"] as? [[String: Any]]
        let table = Dictionary(
            uniqueKeysWithValues: (keys ?? []).compactMap { action in
                (action["id"] as? String).map { ($0, action["keys"] as? [String] ?? []) }
            })
        #expect(table["play"] == ["Space", "K"])
        #expect(table["finish"] == ["Ctrl+Enter"])
        #expect(table["suspend"] == nil)
        #expect((keys ?? []).allSatisfy { ($0["label"] as? String)?.isEmpty == false })
    }
}
