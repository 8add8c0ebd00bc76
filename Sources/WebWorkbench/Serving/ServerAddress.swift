import Foundation
import Synchronization

/// Where the server listens: an address of this machine alone, and a port.
public struct ServerAddress: Sendable, Hashable {
    /// The port that is tried where none is named.
    public static let defaultPort = 8471

    /// `127.0.0.1`, `::1` or `localhost`.
    public let host: String
    /// 1...65535; 0 takes any that is free.
    public let port: Int

    /// An address; throws ``AddressRefused`` for one that other machines could reach.
    public init(host: String, port: Int) throws(AddressRefused) {
        let bare =
            host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        guard ["127.0.0.1", "::1", "localhost"].contains(bare.lowercased()) else {
            throw AddressRefused(host: host)
        }
        self.host = bare.lowercased()
        self.port = port
    }
}

/// An address that the server does not listen on, and why.
public struct AddressRefused: Error, Hashable, Sendable, CustomStringConvertible {
    /// The address.
    public let host: String

    /// The sentence.
    public var description: String {
        "The workbench listens on this machine only (127.0.0.1, ::1 or localhost), not on \(host): it "
            + "has no accounts yet, so whoever reached it could hear every call. From another machine "
            + "use a tunnel, such as `ssh -L 8471:127.0.0.1:8471 server`."
    }
}

/// The port that the server really has, and with it the names that browsers may call it by.
///
/// A page of another site whose name suddenly leads here (DNS rebinding) calls it by another name,
/// and gets no answer.
final class OwnNames: Sendable {
    private let boundPort = Mutex<Int?>(nil)

    /// The port; nil until the server listens.
    var port: Int? { boundPort.withLock { $0 } }

    /// Notes the port.
    func bind(port: Int) { boundPort.withLock { $0 = port } }

    /// Whether a `Host` header names this server.
    func includes(host: String) -> Bool { hosts.contains(host.lowercased()) }

    /// Whether an `Origin` header names this server.
    func includes(origin: String) -> Bool {
        hosts.contains { "http://\($0)" == origin.lowercased() }
    }

    private var hosts: [String] {
        guard let port else { return [] }
        let names = ["127.0.0.1", "localhost", "[::1]"]
        return names.map { "\($0):\(port)" } + (port == 80 ? names : [])
    }
}
