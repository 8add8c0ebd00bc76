import ArgumentParser
import CallModel

/// What a report is limited to, and how sure its ranges are to be.
struct MeasureOptions: ParsableArguments {
    @OptionGroup var scopes: ScopeOptions

    @Option(help: ArgumentHelp("The level of every range, in percent, 50 to 99.", valueName: "%"))
    var level = 90

    mutating func validate() throws {
        guard (50...99).contains(level) else {
            throw ValidationError("--level \(level) is out of range: 50 to 99 percent.")
        }
    }

    /// The level in 0.5...0.99.
    var share: Double { Double(level) / 100 }

    /// The part that is meant.
    func part() throws -> Scope { try scopes.part() }
}
