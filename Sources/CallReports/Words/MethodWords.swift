import CallModel

/// How a digest is known: the sample, its limits, what could not be heard.
package protocol MethodWords {
    // The sample.
    func sampleOfKnown(counted: Int, population: Int, groups: Int, isStratified: Bool) -> String
    func sampleOfUnknown(counted: Int) -> String
    func allHeard(_ counted: Int) -> String
    func worth(counted: Int, random: Int) -> String
    func rangeLevel(_ level: Double) -> String
    func handPicked(_ calls: Int) -> String

    // What to mind.
    func skipped(_ skipped: Int, of drawn: Int, group: String?) -> String
    func uncovered(_ share: Double, groups: [String]) -> String
    /// Said of the number beside it.
    func heaviest(_ share: Double) -> String
    /// Said of one number among many.
    func heaviestOfSome(_ share: Double) -> String
    var shakyRanges: String { get }
    func rejected(_ calls: Int) -> String

    // What could not be heard.
    func withoutRecording(_ calls: Int) -> String
    func undecodable(_ calls: Int) -> String
    func retired(_ calls: Int) -> String
    func incomplete(_ calls: Int, missing: String) -> String
    var everythingHearable: String { get }

    // How we know.
    func listened(_ duration: String, people: Int) -> String
    /// The frame: what the calls were drawn from.
    func frame(_ population: Int) -> String
    func draws(_ names: [String], more: Int) -> String
    func heardTwice(_ calls: Int) -> String
    /// From how much on something is ranked, compared and printed.
    var thresholds: String { get }
    func periodDays(_ days: String, timeZone: String) -> String
    func taxonomy(version: Int) -> String
    func howCounted(isWeighted: Bool) -> String
    func howShown(level: Double) -> String
    var groupColumn: String { get }
    var populationColumn: String { get }
    var drawnColumn: String { get }
    var skippedColumn: String { get }
    var unknown: String { get }
}
