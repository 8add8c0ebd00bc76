import CallArchive
public import CallWorkbench
import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The workbench in a browser: owns an opened workspace, serves its pages, and takes in what appears
/// in `Recordings/`.
public struct WebServer: Sendable {
    private let site: Site
    private let address: ServerAddress
    private let log: @Sendable (String) -> Void

    /// A server over a workspace that was opened for writing.
    ///
    /// `defaultListener` is the name offered to whoever signs in; `log` is told what the person who
    /// keeps the server should know. Throws where what is built into the program does not fit.
    public init(
        _ workbench: Workbench, at address: ServerAddress, defaultListener: String,
        log: @escaping @Sendable (String) -> Void
    ) throws {
        self.address = address
        self.log = log
        site = try Site(workbench: workbench, defaultListener: defaultListener, log: log)
    }

    /// Serves until SIGTERM or SIGINT; then finishes what was begun, closes the archive and returns.
    ///
    /// `onReady` gets the link that signs one browser in. Throws ``PortTaken`` and what the system
    /// refuses.
    public func run(onReady: @escaping @Sendable (_ link: String) -> Void) async throws {
        let site = site
        let host = address.host == "::1" ? "[::1]" : address.host
        let application = buildApplication(
            site, at: address, services: [RecordingsService(site: site, log: log)]
        ) { port in
            onReady("http://\(host):\(port)/sign-in/\(await site.desk.makeLink().text)")
        }
        do {
            var configuration = ServiceGroupConfiguration(
                services: [application], gracefulShutdownSignals: [.sigterm, .sigint],
                logger: application.logger)
            // The deadlines of connections are longer than anybody waits for a server to stop.
            configuration.maximumGracefulShutdownDuration = .seconds(10)
            try await ServiceGroup(configuration: configuration).run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw PortTaken(host: address.host, port: address.port)
        }
        try site.workbench.archive.close()
    }
}

/// Another program listens on the port.
public struct PortTaken: Error, Hashable, Sendable, CustomStringConvertible {
    /// The address.
    public let host: String
    /// The port.
    public let port: Int

    /// The sentence.
    public var description: String {
        "Port \(port) of \(host) is taken by another program, perhaps another `earful serve`. Stop "
            + "it, or name another port: --port 0 takes any that is free."
    }
}
