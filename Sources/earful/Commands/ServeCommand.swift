import ArgumentParser
import CallModel
import CallWorkbench
import WebWorkbench

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Open the workbench in a browser on this machine.",
        discussion: """
            Prints a link that signs one browser in. Owns the workspace while it runs, and takes in \
            what appears in Recordings/. Ends with Ctrl+C, when all that was begun is finished.
            """)

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var person: ListenerOptions

    @Option(
        help: ArgumentHelp(
            "An address of this machine: 127.0.0.1, ::1 or localhost.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("The port; 0 takes any that is free.", valueName: "n"))
    var port = ServerAddress.defaultPort

    mutating func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port \(port) is out of range: 0 to 65535.")
        }
        do {
            _ = try ServerAddress(host: host, port: port)
        } catch {
            throw ValidationError("\(error)")
        }
    }

    func run() async throws {
        let address = try ServerAddress(host: host, port: port)
        let server = try WebServer(
            place.writing("serve"), at: address, defaultListener: person.id().rawValue,
            log: Console.note)
        try await server.run { link in
            try? Console.write(
                "Open this link in a browser on this machine; it works once:\n\(link)\n")
            Console.note("Stop the server with Ctrl+C.")
        }
    }
}
