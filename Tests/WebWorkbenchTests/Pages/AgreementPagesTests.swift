import CallArchive
import CallModel
import CallWorkbench
import Foundation
import Testing

@testable import WebWorkbench

@Suite("The pages of agreement and expectations")
struct AgreementPagesTests {
    private let sample: SampleSite
    private let browser: Browser
    private static let calls = (0..<12).map(SampleSite.name)
    private static let disputed = "/agreement/calls/C-1011"

    /// Twelve calls that two people heard; on the last one they differ.
    init() async throws {
        sample = try SampleSite()
        try await sample.fill(calls: 16, picked: 12, heard: 0)
        let mixed: (Int) -> String? = { $0.isMultiple(of: 2) ? "hold-too-long" : nil }
        try await sample.listen(
            to: Self.calls, remark: "", id: "s-2",
            expects: [Prediction(reason: "refund", share: 0.5)], pain: mixed)
        browser = try await Browser.signedIn(sample.site)
    }

    private func secondEar(pain: @escaping (Int) -> String?) async throws {
        try await sample.listen(
            to: Self.calls, remark: "", id: "s-3", by: "<b>bo</b>", pain: pain)
    }

    private func differing() async throws {
        try await secondEar { $0 == 11 || $0.isMultiple(of: 2) ? "hold-too-long" : nil }
    }

    @Test("nobody listened, nothing to agree on: the page says what to do")
    func nothing() async throws {
        let empty = try SampleSite()
        let page = try await Browser.signedIn(empty.site).get("/agreement")
        #expect(page.status == 200)
        #expect(page.text.contains("No call was heard yet."))
        let gap = try await Browser.signedIn(empty.site).get("/expectations")
        #expect(gap.text.contains("There is nothing to compare yet."))
    }

    @Test("too few calls give no number")
    func tooFew() async throws {
        let page = try await browser.get("/agreement")
        #expect(page.text.contains("Too few calls to say how far listeners agree"))
        #expect(!page.text.contains("Beyond chance"))
    }

    @Test("it says how far they agree, and leads to the calls on which they do not")
    func agreement() async throws {
        try await differing()
        let page = try await browser.get("/agreement")
        for said in [
            "Hold too long", "11 of 12", "Beyond chance", "differ on 1 of 7 calls",
            "href=\"\(Self.disputed)\"", "&lt;b&gt;bo&lt;/b&gt;", "Krippendorff",
        ] {
            #expect(page.text.contains(said), "\(said)")
        }
        #expect(!page.text.contains("<b>bo"))
        #expect(try await browser.get("/agreement?week=soon").status == 400)
    }

    @Test("a call that one person judged shows nothing of it")
    func blind() async throws {
        let page = try await browser.get(Self.disputed)
        #expect(page.text.contains("One person has judged this call."))
        #expect(!page.text.contains("Refund"))
        #expect(!page.text.contains("<form class=\"plan\""))
        #expect(try await browser.get("/agreement/calls/none").status == 404)
    }

