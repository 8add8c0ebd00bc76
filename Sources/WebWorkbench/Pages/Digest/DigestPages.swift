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

    /// The arithmetic of one line.
    func sums(_ ask: Ask) async throws -> Response {
        let explanation = try await site.explanation(ask)
        return site.writer.response(
            .explanation,
            ExplanationView(
                frame: site.writer.frame(
                    title: site.words.digest.sums, place: .digest,
                    visitor: ask.visitor, style: "reading"), explanation, words: site.words))
    }

    private func digest(_ ask: Ask) async throws -> Digest? {
        let query = try DigestQuery(ask.query, in: site.timeZone, words: site.words.digest)
        return try await site.digests.digest(of: query.period, scope: query.scope)
    }
}

extension Site {
    /// The arithmetic of the line that an address names, of the digest that its query names.
    func explanation(_ ask: Ask) async throws -> Explanation {
        let query = try DigestQuery(ask.query, in: timeZone, words: words.digest)
        guard
            let explanation = try await digests.explanation(
                of: ask.segment("painPoint"), in: query.period, scope: query.scope)
        else { throw WebProblem(.notFound, words.digest.noSums) }
        return explanation
    }
}
