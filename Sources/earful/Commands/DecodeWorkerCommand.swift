import ArgumentParser
import CallWorkbench

struct DecodeWorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode-worker",
        abstract: "Decode the files that the ingest names, under limits.",
        shouldDisplay: false)

    func run() throws {
        throw ExitCode(DecodeWorker.run())
    }
}
