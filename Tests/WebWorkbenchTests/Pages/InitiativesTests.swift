import CallArchive
import CallModel
import CallReports
import CallWorkbench
import Foundation
import Testing

@testable import WebWorkbench

@Suite("The pages of fixes")
struct InitiativesTests {
    private let sample: SampleSite
    private let browser: Browser

    init() async throws {
        sample = try SampleSite()
        try await sample.fill()
        browser = try await Browser.signedIn(sample.site)
    }

    private static let form = [
        "title": "Call back instead of hold", "pain": "hold-too-long", "owner": "Ana",
        "effort": "2,5", "hypothesis": "They need not wait", "hope": "50",
    ]
    private static let path = "/initiatives/call-back-instead-of-hold"

    @Test("a fix is registered by form, and has a page")
    func registering() async throws {
        let answer = try await browser.post("/initiatives", Self.form)
        #expect(answer.status == 303)
        #expect(answer.header("Location") == Self.path + "?done=registered")
        let stored = try #require(try await sample.archive.initiatives().first)
        #expect(stored.plan.effortDays == 2.5)
        #expect(stored.plan.hopedReduction == 0.5)
        #expect(stored.plan.painPoints == ["hold-too-long"])
        #expect(stored.registeredBy == ListenerID("ana"))
        let page = try await browser.get(Self.path + "?done=registered")
        for said in [
            "The fix is registered.", "They need not wait", "2.5 days of work",
            "50 of 100 such calls", "Hold too long", "registered it", ">planned<",
        ] {
            #expect(page.text.contains(said), "\(said)")
        }
        #expect(try await browser.get("/initiatives").text.contains("Call back instead of hold"))
    }

    @Test("several pain points are several")
    func severalPainPoints() async throws {
        var fields = Self.form.map { "\($0)=\(LinkText.encoded($1))" }
        fields.append("pain=called-again")
        fields.append("token=\(browser.formToken ?? "")")
        _ = try await browser.send(
            "POST", "/initiatives",
            ["Origin": Browser.origin, "Content-Type": "application/x-www-form-urlencoded"],
            body: fields.joined(separator: "&"))
        let stored = try #require(try await sample.archive.initiatives().first)
        #expect(Set(stored.plan.painPoints) == ["hold-too-long", "called-again"])
    }

    @Test(
        "what is wrong with a form is said beside what was written",
        arguments: [
            ("title", "", "A fix needs a title"), ("owner", "", "A fix needs a title"),
            ("hypothesis", "", "A fix needs a title"), ("pain", "", "no pain point"),
            ("pain", "hold-too-lng", "did you mean"), ("effort", "two", "Days of work"),
            ("effort", "0", "out of range"), ("effort", "1e99", "out of range"),
            ("hope", "101", "over 0 and up to 100"), ("hope", "nan", "Hoped for"),
        ])
    func mistakes(field: String, value: String, sentence: String) async throws {
        var form = Self.form
        form[field] = value
        let answer = try await browser.post("/initiatives", form)
        #expect([400, 409].contains(answer.status))
        #expect(answer.text.contains(sentence), "\(answer.text)")
        #expect(answer.text.contains("<details open>"))
        for (name, text) in form where !["pain", field].contains(name) {
            #expect(answer.text.contains(text), "\(name) is lost")
        }
        #expect(try await sample.archive.initiatives().isEmpty)
    }

    @Test("a name is given once")
    func twice() async throws {
        _ = try await browser.post("/initiatives", Self.form)
        let again = try await browser.post("/initiatives", Self.form)
        #expect(again.status == 409)
        #expect(again.text.contains("There is a fix of that name already"))
    }

    @Test("a fix ships, and is judged from the calls heard after it")
    func shipping() async throws {
        _ = try await browser.post("/initiatives", Self.form)
        let answer = try await browser.post(
            Self.path + "/ship", ["day": "2026-11-19", "settle": "0"])
        #expect(answer.header("Location") == Self.path + "?done=shipped")
        let page = try await browser.get(Self.path)
        #expect(page.text.contains("shipped it on 19 November 2026<"))
        // One call was heard on each side.
        #expect(page.text.contains("Not compared with the days before it"))
        #expect(!page.text.contains(Self.path + "/ship"), "it ships once")
        #expect(page.text.contains(Self.path + "/drop"))
    }

    @Test(
        "an act that may not follow is refused on its page, in the rules' own words",
        arguments: [
            ("ship", ["day": "2026-11-18"], "was registered on 2026-11-19"),
            ("ship", ["day": "2026-11-20"], "still to come"),
            ("ship", ["day": "soon"], "is no day"), ("ship", ["settle": "many"], "to be a number"),
            ("ship", ["settle": "91"], "out of range"), ("drop", ["reason": " "], "Say why"),
        ])
    func refusals(act: String, form: [String: String], sentence: String) async throws {
        _ = try await browser.post("/initiatives", Self.form)
        let answer = try await browser.post("\(Self.path)/\(act)", form)
        #expect([400, 409].contains(answer.status))
        #expect(answer.text.contains(sentence), "\(answer.text)")
        #expect(answer.text.contains("They need not wait"), "it is the fix's own page")
        #expect(try await sample.archive.initiatives().first?.shippedOn == nil)
    }

