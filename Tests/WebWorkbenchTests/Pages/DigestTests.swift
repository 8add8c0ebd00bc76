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

    @Test("every other number leads to its calls, as many as it says")
    func calls() async throws {
        let sample = try SampleSite()
        try await sample.fill()
        // Half of it is missing; and one whose record tells of a hold.
        try await sample.addCall(15) { $0.seconds = 120 }
        try await sample.addCall(18) { record in
            record.holds = [CallTimeRange(milliseconds: 1000, 9000)].compactMap { $0 }
        }
        try await sample.listen(to: ["C-1003"], remark: "", id: "s-2", by: "bo") { _ in nil }
        let browser = try await Browser.signedIn(sample.site, as: "cy")
        let scope = "&site=Dublin&direction=inbound"
        let page = try await browser.get("/digest?week=2026-W47" + scope).text
        let days = "/calls?from=2026-11-16&to=2026-11-22"
        let heard = "/digest/calls?week=2026-W47" + scope + "&of="
        for (path, count) in [
            (heard + "counted", 2), (heard + "heard-twice", 1), (heard + "reason%3Arefund", 2),
            (heard + "pain-point%3Ahold-too-long", 2), (days + scope, 6),
            (days + scope + "&recording=decoded&completeness-under=100", 1),
            (days + scope + "&logged-holds=1", 1), (days + scope + "&logged-holds=0", 1),
            (days + "&frame=weekly&picked=yes", 6),
        ] {
            let link = "href=\"\(path.replacing("&", with: "&amp;"))\""
            #expect(page.contains(link), "\(path)")
            let calls = try await browser.get(path).text
            #expect(calls.matches(of: /<th role="rowheader"|<li data-call=/).count == count)
        }
        // What was not heard in the week before either has no calls to lead to.
        #expect(page.contains("<span class=\"silent\"><bdi>Called again</bdi></span>"))
    }

    @Test("a table of the groups leads to all of them, those picked, heard and passed over")
    func strata() throws {
        var stratum = Digest.Sample.Stratum(
            name: "North (2026-11-16..2026-11-22)", population: 9, drawn: 3, skipped: 1, heard: 2)
        stratum.draws = [DrawID("d1"), DrawID("d2")]
        stratum.nameInDraws = "North"
        let week = try #require(Period(week: "2026-W47", in: .gmt))
        let paths = CallsBehindPath(period: week, scope: Scope(site: "Dublin")).stratum(stratum)
        let part = "/calls?from=2026-11-16&to=2026-11-22&group=North&frame=d1&frame=d2"
        #expect(paths.all == part && paths.picked == part + "&picked=yes")
        #expect(paths.skipped == part + "&picked=yes&skipped=yes&heard=no")
        #expect(
            paths.heard
                == "/digest/calls?week=2026-W47&of=group%3ANorth%20%282026-11-16..2026-11-22%29")
    }

    @Test("what the first listener said is nowhere told to who may become the second")
    func fresh() async throws {
        let sample = try SampleSite()
        try await sample.fill(heard: 3, double: ["C-1001"])
        let (ana, bo) = (
            try await Browser.signedIn(sample.site),
            try await Browser.signedIn(sample.site, as: "bo")
        )
        let week = "week=2026-W47"
        for path in [
            "/digest?\(week)", "/api/v1/digest?\(week)", "/digest/sums/hold-too-long?\(week)",
            "/digest/calls?\(week)&of=pain-point:hold-too-long",
            "/digest/calls?\(week)&of=reason:refund", "/calls?pain-point=hold-too-long",
            "/calls?reason=refund", "/calls?text=back", "/api/v1/calls?reason=refund",
            "/api/v1/digest/sums/hold-too-long?\(week)",
            "/api/v1/digest/calls?\(week)&of=reason-tree:billing",
        ] {
            let (told, kept) = (try await ana.get(path).text, try await bo.get(path).text)
            #expect(told.contains("C-1001"), "\(path)")
            #expect(kept.contains("C-1002") && !kept.contains("C-1001"), "\(path)")
        }
        for path in [
            "/digest/calls?\(week)&of=counted", "/calls?heard=yes",
            "/agreement/calls?of=heard",
        ] {
            let kept = try await bo.get(path).text
            #expect(kept.contains("C-1001") && kept.contains("kept fresh"), "\(path)")
            #expect(try await !ana.get(path).text.contains("kept fresh"), "\(path)")
        }
        // Once it was heard by both there is nothing to keep.
        try await sample.listen(to: ["C-1001"], remark: "", id: "s-2", by: "bo")
        #expect(
            try await bo.get("/digest/calls?\(week)&of=reason:refund").text.contains("C-1001"))
    }

    @Test("an alarm opens its sums, or the calls of its week where there are none")
    func alarms() async throws {
        let sample = try SampleSite()
        try await sample.fill()
        let month = try #require(Period(month: "2026-11", in: .gmt))
        var digest = try await DigestDesk(sample.site.workbench).digest(of: month)
        func alarm(_ key: String) -> Digest.Alarm {
            Digest.Alarm(
                key: key, label: key, calls: 4, counted: 9, callsBefore: 1, countedBefore: 90,
                p: 0.001)
        }
        digest.alarms = .init(
            week: "2026-W47", since: "2026-W38", until: "2026-W45",
            painPoints: [alarm("hold-too-long"), alarm("none")],
            volume: .init(calls: 90, usual: 40, upper: 60))
        let calls = CallsBehindPath(period: month, scope: Scope(site: "Dublin"))
        let links = DigestPage(digest, language: .english).alarms.map {
            LinkedSentence($0, in: digest, calls).link
        }
        #expect(
            links == [
                "/digest/sums/hold-too-long?month=2026-11",
                "/digest/calls?week=2026-W47&site=Dublin&of=pain-point%3Anone",
                "/calls?from=2026-11-16&to=2026-11-22&site=Dublin",
            ])
    }

    @Test("the calls behind a number come page by page, each with the seconds in it")
    func pagesOfCalls() async throws {
        let sample = try SampleSite()
        try await sample.fill(calls: 130, picked: 120, heard: 120)
        let browser = try await Browser.signedIn(sample.site)
        let path = "/digest/calls?week=2026-W47&of=counted"
        let first = try await browser.get(path).text
        #expect(first.contains("120 calls count.") && !first.contains("First page"))
        #expect(first.contains("href=\"/calls/C-1119#t12\""))
        #expect(first.contains("&amp;after=C-1020\">Next page</a>"))
        let second = try await browser.get(path + "&after=C-1020").text
        #expect(second.contains("C-1019") && !second.contains("C-1020"))
        #expect(second.contains("First page") && !second.contains("Next page"))
        #expect(try await browser.get("/digest/calls?of=some").status == 400)
        #expect(try await browser.get("/digest/calls?of=pain-point:none").text.contains("no such"))
    }

    @Test("no link of the pages that tell numbers leads nowhere")
    func links() async throws {
        let sample = try SampleSite()
        try await sample.fill(calls: 60, picked: 40, heard: 30)
        try await sample.addFix("call-back", shipped: true)
        try await sample.listen(
            to: (0..<12).map(SampleSite.name), remark: "", id: "s-2", by: "bo",
            expects: [Prediction(reason: "refund", share: 0.5)]
        ) { $0 < 9 ? "hold-too-long" : "called-again" }
        let browser = try await Browser.signedIn(sample.site)
        var seen: Set<String> = []
        for page in [
            "/digest", "/digest/sums/hold-too-long", "/digest/calls", "/agreement",
            "/agreement/calls", "/expectations", "/expectations/bo", "/initiatives",
            "/initiatives/call-back",
        ] {
            let text = try await browser.get(page).text
            let links = text.matches(of: /href="(\/[^"#]*)/).map { match in
                String(match.1).replacing("&amp;", with: "&")
            }
            #expect(!links.isEmpty)
            for link in links where seen.insert(link).inserted {
                #expect(try await browser.get(link).status == 200, "\(page) \(link)")
            }
        }
        #expect(seen.contains { $0.hasPrefix("/agreement/calls?") && $0.contains("severity") })
        #expect(seen.contains { $0.hasPrefix("/digest/calls?") && $0.contains("reason-tree") })
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
