import Foundation
import Hummingbird
import Logging
import ServiceLifecycle

@testable import WebWorkbench

/// A server on a port of its own, for as long as a test talks to it.
enum LiveServer {
    /// Runs a test against it; `stop` asks it to end, as a signal would.
    static func run(
        _ site: Site, limits: ConnectionLimits = ConnectionLimits(),
        _ test:
            @escaping @Sendable (_ port: Int, _ stop: @Sendable () async -> Void) async throws
            -> Void
    ) async throws {
        let (ready, signal) = AsyncStream.makeStream(of: Int.self)
        let application = buildApplication(
            site, at: try ServerAddress(host: "127.0.0.1", port: 0), limits: limits
        ) { port in
            signal.yield(port)
        }
        let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let group = ServiceGroup(services: [application], logger: silent)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await port in ready {
                do {
                    try await test(port) { await group.triggerGracefulShutdown() }
                } catch {
                    await group.triggerGracefulShutdown()
                    throw error
                }
                break
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }
}

/// A connection that sends exactly the bytes it is told to, as slowly as it likes.
final class RawConnection: Sendable {
    private let socket: Int32

    init(port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        // Far beyond any deadline that is tested: it only keeps a broken test from hanging.
        var timeout = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(
            socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }

    deinit { close(socket) }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Reads until the text so far satisfies a condition, or the other side closes; off the threads
    /// that Swift's own tasks share.
    func read(until isEnough: @escaping @Sendable (String) -> Bool = { _ in false }) async
        -> (text: String, isClosed: Bool)
    {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [socket] in
                var bytes: [UInt8] = []
                var part = [UInt8](repeating: 0, count: 64 * 1024)
                while true {
                    let count = recv(socket, &part, part.count, 0)
                    if count > 0 { bytes += part[0..<count] }
                    let text = String(decoding: bytes, as: UTF8.self)
                    let isClosed = count == 0 || (count < 0 && errno == ECONNRESET)
                    if count <= 0 || isEnough(text) {
                        continuation.resume(returning: (text, isClosed))
                        return
                    }
                }
            }
        }
    }

    /// Closes this side's writing half alone.
    func finishWriting() { shutdown(socket, Int32(SHUT_WR)) }
}
