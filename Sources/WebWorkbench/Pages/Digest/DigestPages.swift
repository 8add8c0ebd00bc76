import CallModel
import CallReports
import Hummingbird

/// The Monday page and its files.
struct DigestPages: Sendable {
    let site: Site

    /// The page.
    func show(_ ask: Ask) async throws -> Response {
        let view = DigestView(
            frame: site.writer.frame(
                title: site.words.digest.title, place: .digest, visitor: ask.visitor,
                style: "reading"),
            digest: try await digest(ask), words: site.words, now: site.now())
        return site.writer.response(.digest, view)
    }

    /// A file to take away.
    func file(_ ask: Ask) async throws -> Response {
        guard let file = DigestFile(rawValue: try ask.segment("form")),
            let digest = try await digest(ask)
        else { throw WebProblem(.notFound) }
        let name = "digest-\(digest.period.label).\(file.ending)"
        return Response(
            status: .ok,
            headers: [
                .contentType: file.mediaType,
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: file.format.text(digest))))
    }

    private func digest(_ ask: Ask) async throws -> Digest? {
        let query = try DigestQuery(ask.query, in: site.timeZone, words: site.words.digest)
        return try await site.digests.digest(of: query.period, scope: query.scope)
    }
}
