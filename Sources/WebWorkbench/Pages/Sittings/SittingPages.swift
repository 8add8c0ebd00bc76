import CallArchive
import CallModel
import CallReports
import CallWorkbench
import Hummingbird

/// Who listened, and what came of it; ideas.
struct SittingPages: Sendable {
    let site: Site

    /// The sittings.
    func list(_ ask: Ask) async throws -> Response {
        let purpose = ask.query["purpose"].flatMap(SessionPurpose.init)
        let listener = ask.query["listener"]
        let sittings = try await site.workbench.archive.sessions(
            SessionFilter(listener: listener.map { ListenerID($0) }, purpose: purpose))
        let view = SittingsView(
            frame: site.writer.frame(
                title: site.words.sittings.title, place: .sittings, visitor: ask.visitor),
            sittings: sittings, listener: listener, purpose: purpose, zone: site.timeZone,
            words: site.words)
        return site.writer.response(.sittings, view)
    }

    /// One sitting.
    func show(_ ask: Ask) async throws -> Response {
        let archive = site.workbench.archive
        let id = SessionID(try ask.segment("session"))
        guard let session = try await archive.session(id) else {
            throw ArchiveError.unknownSession(id)
        }
        let view = SittingView(
            frame: site.writer.frame(
                title: SafeName.shown(session.listener.rawValue), place: .sittings,
                visitor: ask.visitor),
            session: session, taxonomy: try await archive.taxonomy()?.taxonomy, zone: site.timeZone,
            words: site.words)
        return site.writer.response(.sitting, view)
    }

    /// The ideas.
    func ideas(_ ask: Ask) async throws -> Response {
        let text = ask.query["text"]
        let view = IdeasView(
            frame: site.writer.frame(
                title: site.words.ideas.title, place: .ideas, visitor: ask.visitor),
            ideas: try await site.workbench.archive.ideas(text: text, limit: IdeasView.most + 1),
            text: text, zone: site.timeZone, words: site.words)
        return site.writer.response(.ideas, view)
    }

    /// The ideas, to take away.
    func ideasFile(_ ask: Ask) async throws -> Response {
        guard let file = IdeasFile(rawValue: try ask.segment("form")) else {
            throw WebProblem(.notFound)
        }
        let ideas = try await site.workbench.archive.ideas(text: ask.query["text"])
        let text =
            switch file {
            case .csv: IdeasText.csv(ideas)
            case .json: try JSONLine.text(ideas.map(IdeaDocument.init), indented: true)
            }
        return Response(
            status: .ok,
            headers: [
                .contentType: file.mediaType,
                .contentDisposition: "attachment; filename=\"ideas.\(file.rawValue)\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
