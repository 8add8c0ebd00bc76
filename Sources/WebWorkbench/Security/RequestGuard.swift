import HTTPTypes
import Hummingbird

/// Lets a request through to its handler, or says why not.
///
/// A change needs three things that no other site can give: the session's cookie (which `SameSite`
/// keeps from its requests), an `Origin` of this server, and the token of this session's forms.
struct RequestGuard: Sendable {
    /// The largest form that is read, in bytes.
    static let mostFormBytes = 64 * 1024
    /// The header in which scripts send the form token.
    static let tokenHeader = HTTPField.Name("X-CSRF-Token")!

    let names: OwnNames
    let desk: SignInDesk

    /// The cookie's name: browsers do not tell ports apart, so two servers would share one.
    private var cookieName: String { "earful-\(names.port ?? 0)" }

    /// The request as its handler gets it; throws ``WebProblem``.
    func admit(_ request: Request, for access: Route.Access, segments: Parameters) async throws
        -> Ask
    {
        let visitor = await visitor(of: request)
        if access != .anyone, visitor == nil { throw WebProblem(.signInNeeded) }
        guard request.method != .get, request.method != .head else {
            return Ask(request: request, visitor: visitor, form: FormFields(), segments: segments)
        }
        guard isOwnOrigin(request) else { throw WebProblem(.refused) }
        let form = try await form(of: request)
        if access == .changing {
            let token = request.headers[Self.tokenHeader] ?? form["token"] ?? ""
            guard let visitor, visitor.formToken.matches(token) else {
                throw WebProblem(.refused)
            }
        }
        return Ask(request: request, visitor: visitor, form: form, segments: segments)
    }

    /// Who sent a request; nil where nobody signed in.
    func visitor(of request: Request) async -> Visitor? {
        guard let session = request.cookies[cookieName]?.value else { return nil }
        return await desk.visitor(session: session)
    }

    /// Browsers send an origin with every form and every request of a script that changes something;
    /// where an old one leaves it out, the browser must vouch for it otherwise.
    private func isOwnOrigin(_ request: Request) -> Bool {
        if let origin = request.headers[.origin] { return names.includes(origin: origin) }
        return request.headers[HTTPField.Name("Sec-Fetch-Site")!] == "same-origin"
    }

    private func form(of request: Request) async throws -> FormFields {
        let type = request.headers[.contentType] ?? ""
        guard type.hasPrefix("application/x-www-form-urlencoded") else { return FormFields() }
        if let length = request.headers[.contentLength].flatMap(Int.init),
            length > Self.mostFormBytes
        {
            throw WebProblem(.tooLarge)
        }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: Self.mostFormBytes)
        } catch {
            throw WebProblem(.tooLarge)
        }
        return FormFields(String(buffer: body))
    }

    /// The header that begins a browser's session.
    func cookie(for visitor: Visitor) -> String {
        "\(cookieName)=\(visitor.session.text); Path=/; HttpOnly; SameSite=Strict"
    }

    /// The header that ends it.
    var endedCookie: String {
        "\(cookieName)=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"
    }
}
