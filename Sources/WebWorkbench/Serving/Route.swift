import HTTPTypes
import Hummingbird

/// One line of the route table: what is answered, to whom, by what.
struct Route: Sendable {
    /// Who may ask.
    enum Access: Sendable {
        /// Anybody on this machine: nothing personal is told.
        case anyone
        /// Whoever signed in.
        case signedIn
        /// Whoever signed in, from a page of this server: it changes something.
        case changing
    }

    /// Answers one request.
    typealias Handler = @Sendable (Ask) async throws -> Response

    /// The method.
    let method: HTTPRequest.Method
    /// The path; `{name}` takes one segment.
    let path: String
    /// Who may ask.
    let access: Access
    /// What answers.
    let handler: Handler

    /// A page or a file.
    static func get(
        _ path: String, _ access: Access = .signedIn, _ handler: @escaping Handler
    ) -> Route {
        Route(method: .get, path: path, access: access, handler: handler)
    }

    /// A change.
    static func post(
        _ path: String, _ access: Access = .changing, _ handler: @escaping Handler
    ) -> Route {
        Route(method: .post, path: path, access: access, handler: handler)
    }
}

/// A request with what was found out about it.
struct Ask: Sendable {
    /// The request.
    let request: Request
    /// Who sent it; nil only where anyone may ask.
    let visitor: Visitor?
    /// The fields of the query.
    let query: FormFields
    /// The fields of the form in the body; none where there is no form.
    let form: FormFields
    private let segments: Parameters

    init(request: Request, visitor: Visitor?, form: FormFields, segments: Parameters) {
        self.request = request
        self.visitor = visitor
        self.form = form
        self.segments = segments
        query = FormFields(request.uri.query ?? "")
    }

    /// A segment of the path, decoded.
    func segment(_ name: String) throws(WebProblem) -> String {
        guard let raw = segments.get(name) else { throw WebProblem(.notFound) }
        return FormFields.percentDecoded(raw)
    }

    /// Who asks, where the route lets in only those who signed in.
    func signedIn() throws(WebProblem) -> Visitor {
        guard let visitor else { throw WebProblem(.signInNeeded) }
        return visitor
    }

    /// Whether the answer is for a program: a problem is JSON then.
    var isForPrograms: Bool { request.uri.path.hasPrefix("/api/") }
}