    @Test("one that was given up keeps what was registered, and takes no more acts")
    func dropping() async throws {
        _ = try await browser.post("/initiatives", Self.form)
        let answer = try await browser.post(Self.path + "/drop", ["reason": "Too <b>dear</b>"])
        #expect(answer.status == 303)
        let page = try await browser.get(Self.path)
        #expect(page.text.contains("Too &lt;b&gt;dear&lt;/b&gt;"))
        #expect(page.text.contains("They need not wait"))
        #expect(!page.text.contains("<form class=\"plan\""))
        let ship = try await browser.post(Self.path + "/ship", ["day": "2026-11-19"])
        #expect(ship.status == 409)
        #expect(try await browser.get("/initiatives").text.contains("Given up"))
    }

    @Test(
        "what there is not is not found",
        arguments: [
            ("GET", "/initiatives/none"), ("POST", "/initiatives/none/ship"),
            ("POST", "/initiatives/none/drop"),
        ])
    func missing(method: String, path: String) async throws {
        let answer =
            try await method == "GET" ? browser.get(path) : browser.post(path, ["reason": "x"])
        #expect(answer.status == 404)
        #expect(answer.text.contains("There is no fix named none."))
    }

    @Test("a title makes a name that can stand in a link", arguments: PageTests.hostile)
    func names(title: String) async throws {
        let id = InitiativeForm.name(for: title)
        #expect((1...60).contains(id.rawValue.count))
        #expect(id.rawValue.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" })
    }

