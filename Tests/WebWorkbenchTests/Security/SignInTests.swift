import Testing

@testable import WebWorkbench

@Suite("Signing in")
struct SignInTests {
    @Test("a link signs one browser in, once")
    func linkWorksOnce() async throws {
        let sample = try SampleSite()
        var browser = Browser(sample.site)
        let link = await sample.site.desk.makeLink().text

        let page = try await browser.get("/sign-in/\(link)")
        #expect(page.status == 200)
        #expect(page.text.contains("value=\"ana\""))
        let answer = try await browser.post("/sign-in", ["link": link, "listener": "  Zoë  "])
        #expect(answer.status == 303)
        #expect(answer.header("Location") == "/")
        let cookie = try #require(answer.header("Set-Cookie"))
        #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
        #expect(cookie.hasPrefix("earful-\(Browser.port)="))
        browser.cookie = String(cookie.prefix { $0 != ";" })
        #expect(try await browser.get("/").text.contains("<bdi>Zoë</bdi>"))

        let again = try await Browser(sample.site).get("/sign-in/\(link)")
        #expect(again.status == 403)
        #expect(again.text.contains("A link works once"))
        let second = try await Browser(sample.site).post(
            "/sign-in", ["link": link, "listener": "eve"])
        #expect(second.status == 403)
        #expect(second.header("Set-Cookie") == nil)
    }

    @Test("a browser that loads the link ahead does not use it up")
    func prefetchIsHarmless() async throws {
        let sample = try SampleSite()
        let browser = Browser(sample.site)
        let link = await sample.site.desk.makeLink().text
        for method in ["GET", "HEAD", "GET"] {
            #expect(try await browser.send(method, "/sign-in/\(link)").status == 200)
        }
        #expect(
            try await browser.post("/sign-in", ["link": link, "listener": "ana"]).status == 303)
    }

    @Test("a wrong link, and a name that is none, let nobody in")
    func wrongLinks() async throws {
        let sample = try SampleSite()
        let browser = Browser(sample.site)
        let link = await sample.site.desk.makeLink().text
        #expect(try await browser.get("/sign-in/\(Secret().text)").status == 403)
        for form in [
            ["link": Secret().text, "listener": "ana"], ["link": "", "listener": "ana"],
            ["listener": "ana"], [:],
        ] {
            let answer = try await browser.post("/sign-in", form)
            #expect(answer.status == 403)
            #expect(answer.header("Set-Cookie") == nil)
        }
        let unnamed = try await browser.post("/sign-in", ["link": link, "listener": " \u{202E} "])
        #expect(unnamed.status == 422)
        #expect(unnamed.header("Set-Cookie") == nil)
        #expect(await sample.site.desk.isOpen(link))
    }

    @Test("signing out ends the session")
    func signOut() async throws {
        let sample = try SampleSite()
        let browser = try await Browser.signedIn(sample.site)
        #expect(try await browser.get("/help").status == 200)
        let answer = try await browser.post("/sign-out")
        #expect(answer.status == 303)
        #expect(answer.header("Set-Cookie")?.contains("Max-Age=0") == true)
        #expect(try await browser.get("/help").status == 403)
    }

    @Test("whoever is signed in makes links for other browsers")
    func furtherLinks() async throws {
        let sample = try SampleSite()
        let first = try await Browser.signedIn(sample.site)
        let page = try await first.post("/links")
        let path = try #require(
            page.text.firstMatch(of: #/http://127\.0\.0\.1:8471(/sign-in/[\w-]{43})</#))
        #expect(try await Browser(sample.site).get(String(path.1)).status == 200)
    }

    @Test("old links go where there are too many")
    func linksAreFew() async throws {
        let desk = SignInDesk()
        let first = await desk.makeLink()
        for _ in 0..<SignInDesk.mostLinks { _ = await desk.makeLink() }
        #expect(await !desk.isOpen(first.text))
    }
}
