import CallArchive
import CallModel
import CallReports
import CallWorkbench
import Hummingbird

/// The Monday page and its files.
struct DigestPages: Sendable {
    let site: Site

    /// The page.
    func show(_ ask: Ask) async throws -> Response {
        let archive = site.workbench.archive
        let digest = try await digest(ask)
        let evidence = digest?.evidenceCalls ?? []
        let fresh = try await archive.callsKeptFresh(
            among: evidence, for: ask.signedIn().listener)
        let view = DigestView(
            frame: site.writer.frame(
                title: site.words.digest.title, place: .digest, visitor: ask.visitor,
                style: "reading"),
            digest: digest?.keepingFresh(fresh),
            sounding: try await archive.callsWithSound(among: evidence),
            words: site.words, now: site.now())
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

    /// How it was come by.
    func howWeKnow(_ ask: Ask) async throws -> Response {
        guard let digest = try await digest(ask) else {
            throw WebProblem(.notFound, site.words.digest.nothing)
        }
        let view = HowWeKnowView(
            frame: site.writer.frame(
                title: site.words.digest.howWeKnow, place: .digest, visitor: ask.visitor,
                style: "reading"), digest, words: site.words)
        return site.writer.response(.howWeKnow, view)
    }

    /// The calls behind a number.
    func calls(_ ask: Ask) async throws -> Response {
        let behind = try await site.callsBehind(ask)
        let part = CallsBehindPart(behind, after: ask.query["after"].map { CallID($0) })
        let view = CallsBehindView(
            frame: site.writer.frame(
                title: site.words.digest.callsBehind, place: .digest, visitor: ask.visitor,
                style: "reading"),
            behind, part,
            sounding: try await site.workbench.archive.callsWithSound(
                among: part.calls.map(\.id)),
            words: site.words)
        return site.writer.response(.callsBehind, view)
    }

    private func digest(_ ask: Ask) async throws -> Digest? {
        let query = try DigestQuery(ask.query, in: site.timeZone, words: site.words.digest)
        return try await site.digests.digest(of: query.period, scope: query.scope)
    }
}

extension Site {
    /// The calls behind the number that a query names, of the digest that it names, for who asks; of all
    /// that count where it names none.
    func callsBehind(_ ask: Ask) async throws -> CallsBehind {
        let query = try DigestQuery(ask.query, in: timeZone, words: words.digest)
        let name = ask.query["of"] ?? "\(CallsBehind.Choice.counted)"
        guard let choice = CallsBehind.Choice(name) else {
            throw WebProblem(.badRequest, words.digest.badChoice(SafeName.shown(name)))
        }
        let behind = try await digests.calls(choice, in: query.period, scope: query.scope)
        guard let behind else { throw WebProblem(.notFound, words.digest.nothing) }
        return behind.keepingFresh(
            try await workbench.archive.callsKeptFresh(
                among: behind.calls.map(\.id), for: ask.signedIn().listener))
    }

    /// The arithmetic of the line that an address names, of the digest that its query names.
    func explanation(_ ask: Ask) async throws -> Explanation {
        let query = try DigestQuery(ask.query, in: timeZone, words: words.digest)
        guard
            let explanation = try await digests.explanation(
                of: ask.segment("painPoint"), in: query.period, scope: query.scope)
        else { throw WebProblem(.notFound, words.digest.noSums) }
        return explanation.keepingFresh(
            try await workbench.archive.callsKeptFresh(
                among: explanation.affected.map(\.call), for: ask.signedIn().listener))
    }
}
