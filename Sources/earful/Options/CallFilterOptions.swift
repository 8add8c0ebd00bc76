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

    mutating func validate() throws {
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
    var isLimitedBeyondDays: Bool {
        let texts = [queue, site, agent, reason, painPoint, text]
        return texts.contains { $0 != nil } || holdOver != nil || completenessUnder != nil
            || heard != nil || recording != nil
    }

    /// The filter, with days in a time zone.
    func filter(in zone: TimeZone) throws -> CallFilter {
        let period = try days.period(in: zone)
        var filter = CallFilter()
        filter.from = period?.start
        filter.until = period?.end
        filter.queue = queue
        filter.site = site
        filter.agent = agent
        filter.reason = reason
        filter.painPoint = painPoint
        filter.holdOverSeconds = holdOver
        filter.completenessUnder = completenessUnder.map { $0 / 100 }
        filter.text = text
        filter.heard = heard
        filter.recordingState = recording
        return filter
    }
}
