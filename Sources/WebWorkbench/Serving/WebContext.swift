import Hummingbird

/// What goes with a request on its way.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who sent it; nil where nobody signed in.
    var visitor: Visitor?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
    }
}
