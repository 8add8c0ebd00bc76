import CallArchive
import CallModel
import Foundation
import Testing
@testable import WebWorkbench

@Suite("The library of calls")
struct CallsTests {
    /// The calls that a page lists, and the link to the next.
    private func listed(_ answer: Answer) -> (calls: [String], next: String?) {
        let calls = answer.text.matches(of: #/<a href="\/calls\/(C-\d+)"><bdi>/#)
            .map { String($0.1) }
        let next = answer.text.firstMatch(of: #/rel="next" href="([^"]+)"/#)
            .map { String($0.1).replacing("&amp;", with: "&") }
        return (calls, next)
    }

    @Test(
        "pages have no gaps and no repeats, in any order",
        arguments: [
            "newestFirst", "oldestFirst", "longestFirst", "shortestFirst", "mostHoldFirst",
        ])
    func paging(order: String) async throws {
        let sample = try SampleSite()
        for number in 0..<130 {
            try await sample.addCall(number) { if number.isMultiple(of: 10) { $0.startedAt = nil } }
        }
        let browser = try await Browser.signedIn(sample.site)
        var path: String? = "/calls?order=\(order)"
        var seen: [String] = []
        while let next = path {
            let page = listed(try await browser.get(next))
            #expect(page.calls.count <= 50)
            seen += page.calls
            path = page.next
        }
        #expect(seen.count == 130)
        #expect(Set(seen).count == 130)
    }

    @Test(
        "filters of the address choose calls",
        arguments: [
            ("queue=Billing", 6), ("queue=Billing&site=Dublin", 2), ("agent=A-1", 4),
            ("pain-point=hold-too-long", 4), ("reason=refund", 4), ("reason=billing", 0),
            ("heard=yes", 4), ("heard=no", 8), ("recording=decoded", 12), ("recording=none", 0),
            ("hold-over=9", 2), ("completeness-under=100", 0), ("text=back", 4), ("text=zzz", 0),
            ("from=2026-11-16&to=2026-11-16", 12), ("from=2026-11-17", 0), ("caller=c-3", 1),
        ])
    func filters(query: String, count: Int) async throws {
        let sample = try SampleSite()
        try await sample.fill()
        let browser = try await Browser.signedIn(sample.site)
        #expect(listed(try await browser.get("/calls?\(query)")).calls.count == count)
        let data = try await browser.get("/api/v1/calls?\(query)").object()
        #expect((data["calls"] as? [Any])?.count == count)
    }

    @Test(
        "a field that says nothing is refused with what it takes",
        arguments: [
            "from=yesterday", "hold-over=long", "hold-over=-1", "heard=maybe", "order=random",
            "completeness-under=200", "after=nowhere", "recording=lost",
        ])
    func wrongFields(query: String) async throws {
        let browser = try await Browser.signedIn(SampleSite().site)
        #expect(try await browser.get("/calls?\(query)").status == 400)
        let problem = try await browser.get("/api/v1/calls?\(query)").object()
        #expect(problem["status"] as? Int == 400)
        #expect(problem["type"] as? String == "urn:earful:problem:badRequest")
    }

    @Test(
        "a call of any name is shown whole, and put on by its page",
        arguments: ["7", "x\"><b>&", String(repeating: "long-name-", count: 30)])
    func names(name: String) async throws {
        let sample = try SampleSite()
        try await sample.fill()
        try await sample.addCall(90) { $0.externalID = name }
        let browser = try await Browser.signedIn(sample.site)
        let page = try await browser.get("/calls/" + LinkText.encoded(name))
        let escaped = name.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
        #expect(page.text.contains("<h1><bdi>\(escaped)</bdi></h1>"))
        #expect(page.text.contains("name=\"call\" value=\"\(escaped)\""))
        let answer = try await browser.post("/listen", ["call": name])
        #expect(answer.status == 303, "\(answer.text)")
    }

    @Test("sides are exchanged, and the page says so")
    func swapSides() async throws {
        let sample = try SampleSite()
        try await sample.fill()
        let browser = try await Browser.signedIn(sample.site)
        let answer = try await browser.post("/calls/C-1001/swap-sides")
        #expect(answer.status == 303)
        let page = try await browser.get(try #require(answer.header("Location")))
        #expect(page.text.contains("Agent and customer are exchanged."))
        let layout = try await sample.archive.call(CallID("C-1001"))?.recording?.layout
        #expect(layout == .customerFirst)
    }

    @Test("the sound is a picture, and says what it is")
    func wave() async throws {
        let sample = try SampleSite()
        try await sample.fill()
        let browser = try await Browser.signedIn(sample.site)
        let answer = try await browser.get("/calls/C-1001/wave.svg")
        #expect(answer.header("Content-Type") == "image/svg+xml")
        #expect(answer.text.components(separatedBy: "<path").count == 3)
        #expect(try await browser.get("/calls/none/wave.svg").status == 404)
    }

    @Test("links lead to the second that is spoken of")
    func links() async throws {
        let sample = try SampleSite()
        try await sample.fill()
        let browser = try await Browser.signedIn(sample.site)
        let digest = try await browser.get("/digest")
        #expect(digest.text.contains("href=\"/calls/C-1003#t12\""))
        #expect(
            digest.text.contains("data-call=\"C-1003\" data-start=\"12000\" data-end=\"24500\""))
        #expect(try await browser.get("/calls/C-1003").text.contains("id=\"t12\""))
    }
}
