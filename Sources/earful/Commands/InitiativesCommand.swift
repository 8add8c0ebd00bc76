import ArgumentParser

/// Fixes: what is to hurt less, and whether it does.
struct InitiativesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "initiatives",
        abstract: "Register fixes before they ship, and see whether they worked.",
        subcommands: [
            ListInitiativesCommand.self, AddInitiativeCommand.self, ShipInitiativeCommand.self,
            DropInitiativeCommand.self,
        ],
        defaultSubcommand: ListInitiativesCommand.self)
}
