import CallModel
import Foundation

/// Lets browsers in: hands out links that work once, and knows who came in by them.
///
/// All of it lives in memory: when the server ends, links and sessions end with it.
actor SignInDesk {
    /// Links that wait to be used, at most; older ones go first.
    static let mostLinks = 8
    /// Browsers that are signed in, at most; the one that came first goes first.
    static let mostVisitors = 256

    private var links: [Secret] = []
    private var visitors: [String: Visitor] = [:]

    /// A new link's secret.
    func makeLink() -> Secret {
        let link = Secret()
        links.append(link)
        if links.count > Self.mostLinks { links.removeFirst() }
        return link
    }

    /// Whether a link would let somebody in. Asking does not use it up: browsers fetch links ahead.
    func isOpen(_ link: String) -> Bool {
        links.contains { $0.matches(link) }
    }

    /// Uses a link up and lets its holder in; nil where the link is none, or was used.
    func signIn(with link: String, as listener: ListenerID, at now: Date) -> Visitor? {
        guard let index = links.firstIndex(where: { $0.matches(link) }) else { return nil }
        links.remove(at: index)
        let visitor = Visitor(
            session: Secret(), formToken: Secret(), listener: listener, since: now)
        if visitors.count >= Self.mostVisitors,
            let first = visitors.values.min(by: { $0.since < $1.since })
        {
            visitors[first.session.text] = nil
        }
        visitors[visitor.session.text] = visitor
        return visitor
    }

    /// Who holds a session; nil where nobody does.
    func visitor(session: String) -> Visitor? { visitors[session] }

    /// Ends a session.
    func signOut(_ visitor: Visitor) { visitors[visitor.session.text] = nil }
}
