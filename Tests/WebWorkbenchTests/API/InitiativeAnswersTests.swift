import CallArchive
import CallModel
import Foundation
import Testing

@testable import WebWorkbench

@Suite("Fixes for programs")
struct InitiativeAnswersTests {
    private let sample: SampleSite
    private let browser: Browser

    init() async throws {
        sample = try SampleSite()
        try await sample.fill()
        browser = try await Browser.signedIn(sample.site)
    }

    private func send(_ path: String, _ body: String) async throws -> Answer {
        try await browser.send(
            "POST", "/api/v1/initiatives" + path,
            [
                "Origin": Browser.origin, "Content-Type": "application/json",
                "X-CSRF-Token": browser.formToken ?? "",
            ], body: body)
    }

    private static let plan = """
        {"title": "Call back", "painPoints": ["hold-too-long"], "owner": "Ana", "effortDays": 2,
        "hypothesis": "They need not wait", "hopedReduction": 0.5, "scope": {"queue": "Billing"}}
        """

    @Test("are registered, shipped and dropped, and every answer tells what was done")
    func course() async throws {
        let registered = try await send("", Self.plan)
        #expect(registered.status == 201, "\(registered.text)")
        let fix = try #require(try registered.object()["initiative"] as? [String: Any])
        #expect(fix["id"] as? String == "call-back")
        #expect(fix["hopedReduction"] as? Double == 0.5)
        let stored = try #require(try await sample.archive.initiatives().first)
        #expect(stored.plan.scope.queue == "Billing")
        let shipped = try await send("/call-back/ship", "{\"on\": \"2026-11-19\"}")
        #expect(shipped.status == 200, "\(shipped.text)")
        let dropped = try await send("/call-back/drop", "{\"because\": \"Too dear\"}")
        let history = try dropped.object()["history"] as? [[String: Any]] ?? []
        #expect(history.map { $0["act"] as? String } == ["registered", "shipped", "dropped"])
        #expect(history[1]["on"] as? String == "2026-11-19")
        #expect(history[1]["washOutDays"] as? Int == 7)
        #expect(history[2]["because"] as? String == "Too dear")
        #expect(history.allSatisfy { $0["by"] as? String == "ana" })
    }

    @Test(
        "are refused with the rule's sentence",
        arguments: [
            ("", plan.replacing("hold-too-long", with: "none"), 409, "no pain point"),
            ("", plan.replacing("0.5", with: "5"), 409, "over 0 and up to 100"),
            ("", "{}", 400, "The body is not"),
            ("/old/ship", "{\"on\": \"soon\"}", 400, "is no day"),
            ("/old/ship", "{\"on\": \"2027-01-01\"}", 409, "still to come"),
            ("/old/drop", "{\"because\": \"\"}", 409, "Say why"),
            ("/none/ship", "{\"on\": \"2026-11-19\"}", 404, "There is no fix named none"),
            ("/none/drop", "{\"because\": \"x\"}", 404, "There is no fix named none"),
        ])
    func refusals(path: String, body: String, status: Int, sentence: String) async throws {
        try await sample.addFix("old")
        let answer = try await send(path, body)
        #expect(answer.status == status, "\(answer.text)")
        #expect(answer.header("Content-Type") == "application/problem+json")
        let detail = try answer.object()["detail"] as? String ?? ""
        #expect(detail.contains(sentence), "\(detail)")
    }
}
