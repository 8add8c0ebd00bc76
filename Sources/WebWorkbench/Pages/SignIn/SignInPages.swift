import CallModel
import Hummingbird

/// Signing in by a link, signing out, and links for more browsers.
struct SignInPages: Sendable {
    /// The page that asks who listens.
    struct View: Sendable {
        let frame: Frame
        let words: SignInWords
        let link: String
        let listener: String
        let problem: String?
    }

    /// The page that shows a new link.
    struct LinkView: Sendable {
        let frame: Frame
        let words: SignInWords
        let link: String
    }

    let site: Site

    /// Asks who listens. The link is not used up by this: browsers load pages ahead, and programs
    /// that preview links do.
    func ask(_ ask: Ask) async throws -> Response {
        let link = try ask.segment("link")
        guard await site.desk.isOpen(link) else { throw WebProblem(.signInNeeded) }
        return page(link: link, listener: site.defaultListener, problem: nil)
    }

    /// Uses the link up and begins the browser's session.
    func signIn(_ ask: Ask) async throws -> Response {
        let link = ask.form["link"] ?? ""
        guard let name = ask.form["listener"].map({ SafeName.shown($0) }), !name.isEmpty else {
            guard await site.desk.isOpen(link) else { throw WebProblem(.signInNeeded) }
            return page(link: link, listener: "", problem: site.words.signIn.nameMissing)
        }
        guard
            let visitor = await site.desk.signIn(
                with: link, as: ListenerID(name), at: site.now())
        else { throw WebProblem(.signInNeeded) }
        var response = PageWriter.redirect(to: "/")
        response.headers[.setCookie] = site.guardian.cookie(for: visitor)
        return response
    }

    /// Ends the browser's session.
    func signOut(_ ask: Ask) async throws -> Response {
        await site.desk.signOut(try ask.signedIn())
        var response = PageWriter.redirect(to: "/")
        response.headers[.setCookie] = site.guardian.endedCookie
        return response
    }

    /// Makes a link for another browser.
    func makeLink(_ ask: Ask) async throws -> Response {
        let host = ask.request.head.authority ?? ""
        let link = "http://\(host)/sign-in/\(await site.desk.makeLink().text)"
        let view = LinkView(
            frame: site.writer.frame(
                title: site.words.signIn.linkTitle, place: .help, visitor: ask.visitor,
                style: "narrow"),
            words: site.words.signIn, link: link)
        return site.writer.response(.link, view)
    }

    private func page(link: String, listener: String, problem: String?) -> Response {
        let view = View(
            frame: site.writer.frame(
                title: site.words.signIn.title, visitor: nil, style: "narrow", isLive: false),
            words: site.words.signIn, link: link, listener: SafeName.shown(listener),
            problem: problem)
        return site.writer.response(
            .signIn, view, status: problem == nil ? .ok : .unprocessableContent)
    }
}
