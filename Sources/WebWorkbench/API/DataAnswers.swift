import CallArchive
import CallModel
import CallReports
import CallWorkbench
import Hummingbird

/// What the pages show, as JSON for programs; the documents are those that the commands print.
struct DataAnswers: Sendable {
    let site: Site

    /// A part of the library.
    func calls(_ ask: Ask) async throws -> Response {
        let query = try CallQuery(ask.query, in: site.timeZone)
        let page = try await site.workbench.archive.calls(
            query.filter, order: query.order, after: query.cursor, limit: 50,
            readBy: ask.signedIn().listener)
        return Self.json(
            .object([
                .init("calls", .array(page.calls.map(CallJSON.summary))),
                .init("next", page.next.map { .string("\($0)") }),
            ]))
    }

    /// One call.
    func call(_ ask: Ask) async throws -> Response {
        let id = CallID(try ask.segment("call"))
        let details = try await site.workbench.archive.callDetails(
            id, readBy: ask.signedIn().listener)
        return Self.json(try CallDocument(details).text())
    }

    /// Exchanges agent and customer; answers with the call as it is now.
    func swapSides(_ ask: Ask) async throws -> Response {
        let id = CallID(try ask.segment("call"))
        try await site.swapSides(of: id, by: ask.signedIn().listener)
        return try await call(ask)
    }

    /// A digest.
    func digest(_ ask: Ask) async throws -> Response {
        let query = try DigestQuery(ask.query, in: site.timeZone, words: site.words.digest)
        guard let digest = try await site.digests.digest(of: query.period, scope: query.scope)
        else {
            throw WebProblem(.notFound, site.words.digest.nothing)
        }
        let fresh = try await site.workbench.archive.callsKeptFresh(
            among: digest.evidenceCalls, for: ask.signedIn().listener)
        return Self.json(DigestFormat.json.text(digest.keepingFresh(fresh)))
    }

    /// The arithmetic of one line of a digest.
    func explanation(_ ask: Ask) async throws -> Response {
        Self.json(ExplanationText.json(try await site.explanation(ask)))
    }

    /// The calls behind a number of a digest.
    func callsBehind(_ ask: Ask) async throws -> Response {
        Self.json(CallsBehindText.json(try await site.callsBehind(ask)))
    }

    /// What was heard week by week.
    func weeks(_ ask: Ask) async throws -> Response {
        let words = site.words.digest
        let query = try DigestQuery(ask.query, in: site.timeZone, words: words)
        let count = ask.query["count"].map(Int.init) ?? WeekReport.usualCount
        guard let count, WeekReport.counts.contains(count) else {
            throw WebProblem(.badRequest, words.badCount(WeekReport.counts))
        }
        guard
            let report = try await site.digests.weeks(
                count, until: query.period, scope: query.scope)
        else { throw WebProblem(.notFound, words.nothing) }
        return Self.json(WeeksText.json(report))
    }

    /// Sittings, the newest first.
    func sessions(_ ask: Ask) async throws -> Response {
        let filter = SessionFilter(
            listener: ask.query["listener"].map { ListenerID($0) },
            purpose: ask.query["purpose"].flatMap(SessionPurpose.init))
        let sittings = try await site.workbench.archive.sessions(filter)
        return try Self.json(["sessions": sittings.map(SittingDocument.init)])
    }

    /// What came of one sitting.
    func session(_ ask: Ask) async throws -> Response {
        let archive = site.workbench.archive
        let id = SessionID(try ask.segment("session"))
        guard let session = try await archive.session(id) else {
            throw ArchiveError.unknownSession(id)
        }
        let taxonomy = try await archive.taxonomy()?.taxonomy
        return try Self.json(
            CallModel.SessionSummary(
                of: session,
                taxonomy: taxonomy ?? .empty))
    }

    /// Ideas, the newest sitting first.
    func ideas(_ ask: Ask) async throws -> Response {
        let ideas = try await site.workbench.archive.ideas(text: ask.query["text"])
        return try Self.json(["ideas": ideas.map(IdeaDocument.init)])
    }

    /// This week of whoever asks, and of everybody.
    func week(_ ask: Ask) async throws -> Response {
        let listener = try ask.signedIn().listener
        let facts = try await WeekPages(site: site).facts(for: listener)
        return try Self.json(WeekDocument(facts, listener: listener))
    }

    /// The description of all this.
    func openAPI(_ ask: Ask) async throws -> Response {
        Self.json(String(decoding: PackageResources.openapi_json, as: UTF8.self))
    }

    private static func json(_ value: some Encodable) throws -> Response {
        json(try JSONLine.text(value))
    }

    private static func json(_ value: JSONText) -> Response { json(value.text() + "\n") }

    static func json(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
