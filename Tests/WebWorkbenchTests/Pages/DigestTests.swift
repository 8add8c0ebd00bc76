import CallModel
import CallReports
import CallWorkbench
import Foundation
import Testing
@testable import WebWorkbench

@Suite("The digest's page")
struct DigestTests {
    @Test("its files are the command's, byte for byte", arguments: DigestFile.allCases)
    func files(file: DigestFile) async throws {
        let sample = try SampleSite()
        try await sample.fill()
        let browser = try await Browser.signedIn(sample.site)
        let answer = try await browser.get("/digest/files/\(file.rawValue)?week=2026-W47")
        let period = try #require(Period(week: "2026-W47", in: .gmt))
        let digest = try await DigestDesk(sample.site.workbench).digest(of: period)
        #expect(answer.text == file.format.text(digest))
        #expect(
            answer.header("Content-Disposition")
                == "attachment; filename=\"digest-2026-W47.\(file.ending)\"")
    }

    @Test("a digest is made again when something was said")
    func freshness() async throws {
        let sample = try SampleSite()
        try await sample.fill()
        let browser = try await Browser.signedIn(sample.site)
        #expect(try await browser.get("/digest").text.contains("4 of 12 calls"))
        try await sample.listen(to: ["C-1004"], remark: "again", id: "s-2")
        #expect(try await browser.get("/digest").text.contains("5 of 12 calls"))
    }

    @Test("pain points that cannot be told apart are one band, with one place for all of them")
    func band() async throws {
        let sample = try SampleSite()
        try await sample.fill(calls: 60, picked: 40, heard: 0)
        let picked = (0..<40).map(SampleSite.name)
        try await sample.listen(to: picked, remark: "", id: "s-2") {
            $0.isMultiple(of: 2) ? "hold-too-long" : "called-again"
        }
        let page = try await Browser.signedIn(sample.site).get("/digest").text
        #expect(page.contains("<tr><td class=\"place band\" rowspan=\"2\">1–2</td><th"))
        #expect(page.components(separatedBy: "<td class=\"place").count == 2)
    }

    @Test("the other numbers lead to their calls in the library")
    func calls() async throws {
        let sample = try SampleSite()
        try await sample.fill()
        // Half of it is missing.
        try await sample.addCall(15) { $0.seconds = 120 }
        let browser = try await Browser.signedIn(sample.site)
        let page = try await browser.get("/digest?week=2026-W47&site=Dublin").text
        let days = "/calls?from=2026-11-16&to=2026-11-22"
        for choice in ["&heard=yes", "&reason=refund", "&completeness-under=100"] {
            let path = days + "&site=Dublin" + choice
            #expect(
                page.contains("href=\"\(path.replacing("&", with: "&amp;"))\""), "\(choice)")
            #expect(try await browser.get(path).status == 200)
        }
        // The library cannot be limited to a direction.
        #expect(try await !browser.get("/digest?direction=inbound").text.contains(days))
    }

    @Test("every line leads to its sums, which are the command's, and these to their calls")
    func sums() async throws {
        let sample = try SampleSite()
        try await sample.fill()
        let browser = try await Browser.signedIn(sample.site)
        let path = "/digest/sums/hold-too-long?week=2026-W47"
        #expect(try await browser.get("/digest").text.contains("href=\"\(path)\""))
        let page = try await browser.get(path).text
        let period = try #require(Period(week: "2026-W47", in: .gmt))
        let explanation = try #require(
            try await DigestDesk(sample.site.workbench)
                .explanation(of: "hold-too-long", in: period))
        let words = Language.english.words
        let sums = ExplanationPage(explanation, words: words).parts.flatMap(\.sums)
        #expect(!sums.isEmpty && sums.allSatisfy { page.contains("<li>\($0)</li>") })
        #expect(!explanation.affected.isEmpty)
        #expect(
            explanation.affected.allSatisfy {
                page.contains("href=\"/calls/\($0.call.rawValue)#t12\"")
            }
        )
        #expect(page.contains("href=\"/digest?week=2026-W47#pain-hold-too-long\""))
        let scoped = try await browser.get("/digest?week=2026-W47&site=Dublin").text
        #expect(scoped.contains("/digest/sums/hold-too-long?week=2026-W47&amp;site=Dublin"))
        #expect(try await browser.get("/digest/sums/no-such?week=2026-W47").status == 404)
        #expect(try await browser.get("/digest/sums/hold-too-long?week=2026-W20").status == 404)
    }

    @Test("where every call was heard, each line leads to its sums too")
    func sumsOfAll() async throws {
        let sample = try SampleSite()
        try await sample.fill(calls: 6, picked: 6, heard: 6)
        let browser = try await Browser.signedIn(sample.site)
        let path = "/digest/sums/hold-too-long?week=2026-W47"
        #expect(try await browser.get("/digest").text.contains("href=\"\(path)\""))
        #expect(try await browser.get(path).status == 200)
    }

    @Test(
        "periods and scopes are picked by the address",
        arguments: [
            ("week=2026-W47", "16 to 22 November 2026"), ("month=2026-11", "1 to 30 November 2026"),
            ("from=2026-11-16&to=2026-11-18", "16 to 18 November 2026"),
            ("week=2026-W47&site=Dublin", "site Dublin"),
            ("period=2026-W47", "16 to 22 November 2026"),
            ("period=2026-11", "1 to 30 November 2026"),
            ("period=2026-11-16..2026-11-18", "16 to 18 November 2026"),
            ("week=2026-W47&direction=inbound&queue=Billing", "inbound, queue Billing"),
        ])
    func picking(query: String, words: String) async throws {
        let sample = try SampleSite()
        try await sample.fill()
        let answer = try await Browser.signedIn(sample.site).get("/digest?\(query)")
        #expect(answer.text.contains(words))
    }

    @Test(
        "what is no period is refused",
        arguments: [
            "week=47", "month=13", "from=2026-11-01", "from=2026-11-03&to=2026-11-01",
            "direction=sideways",
            "period=monday", "period=2026-11-18..2026-11-16", "period=2026-W99",
        ])
    func wrongPeriods(query: String) async throws {
        let browser = try await Browser.signedIn(SampleSite().site)
        #expect(try await browser.get("/digest?\(query)").status == 400)
    }
}
