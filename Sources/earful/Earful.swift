import ArgumentParser

/// The root: lists the subcommands and nothing else.
@main
struct Earful: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "earful",
        abstract: "Listen to customers' calls on purpose: draw, hear, tag, and read what recurs.",
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Set up",
                subcommands: [
                    InitCommand.self, IngestCommand.self, ImportCommand.self, TaxonomyCommand.self,
                ]),
            CommandGroup(
                name: "Listen",
                subcommands: [
                    DrawCommand.self, ListenCommand.self, PlayCommand.self, TagCommand.self,
                    SessionsCommand.self,
                ]),
            CommandGroup(
                name: "Read",
                subcommands: [
                    ServeCommand.self, CallsCommand.self, DigestCommand.self, WeeksCommand.self,
                    AgreementCommand.self, GapCommand.self, WaveformCommand.self,
                ]),
            CommandGroup(name: "Improve", subcommands: [InitiativesCommand.self]),
            CommandGroup(
                name: "Take care", subcommands: [DoctorCommand.self, BackupCommand.self]),
            CommandGroup(name: "Inside", subcommands: [DecodeWorkerCommand.self]),
        ])

    static func main() async {
        Shortcut.take(CommandLine.arguments.dropFirst())
        await ExitCodes.run(Self.self)
    }
}
