import HTTPTypes
import Testing
@testable import WebWorkbench

@Suite("What is let through")
struct GuardTests {
    private static let table = try! RouteTable(SampleSite().site).routes

    private static func filled(_ path: String) -> String {
        path.replacing(#/\{\w+\}/#, with: "x")
    }

    @Test("nothing personal without a session", arguments: table.filter { $0.access != .anyone })
    func sessionIsNeeded(route: Route) async throws {
        let browser = try Browser(SampleSite().site)
        let path = Self.filled(route.path)
        let answer =
            try await route.method == .get ? browser.get(path) : browser.post(path)
        #expect(answer.status == 403, "\(route.path)")
        let isForPrograms = route.path.hasPrefix("/api/")
        #expect(
            answer.header("Content-Type")
                == (isForPrograms ? "application/problem+json" : "text/html; charset=utf-8"))
        if !isForPrograms { #expect(answer.text.contains("earful serve")) }
    }

    @Test(
        "a change needs the token and the origin too",
        arguments: table.filter { $0.access == .changing })
    func changesAreGuarded(route: Route) async throws {
        let browser = try await Browser.signedIn(SampleSite().site)
        let path = Self.filled(route.path)
        let refused: [([String: String], [String: String])] = [
            (["token": "wrong"], [:]), (["token": Secret().text], [:]),
            ([:], ["Origin": "http://evil.example"]), ([:], ["Origin": "null"]),
            ([:], ["Origin": "http://127.0.0.1:9999"]), ([:], ["Origin": "https://127.0.0.1:8471"]),
            ([:], ["Origin": ""]), ([:], ["Origin": "", "Sec-Fetch-Site": "cross-site"]),
            ([:], ["Content-Type": "text/plain"]),
        ]
        for (form, headers) in refused {
            let answer = try await browser.post(path, form, headers)
            #expect(answer.status == 403, "\(path) \(form) \(headers)")
        }
        let vouched = try await browser.post(
            path, [:], ["Origin": "", "Sec-Fetch-Site": "same-origin"])
        #expect(vouched.status != 403)
    }

    @Test("a script sends the token in a header")
    func tokenInHeader() async throws {
        let sample = try SampleSite()
        try await sample.fill()
        let browser = try await Browser.signedIn(sample.site)
        let answer = try await browser.send(
            "POST", "/api/v1/calls/C-1000/swap-sides",
            ["Origin": Browser.origin, "X-CSRF-Token": browser.formToken ?? ""])
        #expect(answer.status == 200, "\(answer.text)")
    }

    @Test(
        "another name than this machine's own gets no answer",
        arguments: [
            "evil.example", "evil.example:8471", "127.0.0.1", "127.0.0.1:80", "localhost:1",
            "127.0.0.1.evil.example:8471", "0.0.0.0:8471", "", nil,
        ])
    func hostIsChecked(host: String?) async throws {
        let browser = try Browser(SampleSite().site)
        for path in ["/", "/healthz", "/api/v1/calls", "/metrics", "/static/x.css"] {
            #expect(try await browser.send("GET", path, host: host).status == 421)
        }
    }

    @Test("the machine's own names get one", arguments: ["127.0.0.1", "localhost", "[::1]"])
    func ownNames(name: String) async throws {
        let browser = try Browser(SampleSite().site)
        let answer = try await browser.send("GET", "/healthz", host: "\(name):8471")
        #expect(answer.status == 200)
    }

    @Test(
        "every answer has the headers, whatever its status",
        arguments: [
            ("GET", "/"), ("GET", "/nowhere"), ("GET", "/healthz"), ("POST", "/nowhere"),
            ("GET", "/api/v1/calls"), ("GET", "/sign-in/x"), ("GET", "/../../etc/passwd"),
            ("DELETE", "/calls"), ("HEAD", "/healthz"), ("GET", "/static/none.css"),
        ])
    func headers(method: String, path: String) async throws {
        let browser = try Browser(SampleSite().site)
        for host in ["127.0.0.1:8471", "evil.example"] {
            let answer = try await browser.send(method, path, host: host)
            let policy = try #require(answer.header("Content-Security-Policy"))
            #expect(policy.contains("default-src 'none'"))
            #expect(policy.contains("frame-ancestors 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(answer.header("X-Content-Type-Options") == "nosniff")
            #expect(answer.header("Referrer-Policy") == "same-origin")
            #expect(answer.header("Cross-Origin-Resource-Policy") == "same-origin")
            #expect(answer.header("Cross-Origin-Opener-Policy") == "same-origin")
            #expect(answer.header("Cache-Control") == "no-store")
        }
    }

    @Test("what stays the same may be kept, and nothing else")
    func caching() async throws {
        let sample = try SampleSite()
        let browser = Browser(sample.site)
        let answer = try await browser.get(sample.site.files.link("earful.css"))
        #expect(answer.status == 200)
        #expect(answer.header("Cache-Control") == "public, max-age=31536000, immutable")
        #expect(answer.header("Content-Type") == "text/css; charset=utf-8")
    }

    @Test("a form that is too large is refused before it is read")
    func largeForms() async throws {
        let browser = try await Browser.signedIn(SampleSite().site)
        let large = String(repeating: "x", count: RequestGuard.mostFormBytes + 1)
        #expect(try await browser.post("/links", ["note": large]).status == 413)
        let announced = try await browser.post("/links", [:], ["Content-Length": "99999999"])
        #expect(announced.status == 413)
    }

    @Test("an error that nobody foresaw tells its reason to the log alone")
    func internalErrors() async throws {
        struct Odd: Error, CustomStringConvertible { let description = "the secret reason" }
        let sample = try SampleSite()
        sample.site.names.bind(port: Browser.port)
        var browser = Browser(sample.site)
        browser = Browser(
            door: FrontDoor(
                site: sample.site,
                table: [.get("/odd", .anyone) { _ in throw Odd() }]))
        let answer = try await browser.get("/odd")
        #expect(answer.status == 500)
        #expect(!answer.text.contains("secret"))
        #expect(sample.logged == ["GET /odd: the secret reason"])
    }
}

extension Route: CustomTestStringConvertible {
    /// Method and path.
    public var testDescription: String { "\(method.rawValue) \(path)" }
}
