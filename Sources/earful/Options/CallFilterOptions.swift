import ArgumentParser
import CallArchive
import CallModel
import Foundation

/// Which calls to list.
struct CallFilterOptions: ParsableArguments {
    @OptionGroup var days: PeriodOptions

    @Option(help: ArgumentHelp("Only those of a queue.", valueName: "name"))
    var queue: String?

    @Option(help: ArgumentHelp("Only those of a site.", valueName: "name"))
    var site: String?

    @Option(help: "Only those of a direction.")
    var direction: CallDirection?

    @Option(help: ArgumentHelp("Only those of an agent.", valueName: "pseudonym"))
    var agent: String?

    @Option(help: ArgumentHelp("Only those with a call reason.", valueName: "key"))
    var reason: String?

    @Option(help: ArgumentHelp("Only those with a pain point.", valueName: "key"))
    var painPoint: String?

    @Option(help: ArgumentHelp("Only those with more hold than this.", valueName: "seconds"))
    var holdOver: Double?

    @Option(
        help: ArgumentHelp(
            "Only those whose call record counts so many holds or more; 0 for all whose record tells.",
            valueName: "n"))
    var loggedHolds: Int?

    @Option(
        help: ArgumentHelp(
            "Only those recorded to less than this share of their length, in percent.",
            valueName: "%"))
    var completenessUnder: Double?

    @Option(help: ArgumentHelp("Only those whose remarks have these words.", valueName: "words"))
    var text: String?

    @Flag(inversion: .prefixedNo, help: "Only those that somebody heard, or that nobody heard.")
    var heard: Bool?

    @Option(
        help: ArgumentHelp(
            "Only those whose recording is: none, decoded, undecodable or retired.",
            valueName: "state"))
    var recording: RecordingState?

    @Option(
        help: ArgumentHelp(
            "Only those of the frame of a draw: it could have picked them. May be given several times.",
            valueName: "draw"))
    var frame: [String] = []

    @Option(
        help: ArgumentHelp("Only those of a group that was drawn from.", valueName: "name"))
    var group: String?

    @Flag(inversion: .prefixedNo, help: "Only those that a draw picked, or that none did.")
    var picked: Bool?

    @Flag(
        inversion: .prefixedNo,
        help: "Only those that a listener of a draw passed over, or that none did.")
    var skipped: Bool?

    mutating func validate() throws {
        if let loggedHolds, loggedHolds < 0 {
            throw ValidationError("--logged-holds takes a number of holds, 0 or more.")
        }
        if let holdOver, !(holdOver >= 0 && holdOver.isFinite) {
            throw ValidationError("--hold-over takes seconds, 0 or more.")
        }
        if let completenessUnder, !(0...100).contains(completenessUnder) {
            throw ValidationError("--completeness-under takes percent, 0 to 100.")
        }
    }

    /// Whether any option limits the calls.
    var isLimited: Bool { days.isGiven || isLimitedBeyondDays }

    /// Whether any option but the days limits the calls.
    var isLimitedBeyondDays: Bool { filterBeyondDays != CallFilter() }

    /// The filter, with days in a time zone.
    func filter(in zone: TimeZone) throws -> CallFilter {
        let period = try days.period(in: zone)
        var filter = filterBeyondDays
        filter.from = period?.start
        filter.until = period?.end
        return filter
    }

    private var filterBeyondDays: CallFilter {
        var filter = CallFilter()
        filter.queue = queue
        filter.site = site
        filter.direction = direction
        filter.agent = agent
        filter.reason = reason
        filter.painPoint = painPoint
        filter.holdOverSeconds = holdOver
        filter.completenessUnder = completenessUnder.map { $0 / 100 }
        filter.text = text
        filter.heard = heard
        filter.recordingState = recording
        filter.loggedHolds = loggedHolds
        filter.frames = frame.map { DrawID($0) }
        filter.group = group
        filter.picked = picked
        filter.skipped = skipped
        return filter
    }
}