    @Test("what people wrote is text", arguments: PageTests.hostile)
    func hostile(text: String) async throws {
        var form = Self.form
        for field in ["title", "owner", "hypothesis"] { form[field] = text }
        for field in ["site", "queue"] { form[field] = String(text.prefix(200)) }
        let added = try await browser.post("/initiatives", form)
        #expect(added.status == 303)
        let path = String(try #require(added.header("Location")).prefix { $0 != "?" })
        form["pain"] = text
        let refused = try await browser.post("/initiatives", form)
        _ = try await browser.post(path + "/drop", ["reason": text])
        for answer in [
            refused, try await browser.get("/initiatives"), try await browser.get(path),
            try await browser.get("/digest"),
        ] {
            for piece in ["<script>", "<img src=x", "</title></main>", "{{frame.formToken}}"] {
                #expect(answer.text.contains(piece) == (piece.hasPrefix("{{") && text == piece))
            }
            for scalar in ["\u{202E}", "\u{1B}", "\u{0007}"] {
                #expect(!answer.text.contains(scalar))
            }
        }
    }

    @Test("a board without calls says what it lacks")
    func nobodyListened() async throws {
        let empty = try SampleSite()
        let browser = try await Browser.signedIn(empty.site)
        let board = try await browser.get("/initiatives")
        #expect(board.text.contains("No fix is registered yet."))
        #expect(board.text.contains("The taxonomy has no pain points yet."))
    }

    // The standings that calls of one week cannot give

    private func standing(
        _ id: String, _ outcome: Digest.Outcome?, days: String? = "2026-10-05"
    ) throws -> Digest.InitiativeStanding {
        let initiative = InitiativeID(id)
        let plan = Initiative.Plan(
            title: "Call back \(id)", painPoints: ["hold-too-long"], owner: "Ana", effortDays: 2,
            hypothesis: "They need not wait", hopedReduction: 0.5, shareBefore: 0.21,
            callsEachSide: 118)
        var events = [
            Initiative.Event(
                initiative: initiative, at: SampleSite.monday.addingTimeInterval(-60 * 86_400),
                by: ListenerID("ana"), act: .registered(plan))
        ]
        if let day = days.flatMap({ CalendarDay($0) }) {
            events.append(
                Initiative.Event(
                    initiative: initiative, at: SampleSite.monday.addingTimeInterval(-42 * 86_400),
                    by: ListenerID("bo"), act: .shipped(on: day, washOutDays: 7)))
        }
        return Digest.InitiativeStanding(
            initiative: try #require(Initiative(events)), labels: ["Hold too long"],
            outcome: outcome)
    }

    private static let worked = Digest.Outcome(
        verdict: .worked, countedBefore: 120, countedAfter: 118,
        before: Estimate(value: 0.21, low: 0.15, high: 0.29),
        after: Estimate(value: 0.08, low: 0.04, high: 0.14),
        difference: Estimate(value: -0.13, low: -0.2, high: -0.05), untouched: "Called again",
        untouchedDifference: Estimate(value: 0.01, low: -0.05, high: 0.07))

    private static var course: Digest.Course {
        func range(_ low: Double, _ high: Double) -> Estimate {
            Estimate(value: (low + high) / 2, low: low, high: high)
        }
        let weeks = (0..<16).map { index in
            Digest.WeekPoint(
                week: "2026-08-\(10 + index)", counted: index == 3 ? 0 : 15,
                calls: index < 8 ? 3 : 1,
                share: index == 3 ? nil : index < 8 ? range(0.08, 0.36) : range(0.01, 0.2),
                startsAnew: index == 8)
        }
        return Digest.Course(
            weeks: weeks, fittedBefore: 8, fittedAfter: 8, slopeBefore: range(-0.02, 0.01),
            step: range(-0.18, -0.06), slopeChange: range(-0.01, 0.02))
    }

    @Test("a fix stands in the column that its verdict gives it")
    func stages() throws {
        let outcomes: [(Digest.Outcome.Verdict, InitiativeStage)] = [
            (.worked, .judged), (.rose, .judged), (.noChange, .judged), (.redefined, .judged),
            (.cannotTell(more: 40), .waiting), (.notCompared(.unknownPopulation), .waiting),
        ]
        for (verdict, stage) in outcomes {
            var outcome = Self.worked
            outcome.verdict = verdict
            #expect(InitiativeStage(try standing("a", outcome)) == stage)
        }
        #expect(InitiativeStage(try standing("a", nil)) == .waiting)
        #expect(InitiativeStage(try standing("a", nil, days: nil)) == .planned)
    }

    @Test("a verdict is shown with both ranges to one scale, and what no fix touched")
    func verdict() async throws {
        var outcome = Self.worked
        outcome.course = Self.course
        let standing = try standing("worked", outcome)
        let view = InitiativeView(
            frame: sample.site.writer.frame(
                title: "Call back", place: .initiatives, visitor: nil),
            standing: standing, events: [], digest: try await digest(),
            today: try #require(CalendarDay("2026-11-19")), zone: .gmt, words: sample.site.words,
            notice: nil, problem: nil)
        let bars = try #require(view.bars)
        #expect(bars.rows.map(\.label) == ["Before", "After"])
        #expect(bars.rows[0].text == "21\u{A0}% (15\u{A0}% to 29\u{A0}%)")
        #expect(Double(bars.rows[0].bar.high) ?? 0 > Double(bars.rows[1].bar.high) ?? 100)
        #expect(view.verdict.hasPrefix("It worked: down by"))
        #expect(view.untouched?.contains("Called again") == true)
        #expect(view.course?.contains("down by 6 to 18 of every 100 calls at once") == true)
        #expect(view.weeks?.columns.count == 15 && view.weeks?.breaks.count == 1)
        #expect(view.weeks?.caption.hasSuffix("at the line it shipped") == true)
        #expect(view.statusClass == "good")
        #expect(view.sizeNote == "21\u{A0}% of all calls had it when this was registered.")
        try Snapshot.check(
            page: sample.site.writer.templates.html(.initiative, view), "fix-worked.html")
    }

    @Test("the board does not change unnoticed")
    func board() async throws {
        let standings = [
            try standing("worked", Self.worked), try standing("waiting", nil),
            try standing("planned", nil, days: nil),
        ]
        let view = InitiativeBoardView(
            frame: sample.site.writer.frame(title: "Fixes", place: .initiatives, visitor: nil),
            standings: standings, digest: try await digest(),
            form: InitiativeForm.View(
                InitiativeForm(), offered: SampleSite.taxonomy.painPoints, isOpen: false),
            words: sample.site.words)
        #expect(view.groups.map { $0.cards.count } == [1, 1, 1])
        try Snapshot.check(
            page: sample.site.writer.templates.html(.initiatives, view), "fixes.html")
    }

    @Test("the digest celebrates what worked in one line")
    func win() async throws {
        var digest = try #require(try await digest())
        digest.initiatives = [try standing("worked", Self.worked)]
        let view = DigestView(
            frame: sample.site.writer.frame(title: "Digest", place: .digest, visitor: nil),
            digest: digest, sounding: [], words: sample.site.words, now: SampleSite.now)
        let html = sample.site.writer.templates.html(.digest, view)
        let line = "<p class=\"win\"><a href=\"/initiatives/worked\">It worked: "
        #expect(html.components(separatedBy: line).count == 2)
        #expect(html.contains("href=\"/initiatives/worked\""))
        digest.initiatives[0].outcome?.verdict = .noChange
        let other = DigestView(
            frame: sample.site.writer.frame(title: "Digest", place: .digest, visitor: nil),
            digest: digest, sounding: [], words: sample.site.words, now: SampleSite.now)
        #expect(!sample.site.writer.templates.html(.digest, other).contains("class=\"win\""))
    }

    private func digest() async throws -> Digest? {
        try await sample.site.digests.digest(of: nil, scope: Scope())
    }
}
