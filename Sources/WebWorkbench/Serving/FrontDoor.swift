import HTTPTypes
import Hummingbird

/// What every request passes on its way in and every answer on its way out: the name it was sent
/// to, the route table, the words of what went wrong, the headers, the count.
struct FrontDoor: HTTPResponder {
    let site: Site
    private let routes: KnownRoutes

    init(site: Site, table: [Route]) {
        self.site = site
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        let guardian = site.guardian
        for route in table {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                let ask = try await guardian.admit(
                    request, for: route.access, segments: context.parameters)
                return try await route.handler(ask)
            }
        }
        routes = KnownRoutes(router: router.buildResponder())
    }

    func respond(to request: Request, context: WebContext) async throws -> Response {
        let start = ContinuousClock.now
        var response = await answer(to: request, context: context)
        SecurityHeaders.add(to: &response.headers)
        site.metrics.count(
            method: request.method, route: context.endpointPath, status: response.status.code,
            seconds: (ContinuousClock.now - start) / .seconds(1))
        return response
    }

    private func answer(to request: Request, context: WebContext) async -> Response {
        do {
            // Every HTTP/1.1 request names its host, and browsers cannot lie about it.
            guard let host = request.head.authority, site.names.includes(host: host) else {
                throw WebProblem(.wrongHost)
            }
            return try await routes.respond(to: request, context: context)
        } catch {
            let visitor = await site.guardian.visitor(of: request)
            return site.problems.response(to: error, of: request, by: visitor)
        }
    }
}

/// The routes, and a problem where none fits: the router alone would answer with an empty page.
private struct KnownRoutes: HTTPResponder {
    let router: RouterResponder<WebContext>

    func respond(to request: Request, context: WebContext) async throws -> Response {
        let response = try await router.respond(to: request, context: context)
        if context.endpointPath == "NotFound" { throw WebProblem(.notFound) }
        return response
    }
}
