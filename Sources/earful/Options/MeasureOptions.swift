import ArgumentParser
import CallModel

/// What a report is limited to, and how sure its ranges are to be.
struct MeasureOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Limit it: site=NAME, queue=NAME or direction=inbound. May be given for several.",
            valueName: "field=value"))
    var scope: [ScopeCondition] = []

    @Option(help: ArgumentHelp("The level of every range, in percent, 50 to 99.", valueName: "%"))
    var level = 90

    mutating func validate() throws {
        guard (50...99).contains(level) else {
            throw ValidationError("--level \(level) is out of range: 50 to 99 percent.")
        }
        _ = try ScopeCondition.scope(scope)
    }

    /// The level in 0.5...0.99.
    var share: Double { Double(level) / 100 }

    /// The part that is meant.
    func part() throws -> Scope { try ScopeCondition.scope(scope) }
}
