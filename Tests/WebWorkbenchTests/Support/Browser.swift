import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import WebWorkbench

/// A browser without sockets: it sends requests through the front door, and keeps a cookie.
struct Browser {
    static let port = 8471
    static let origin = "http://127.0.0.1:\(port)"

    let door: FrontDoor
    var cookie: String?
    var formToken: String?

    init(door: FrontDoor) { self.door = door }

    init(_ site: Site) {
        site.names.bind(port: Self.port)
        door = FrontDoor(site: site, table: RouteTable(site).routes)
    }

    /// A browser that signed in.
    static func signedIn(_ site: Site, as listener: String = "ana") async throws -> Browser {
        var browser = Browser(site)
        let link = await site.desk.makeLink()
        let answer = try await browser.post(
            "/sign-in", ["link": link.text, "listener": listener])
        try #require(answer.status == 303)
        let cookie = try #require(answer.header("Set-Cookie"))
        browser.cookie = String(cookie.prefix { $0 != ";" })
        let page = try await browser.get("/help")
        let found = page.text.firstMatch(of: #/name="form-token" content="([^"]+)"/#)
        browser.formToken = String(try #require(found).1)
        return browser
    }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
        try await send("GET", path, headers)
    }

    /// Sends a form as a page of the server would.
    func post(
        _ path: String, _ form: [String: String] = [:], _ headers: [String: String] = [:]
    ) async throws -> Answer {
        var form = form
        if let formToken, form["token"] == nil { form["token"] = formToken }
        let body = form.sorted { $0.key < $1.key }
            .map { "\(LinkText.encoded($0))=\(LinkText.encoded($1))" }.joined(separator: "&")
        let own = ["Origin": Self.origin, "Content-Type": "application/x-www-form-urlencoded"]
        return try await send(
            "POST", path, own.merging(headers) { $1 }.filter { !$0.value.isEmpty }, body: body)
    }

    func send(
        _ method: String, _ path: String, _ headers: [String: String] = [:], body: String = "",
        host: String? = "127.0.0.1:\(port)"
    ) async throws -> Answer {
        var fields = HTTPFields()
        if let cookie { fields[.cookie] = cookie }
        for (name, value) in headers { fields[HTTPField.Name(name)!] = value }
        let request = Request(
            head: HTTPRequest(
                method: HTTPRequest.Method(method)!, scheme: "http", authority: host, path: path,
                headerFields: fields),
            body: RequestBody(buffer: ByteBuffer(string: body)))
        let context = WebContext(
            source: ApplicationRequestContextSource(
                channel: EmbeddedChannel(),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
        let response = try await door.respond(to: request, context: context)
        let bytes = Collected()
        try await response.body.write(bytes)
        return Answer(
            status: response.status.code, headers: response.headers,
            text: String(decoding: bytes.bytes, as: UTF8.self))
    }
}

/// What came back.
struct Answer {
    let status: Int
    let headers: HTTPFields
    let text: String

    func header(_ name: String) -> String? { headers[HTTPField.Name(name)!] }

    /// The body as a JSON object.
    func object() throws -> [String: Any] {
        try #require(
            JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
    }
}

/// Keeps what a response writes; used by one task at a time.
private final class Collected: ResponseBodyWriter, Sendable {
    private let buffer = KeptBytes()

    var bytes: [UInt8] { buffer.all }

    func write(_ buffer: ByteBuffer) async throws {
        self.buffer.append(Array(buffer.readableBytesView))
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
