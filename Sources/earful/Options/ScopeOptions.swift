import ArgumentParser
import CallModel

/// What a report is limited to.
struct ScopeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Limit it: site=NAME, queue=NAME or direction=inbound. May be given for several.",
            valueName: "field=value"))
    var scope: [ScopeCondition] = []

    mutating func validate() throws {
        _ = try ScopeCondition.scope(scope)
    }

    /// The part that is meant.
    func part() throws -> Scope { try ScopeCondition.scope(scope) }
}
