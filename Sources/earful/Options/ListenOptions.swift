import ArgumentParser
import CallModel
import CallWorkbench

/// What to listen to, and how.
struct ListenOptions: ParsableArguments {
    @Flag(
        help: """
            An hour of calls drawn at random from the days and the scope (default: last week).
            """)
    var hour = false

    @Option(help: ArgumentHelp("What is left of a draw, in its order.", valueName: "name"))
    var draw: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Calls that you pick: they are evidence, not counted.", valueName: "call")
    )
    var calls: [String] = []

    @Flag(
        name: .customLong("continue"),
        help: "Go on with your newest sitting, where you were.")
    var continues = false

    @OptionGroup var filters: CallFilterOptions

    @Option(
        help: ArgumentHelp(
            "With --hour, limit it: site=NAME, queue=NAME or direction=inbound. May be given for several.",
            valueName: "field=value"))
    var scope: [ScopeCondition] = []

    @Option(
        help: ArgumentHelp(
            "With --hour, what to seed the draw with. Default: chosen by chance.",
            valueName: "text"))
    var seed: String?

    @Option(help: ArgumentHelp("At most so many calls that you pick, 1 to 1000.", valueName: "n"))
    var limit = 50

    @Option(
        help: ArgumentHelp(
            "What a new sitting is for. Default: listeningHour with --hour, else tagging.",
            valueName: "purpose"))
    var purpose: SessionPurpose?

    @Option(
        help: ArgumentHelp("How fast, 0.5 to 3. Default: the workspace's settings.", valueName: "x")
    )
    var speed: Double?

    @Flag(
        inversion: .prefixedNo,
        help: "Skip dead air and hold, or hear them. Default: the workspace's settings.")
    var skip: Bool?

    @Option(
        help: ArgumentHelp("The ALSA device. Default: the workspace's settings.", valueName: "name")
    )
    var device: String?

    @Flag(
        name: .customLong("keys"),
        help: "Print the keys of the player, with their names for `keys:` in settings.yml.")
    var listsKeys = false

    mutating func validate() throws {
        if listsKeys { return }
        let ways = [hour, draw != nil, !calls.isEmpty, continues].count { $0 }
        guard ways <= 1, ways == 0 || hour || !filters.isLimited else {
            throw ValidationError(
                "Give one of --hour, --draw, --calls, --continue, or options that pick calls.")
        }
        guard ways == 1 || filters.isLimited else {
            throw ValidationError(
                "Say what to listen to: --hour for calls drawn at random, --draw NAME, --calls CALL, "
                    + "--continue, or options that pick calls, such as --reason refund.")
        }
        if hour, filters.isLimitedBeyondDays {
            throw ValidationError(
                "An hour is drawn from all calls of its days: limit it with --scope queue=NAME, "
                    + "site=NAME or direction=inbound. Without --hour the other options pick calls."
            )
        }
        guard hour || (scope.isEmpty && seed == nil) else {
            throw ValidationError("--scope and --seed go with --hour.")
        }
        _ = try ScopeCondition.scope(scope)
        if let speed, !ListeningPace.speeds.contains(speed) {
            throw ValidationError("--speed \(speed) is out of range: 0.5 to 3.")
        }
        guard (1...1000).contains(limit) else {
            throw ValidationError("--limit \(limit) is out of range: 1 to 1000.")
        }
    }
}
