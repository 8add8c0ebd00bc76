import ArgumentParser

struct CallsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calls",
        abstract: "List and filter calls, show one whole, say whose channel is whose.",
        subcommands: [ListCallsCommand.self, ShowCallCommand.self, SwapSidesCommand.self],
        defaultSubcommand: ListCallsCommand.self)
}
