import CallModel
import Foundation
import NIOCore
import Testing

@testable import WebWorkbench

@Suite("The server on its port", .serialized)
struct LiveTests {
    /// Deadlines short enough to wait for.
    private static let short: ConnectionLimits = {
        var limits = ConnectionLimits()
        limits.head = .milliseconds(300)
        limits.idle = .milliseconds(300)
        limits.bodyPause = .milliseconds(300)
        limits.body = .milliseconds(600)
        limits.write = .milliseconds(300)
        limits.step = .milliseconds(50)
        return limits
    }()

    private static func head(_ port: Int, _ path: String = "/healthz", _ more: String = "")
        -> String
    {
        "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(more)\r\n"
    }

    @Test("it answers, and keeps the connection for the next request")
    func keepsConnections() async throws {
        try await LiveServer.run(try SampleSite().site) { port, _ in
            let connection = try RawConnection(port: port)
            for _ in 0..<3 {
                connection.send(Self.head(port))
                let (text, _) = await connection.read { $0.contains("ok\n") }
                #expect(text.hasPrefix("HTTP/1.1 200"))
                #expect(text.contains("nosniff"))
            }
        }
    }

    @Test(
        "a head that does not come to its end is cut off",
        arguments: [
            "", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: 127",
        ])
    func slowHeads(start: String) async throws {
        try await LiveServer.run(try SampleSite().site, limits: Self.short) { port, _ in
            let connection = try RawConnection(port: port)
            connection.send(start)
            #expect(await connection.read().isClosed)
        }
    }

    @Test("a connection that asks nothing more is closed")
    func idleConnections() async throws {
        try await LiveServer.run(try SampleSite().site, limits: Self.short) { port, _ in
            let connection = try RawConnection(port: port)
            connection.send(Self.head(port))
            let (text, isClosed) = await connection.read()
            #expect(text.hasPrefix("HTTP/1.1 200"))
            #expect(isClosed)
        }
    }

    @Test("a body that stalls, or only trickles, is cut off", arguments: [false, true])
    func slowBodies(trickles: Bool) async throws {
        try await LiveServer.run(try SampleSite().site, limits: Self.short) { port, _ in
            let connection = try RawConnection(port: port)
            connection.send(
                "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
                    + "Origin: http://127.0.0.1:\(port)\r\nContent-Length: 60000\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\nlink=")
            async let end = connection.read()
            if trickles {
                for _ in 0..<30 {
                    try await Task.sleep(for: .milliseconds(100))
                    connection.send("x")
                }
            }
            #expect(await end.isClosed)
        }
    }

    @Test("a client that does not take its answer is cut off")
    func slowReaders() async throws {
        let site = try SampleSite().site
        try await LiveServer.run(site, limits: Self.short) { port, _ in
            let connection = try RawConnection(port: port)
            // Many answers at once, none of them read: far more than the system's buffers hold.
            let link = site.files.link("earful.css")
            for _ in 0..<2_000 { connection.send(Self.head(port, link)) }
            try await Task.sleep(for: .seconds(2))
            let (text, isClosed) = await connection.read()
            #expect(isClosed)
            #expect(text.components(separatedBy: "HTTP/1.1 200").count < 2_000)
        }
    }

    @Test("headers that are too large get no answer of their own")
    func largeHeads() async throws {
        try await LiveServer.run(try SampleSite().site) { port, _ in
            for more in [
                "X: \(String(repeating: "x", count: 20_000))\r\n",
                String(repeating: "X-Y: 1\r\n", count: 200),
            ] {
                let connection = try RawConnection(port: port)
                connection.send(Self.head(port, "/healthz", more))
                let (text, isClosed) = await connection.read()
                #expect(isClosed)
                #expect(!text.hasPrefix("HTTP/1.1 200"))
            }
        }
    }

    @Test("open pages are told of news until the server ends")
    func news() async throws {
        let site = try SampleSite().site
        try await LiveServer.run(site) { port, stop in
            let link = await site.desk.makeLink()
            let visitor = try #require(
                await site.desk.signIn(with: link.text, as: ListenerID("ana"), at: SampleSite.now))
            let cookie = site.guardian.cookie(for: visitor).prefix { $0 != ";" }
            let connection = try RawConnection(port: port)
            connection.send(Self.head(port, "/events", "Cookie: \(cookie)\r\n"))
            let (head, _) = await connection.read { $0.contains("retry: 2000") }
            #expect(head.contains("text/event-stream"))
            #expect(head.contains("frame-ancestors 'none'"))
            let forged = CallID("C-1\n\nevent: forged")
            site.news.tell(.tagged(call: forged, in: SessionID("s-1"), version: 7))
            site.news.tell(.ingest(done: 3, total: 7, isOver: false))
            let (news, _) = await connection.read { $0.contains("\"total\":7") }
            #expect(news.contains("event: tagged\ndata: {\"call\":\"C-1\\n\\nevent: forged\","))
            #expect(news.contains("data: {\"done\":3,\"total\":7,\"isOver\":false}"))
            await stop()
            #expect(await connection.read().isClosed)
        }
        #expect(site.news.listenerCount == 0)
    }

    @Test("asked to end, it finishes what was begun and takes nothing new")
    func gracefulShutdown() async throws {
        try await LiveServer.run(try SampleSite().site) { port, stop in
            let begun = try RawConnection(port: port)
            let body = "link=none&listener=ana"
            begun.send(
                "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
                    + "Origin: http://127.0.0.1:\(port)\r\nContent-Length: \(body.utf8.count)\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\nlink=")
            try await Task.sleep(for: .milliseconds(300))
            await stop()
            try await Task.sleep(for: .milliseconds(300))
            #expect(throws: POSIXError.self) { try RawConnection(port: port) }
            begun.send(String(body.dropFirst(5)))
            let (text, isClosed) = await begun.read()
            #expect(text.hasPrefix("HTTP/1.1 403"))
            #expect(isClosed)
        }
    }

    @Test("metrics are in the form that Prometheus reads")
    func metrics() async throws {
        let browser = try Browser(SampleSite().site)
        for _ in 0..<3 { _ = try await browser.get("/healthz") }
        _ = try await browser.get("/nowhere")
        let answer = try await browser.get("/metrics")
        #expect(answer.header("Content-Type")?.hasPrefix("text/plain; version=0.0.4") == true)
        let count = """
            http_server_request_duration_seconds_count{http_request_method="GET",\
            http_route="/healthz",http_response_status_code="200"} 3
            """
        #expect(answer.text.contains(count), "\(answer.text)")
        #expect(answer.text.contains("process_resident_memory_bytes "))
        let line = #/(#.*|[a-z_]+(\{[^{}]*\})? [-+0-9.e]+)/#
        for text in answer.text.split(separator: "\n") {
            #expect(text.wholeMatch(of: line) != nil, "\(text)")
        }
    }
}
