import Foundation
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite("Serving the workbench")
struct ServeTests {
    /// A running server.
    private final class Server {
        let process = Process()
        let link: String
        private let output = Pipe()

        init(in folder: URL) throws {
            process.executableURL = EarfulProcess.executable
            process.arguments = ["serve", "--port", "0"]
            process.environment = ["PATH": "/usr/bin:/bin", "EARFUL_LISTENER": "ana"]
            process.currentDirectoryURL = folder
            process.standardInput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            process.standardOutput = output
            try process.run()
            var text = ""
            var found: String?
            while found == nil {
                let part = output.fileHandleForReading.availableData
                try #require(!part.isEmpty, "the server ended before it printed a link")
                text += String(decoding: part, as: UTF8.self)
                found = text.firstMatch(of: #/http:\/\/\S+\/sign-in\/\S+(?=\n)/#)
                    .map { String($0.0) }
            }
            link = found ?? ""
        }

        deinit { if process.isRunning { process.terminate() } }
    }

    @Test("prints a link that works, owns the workspace, and ends cleanly when it is told to")
    func wholeWay() async throws {
        let workspace = try TemporaryWorkspace()
        try workspace.record("a.wav", seconds: 2, seed: 1)
        let server = try Server(in: workspace.folder)
        let link = try #require(URL(string: server.link))
        let page = try Data(contentsOf: link)
        #expect(String(decoding: page, as: UTF8.self).contains("Who listens?"))
        let health = try #require(URL(string: "/healthz", relativeTo: link))
        #expect(try Data(contentsOf: health) == Data("ok\n".utf8))

        let refused = try workspace.earful("ingest")
        #expect(refused.status == 3)
        #expect(refused.errors.contains("(serve)"), "\(refused.errors)")
        // The server itself takes in what lies there.
        var calls = ""
        for _ in 0..<600 where calls.isEmpty {
            calls = try workspace.earful("calls", "--json").output
            if calls.isEmpty { try await Task.sleep(for: .milliseconds(100)) }
        }
        #expect(calls.contains("\"recording\":\"decoded\""))

        server.process.terminate()
        server.process.waitUntilExit()
        #expect(server.process.terminationStatus == 0)
        #expect(server.process.terminationReason == .exit)
        #expect(try workspace.earful("ingest").status == 0)
    }

    @Test("listens on this machine alone", arguments: ["0.0.0.0", "192.168.1.7", "example.com"])
    func loopbackOnly(host: String) throws {
        let workspace = try TemporaryWorkspace()
        let refused = try workspace.earful("serve", "--host", host)
        #expect(refused.status == 64)
        #expect(refused.errors.contains("listens on this machine only"))
    }

    @Test("says so when another program has the port")
    func takenPort() throws {
        let first = try TemporaryWorkspace()
        let second = try TemporaryWorkspace()
        let server = try Server(in: first.folder)
        let port = try #require(URL(string: server.link)?.port)
        let refused = try second.earful("serve", "--port", String(port))
        #expect(refused.status == 1)
        #expect(refused.errors.contains("Port \(port) of 127.0.0.1 is taken"), "\(refused.errors)")
    }
}
