import CallModel
import CallWorkbench
import Foundation
import Testing
@testable import WebWorkbench

@Suite("Pages")
struct PageTests {
    /// Texts that must come out as text, whatever they try.
    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{frame.formToken}}",
        "javascript:alert(1)//'\"`", "\u{202E}drowssap\u{202C} \u{0007}\u{1B}[31mred",
        "עברית ואנגלית mixed", "👩‍👩‍👧‍👦🏴‍☠️e\u{301}\u{301}", "</title></main></body>",
        "&lt;b&gt; &amp; ' \" / \\ %00 %2F", String(repeating: "A very long note. ", count: 560),
    ]

    private static let paths = [
        "/", "/wall", "/listen", "/calls", "/calls/C-1000", "/calls/C-1011", "/digest",
        "/initiatives", "/sessions",
        "/sessions/s-1", "/ideas", "/help", "/digest?week=2026-W30",
        "/digest/sums/hold-too-long", "/digest/calls?of=counted", "/agreement/calls",
        "/digest/how-we-know", "/expectations?week=2026-W47",
        "/calls?queue=Billing&order=longestFirst", "/ideas?text=nothing",
    ]

    @Test("every page is there, and has one title", arguments: paths)
    func pagesAnswer(path: String) async throws {
        let sample = try SampleSite()
        try await sample.fill()
        let answer = try await Browser.signedIn(sample.site).get(path)
        #expect(answer.status == 200, "\(answer.text)")
        #expect(answer.text.components(separatedBy: "<h1").count == 2, "\(path)")
        #expect(answer.text.contains("<main id=\"main\""))
        #expect(!answer.text.contains("{{"), "\(path)")
        #expect(!answer.text.contains(" style="), "the policy forbids styles in attributes")
        #expect(!answer.text.contains("<style"))
        #expect(
            answer.text.firstMatch(of: #/<script(?! type="module" src="\/(static|modules)\/)/#)
                == nil)
        #expect(answer.text.firstMatch(of: #/ on\w+=/#) == nil)
    }

    @Test(
        "every page says what to do where there is nothing",
        arguments: [
            "/", "/wall", "/listen", "/calls", "/digest", "/initiatives", "/sessions", "/ideas",
            "/help",
        ])
    func emptyPages(path: String) async throws {
        let answer = try await Browser.signedIn(SampleSite().site).get(path)
        #expect(answer.status == 200, "\(answer.text)")
        #expect(answer.text.components(separatedBy: "<h1").count == 2)
    }

    @Test("what people wrote is text on every page", arguments: hostile)
    func hostileText(text: String) async throws {
        let sample = try SampleSite { $0.values = text }
        try await sample.fill(calls: 6, remark: text)
        try await sample.addCall(7) { record in
            record.queue = text
            record.site = text
            record.agent = text
            record.caller = text
            record.metadata = [text: text]
        }
        let browser = try await Browser.signedIn(sample.site, as: "ana" + text.prefix(20))
        let query = LinkText.encoded(String(text.prefix(200)))
        let paths =
            Self.paths + [
                "/calls/C-1007", "/calls?queue=\(query)&text=\(query)&agent=\(query)",
                "/ideas?text=\(query)", "/sessions?listener=\(query)",
                "/digest?site=\(query)&queue=\(query)",
            ]
        for path in paths where path != "/calls/C-1011" {
            let answer = try await browser.get(path)
            #expect(answer.status == 200, "\(path) \(answer.status)")
            for piece in ["<script>", "<img src=x", "</title></main>"] {
                #expect(!answer.text.contains(piece), "\(path)")
            }
            let shown = answer.text.components(separatedBy: browser.formToken ?? "?").count
            #expect(shown <= 5, "a template within a text was filled in on \(path)")
            for scalar in ["\u{202E}", "\u{1B}", "\u{0007}"] {
                #expect(!answer.text.contains(scalar), "\(path)")
            }
        }
        let missing = try await browser.get("/calls/\(query)")
        #expect(missing.status == 404)
        #expect(!missing.text.contains("<script>"))
    }

    @Test(
        "what a page says does not change unnoticed",
        arguments: [
            ("/", "week"), ("/calls", "calls"), ("/calls/C-1001", "call"), ("/digest", "digest"),
            ("/digest/sums/hold-too-long", "digest-sums"),
            ("/digest/calls?of=pain-point:hold-too-long", "digest-calls"),
            ("/sessions", "sessions"), ("/sessions/s-1", "session"), ("/ideas", "ideas"),
            ("/help", "help"), ("/wall", "wall"), ("/listen", "listen"), ("/nowhere", "notFound"),
        ])
    func snapshots(path: String, name: String) async throws {
        let sample = try SampleSite { $0.values = "We answer for the customer." }
        try await sample.fill(calls: 8)
        let browser = try await Browser.signedIn(sample.site)
        let answer = try await browser.get(path)
        let text = answer.text.replacing(browser.formToken ?? "?", with: "TOKEN")
        try Snapshot.check(page: text, "\(name).html")
    }

    @Test("a template with a mistake stops the server")
    func brokenTemplates() {
        #expect(throws: TemplateError.self) {
            _ = try Templates(bytes: { _ in Array("{{#open}}".utf8) })
        }
    }
}
