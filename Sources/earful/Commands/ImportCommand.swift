import ArgumentParser
import CallWorkbench
import Foundation

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take ready-made sittings, and the draws they come from, from CSV files.",
        discussion: """
            One row is one act: session, listener, purpose, at, selection (a draw, or empty for \
            hand-picked), call, act (predict, heard, reason, pain-point, note, idea, kudos, flag, \
            skip, finish), code, severity, from, to, side, text. The same file again adds nothing.
            """)

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var person: ListenerOptions

    @Argument(help: ArgumentHelp("The file of sittings.", valueName: "file"))
    var sittings: String

    @Option(help: ArgumentHelp("A file of draws, made first.", valueName: "file"))
    var draws: String?

    func run() async throws {
        let workbench = try place.writing("import")
        let taxonomy = try await workbench.taxonomy(by: person.id(), at: Date())
        let importing = SittingImport(workbench, taxonomy: taxonomy)
        var problems: [RowProblem] = []
        if let draws {
            let outcome = try await importing.draws(from: draws)
            Console.note("\(draws): \(outcome.made.count) draws.")
            problems = outcome.problems
            report(outcome.problems, in: draws)
        }
        let report = try await importing.sittings(from: sittings)
        Console.note(
            "\(sittings): \(report.newSittings) new sittings with \(report.newEvents) events, "
                + "\(report.knownSittings) already known.")
        self.report(report.problems, in: sittings)
        if !(problems + report.problems).isEmpty { throw ExitCodes.partly }
    }

    private func report(_ problems: [RowProblem], in path: String) {
        for problem in problems { Console.note("\(path):\(problem.line): \(problem.sentence)") }
    }
}
