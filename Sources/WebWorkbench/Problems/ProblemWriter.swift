import CallReports
import HTTPTypes
import Hummingbird

/// Words what went wrong: as a page for people, as `application/problem+json` for programs.
struct ProblemWriter: Sendable {
    /// A problem as it is shown.
    struct Page: Sendable {
        let frame: Frame
        let status: Int
        let title: String
        let detail: String
        let advice: String
        let next: [Frame.Link]
    }

    let writer: PageWriter
    /// Tells whoever keeps the server of what nobody foresaw.
    let log: @Sendable (String) -> Void

    /// The answer to a request that failed.
    ///
    /// Whoever is signed in keeps the way to the other pages.
    func response(to error: any Error, of request: Request, by visitor: Visitor?) -> Response {
        let problem = WebProblem(error)
        if problem.kind == .internalError {
            log("\(request.method.rawValue) \(request.uri.path): \(error)")
        }
        return request.uri.path.hasPrefix("/api/") ? json(problem) : page(problem, visitor)
    }

    private func page(_ problem: WebProblem, _ visitor: Visitor?) -> Response {
        let words = writer.words.problems
        let said = words.kinds[problem.kind] ?? words.unknown
        let status = problem.kind.status
        let frame = writer.frame(
            title: said.title, visitor: visitor, style: "narrow", isLive: false)
        let leadsHome = problem.kind != .signInNeeded && problem.kind != .wrongHost
        return writer.response(
            .problem,
            Page(
                frame: frame, status: status.code, title: said.title,
                detail: SafeName.remark(problem.detail ?? said.detail), advice: said.advice,
                next: leadsHome
                    ? [Frame.Link(label: words.home, path: "/", isCurrent: false, isMain: true)]
                    : []),
            status: status)
    }

    private func json(_ problem: WebProblem) -> Response {
        let said = writer.words.problems.kinds[problem.kind] ?? writer.words.problems.unknown
        let status = problem.kind.status
        let document = JSONText.object([
            .init("type", .string("urn:earful:problem:\(problem.kind.rawValue)")),
            .init("title", .string(said.title)), .init("status", .integer(status.code)),
            .init("detail", .string(problem.detail ?? said.detail)),
        ])
        return Response(
            status: status, headers: [.contentType: "application/problem+json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: document.text() + "\n")))
    }
}
