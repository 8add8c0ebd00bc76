import ArgumentParser

/// How far listeners agree on what they heard.
struct AgreementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement",
        abstract: "Show how far listeners agree, and what to talk about first.",
        subcommands: [
            ReportAgreementCommand.self, ComparedCallsCommand.self, CompareCallCommand.self,
            SettleCallCommand.self,
        ],
        defaultSubcommand: ReportAgreementCommand.self)
}
