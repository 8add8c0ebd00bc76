import Hummingbird
import HummingbirdCore
import Logging
import ServiceLifecycle

/// The one application, for production and for tests: the site behind its front door, on an address.
///
/// `onReady` is called once it listens, with the port that it really has.
func buildApplication(
    _ site: Site, at address: ServerAddress, limits: ConnectionLimits = ConnectionLimits(),
    services: [any Service] = [], onReady: @escaping @Sendable (Int) async -> Void
) -> some ApplicationProtocol {
    // What matters is told by the site's own log; the library's is for those who debug it.
    let silent = Logger(label: "earful") { _ in SwiftLogNoOpLogHandler() }
    let decoder = HTTP1Channel.Configuration.DecoderConfiguration(
        maxHeaderFieldSize: limits.fieldBytes, maxHeaderListSize: limits.headerBytes,
        maxHeaderFieldCount: limits.fields)
    return Application(
        responder: FrontDoor(site: site, table: RouteTable(site).routes),
        server: .http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [ConnectionDeadlines(limits)],
                httpDecoderConfiguration: decoder)),
        configuration: ApplicationConfiguration(
            address: .hostname(address.host, port: address.port), backlog: 256,
            availableConnectionsDelegate: .maximum(limits.connections, logger: silent)),
        services: services,
        onServerRunning: { channel in
            let port = channel.localAddress?.port ?? address.port
            site.names.bind(port: port)
            await onReady(port)
        },
        logger: silent)
}