    @Test("what they said stands side by side, and is settled by form, reopened, and kept")
    func settling() async throws {
        try await differing()
        let page = try await browser.get(Self.disputed)
        for said in [
            "&lt;b&gt;bo&lt;/b&gt;", "severity 4", "data-start=\"12000\"",
            "name=\"pain.called-again\"",
        ] {
            #expect(page.text.contains(said), "\(said)")
        }
        let answer = try await browser.post(
            Self.disputed,
            [
                "act": "settle", "reason": "billing", "pain.hold-too-long": "2",
                "pain.called-again": "", "because": "It rang <i>twice</i>",
            ])
        #expect(answer.status == 303)
        let stored = try await sample.archive.settlement(of: CallID("C-1011"))
        #expect(
            stored?.labels
                == Settlement.Labels(reason: "billing", painPoints: ["hold-too-long": 2]))
        let settled = try await browser.get(Self.disputed + "?done=settled")
        for said in ["The call is settled.", "It rang &lt;i&gt;twice&lt;/i&gt;", "severity 2"] {
            #expect(settled.text.contains(said), "\(said)")
        }
        #expect(settled.text.contains("<option value=\"2\" selected>2</option>"))
        _ = try await browser.post(Self.disputed, ["act": "reopen"])
        let reopened = try await sample.archive.settlement(of: CallID("C-1011"))
        #expect(reopened?.labels == nil)
        #expect(reopened?.acts.count == 2)
    }

    @Test("what somebody else settled meanwhile is not settled over unseen")
    func meanwhile() async throws {
        try await differing()
        let form = ["act": "settle", "version": "0", "pain.hold-too-long": "2"]
        #expect(try await browser.post(Self.disputed, form).status == 303)
        let late = try await browser.post(Self.disputed, form.merging(["because": "I see"]) { $1 })
        #expect(late.status == 412)
        #expect(late.text.contains("was settled by somebody else meanwhile"))
        #expect(late.text.contains("I see") && late.text.contains("name=\"version\" value=\"1\""))
        #expect(try await sample.archive.settlement(of: CallID("C-1011"))?.acts.count == 1)
    }

    @Test(
        "what is wrong with a form is said beside what was written",
        arguments: [
            ("pain.hold-too-long", "9", "A severity of 9"),
            ("pain.hold-too-long", "very", "A severity is 1 to 5"),
            ("pain.hold-too-lng", "3", "did you mean"), ("reason", "biling", "did you mean"),
        ])
    func mistakes(field: String, value: String, sentence: String) async throws {
        try await differing()
        var form = ["act": "settle", "pain.called-again": "3", "because": "Heard twice"]
        form[field] = value
        let answer = try await browser.post(Self.disputed, form)
        #expect([400, 409].contains(answer.status))
        #expect(answer.text.contains(sentence), "\(answer.text)")
        #expect(answer.text.contains("Heard twice"))
        #expect(answer.text.contains("<option value=\"3\" selected>3</option>"))
        #expect(try await sample.archive.settlement(of: CallID("C-1011")) == nil)
    }

    @Test("what one person judged is not settled")
    func tooEarly() async throws {
        let answer = try await browser.post(
            Self.disputed, ["act": "settle", "pain.hold-too-long": "2"])
        #expect(answer.status == 409)
        #expect(answer.text.contains("there is nothing to settle until two have"))
    }

    @Test("expectations stand beside the measurement, and a person's own history is theirs")
    func expectations() async throws {
        let page = try await browser.get("/expectations")
        for said in [
            "Billing › Refund", "50\u{a0}%", "100\u{a0}%", "1 of 10 guesses that a number needs",
            "href=\"/expectations/ana\"",
        ] {
            #expect(page.text.contains(said), "\(said)")
        }
        let own = try await browser.get("/expectations/ana")
        for said in ["What", "expected 50\u{a0}%", "too low", "href=\"/sessions/s-2\""] {
            #expect(own.text.contains(said), "\(said)")
        }
        let nobody = try await browser.get("/expectations/%3Cb%3Ezoe")
        #expect(nobody.status == 200)
        #expect(!nobody.text.contains("<b>zoe"))
    }

    @Test(
        "what a page says does not change unnoticed",
        arguments: [
            ("/agreement", "agreement"), (disputed, "comparison"),
            ("/expectations", "expectations"), ("/expectations/ana", "expectations-of-one"),
        ])
    func snapshots(path: String, name: String) async throws {
        try await differing()
        let answer = try await browser.get(path)
        let text = answer.text.replacing(browser.formToken ?? "?", with: "TOKEN")
        try Snapshot.check(page: text, "\(name).html")
    }

    @Test("programs read and settle the same")
    func forPrograms() async throws {
        try await differing()
        let path = "/api/v1" + Self.disputed
        let before = try await browser.get(path).object()
        #expect((before["judgements"] as? [Any])?.count == 2)
        let headers = [
            "Origin": Browser.origin, "Content-Type": "application/json",
            "X-CSRF-Token": browser.formToken ?? "",
        ]
        let settled = try await browser.send(
            "POST", path, headers,
            body: "{\"painPoints\": {\"hold-too-long\": 3}, \"because\": \"Agreed\"}")
        #expect(settled.status == 200, "\(settled.text)")
        let labels = try settled.object()["settled"] as? [String: Any]
        #expect(labels?["painPoints"] as? [String: Int] == ["hold-too-long": 3])
        let refused = try await browser.send(
            "POST", path, headers, body: "{\"painPoints\": {\"none\": 3}}")
        #expect(refused.status == 409)
        let reopened = try await browser.send("POST", path, headers, body: "{}")
        #expect(try reopened.object()["settled"] == nil)
        #expect((try reopened.object()["history"] as? [Any])?.count == 2)
        let gap = try await browser.get("/api/v1/expectations?listener=ana").object()
        #expect((gap["sittings"] as? [Any])?.count == 1)
    }
}
