package import CallModel

/// How sure an order is, in the three degrees that are ever spoken of.
package enum Firmness: Sendable {
    case firmly, probably, maybe

    /// From a probability in 0...1: at least .9, at least .5, or less.
    package init(probability: Double) {
        self = probability >= 0.9 ? .firmly : probability >= 0.5 ? .probably : .maybe
    }
}

/// What the first sentence of a digest says.
package enum Headline: Sendable {
    case hurtsMost(
        label: String, total: Estimate, measure: Digest.Measure, isCounted: Bool,
        firmness: Firmness, movement: Movement?)
    case heardMost(label: String, calls: Int, counted: Int)
    case alerts(label: String, calls: Int, others: Int)
    case earlySignals(Int)
    case nothingHurt(counted: Int)
    case handPickedOnly(Int)
    case nothingHeard
}

/// The titles and findings of a digest.
package protocol DigestWords {
    var digestTitle: String { get }
    func scope(_ scope: Scope) -> String
    func headline(_ headline: Headline, period: String) -> String
    var nextStepWithoutCalls: String { get }

    // Titles.
    var rankingTitle: String { get }
    /// `minutes a month`.
    func unit(_ measure: Digest.Measure) -> String
    var atLeast: String { get }
    var estimate: String { get }
    var upTo: String { get }
    var findingsTitle: String { get }
    var alertsTitle: String { get }
    var alertsNote: String { get }
    var earlyTitle: String { get }
    var earlyNote: String { get }
    var handPickedTitle: String { get }
    var handPickedNote: String { get }
    var notHeardTitle: String { get }
    var reasonsTitle: String { get }
    func reasonsNote(counted: Int, previously: Int?, in period: String?) -> String
    var unhearableTitle: String { get }
    var cautionsTitle: String { get }
    var methodTitle: String { get }
    var evidenceTitle: String { get }
    var painPointColumn: String { get }
    var reasonColumn: String { get }
    var shareColumn: String { get }
    var heardColumn: String { get }
    var rankColumn: String { get }
    var callColumn: String { get }
    var timeColumn: String { get }
    var severityColumn: String { get }
    var noteColumn: String { get }
    var notRecorded: String { get }
    var noReasons: String { get }

    // The ranking.
    func sortedByLowEnd(_ measure: Digest.Measure) -> String
    var sortedByCount: String { get }
    var tooFewForOrder: String { get }
    func placesOf(_ first: Int, _ last: Int) -> String
    func cannotBeToldApart(_ first: Int, _ last: Int) -> String
    func topThree(_ firmness: Firmness) -> String
    func first(_ firmness: Firmness) -> String
    /// `2 to 4`, or `2` alone.
    func places(_ lowest: Int, _ highest: Int) -> String
    /// `Its place lies between 2 and 4 of 5.`
    func placeLies(_ lowest: Int, _ highest: Int, of count: Int) -> String
    /// The title of a column of such places.
    var placesColumn: String { get }

    // One finding.
    func cost(
        _ total: Estimate, _ measure: Digest.Measure, calls: Estimate?, isCounted: Bool
    ) -> String
    func barDescription(
        _ total: Estimate, _ measure: Digest.Measure, isCounted: Bool
    ) -> String
    /// `12 % (8 % to 17 %)`.
    func shareText(_ share: Estimate, isCounted: Bool) -> String
    /// `In 12 % of calls (8 % to 17 %): heard in 14 of 120 calls, from 12 callers.`
    func found(share: Estimate?, isCounted: Bool, facts: [String]) -> String
    func heard(_ calls: Int, of counted: Int, populationIsKnown: Bool) -> String
    /// `heard in 2 of 100 calls`.
    func heardIn(_ calls: Double, of counted: Int) -> String
    /// `2 of 100`.
    func heard(_ calls: Double, of counted: Int) -> String
    func fromCallers(_ callers: Int) -> String
    func withAgents(_ agents: Int) -> String
    func inWeeks(_ weeks: Int) -> String
    func severe(_ severe: Int, of calls: Int, worst: Int?) -> String
    func severe(share: Double, worst: Int?) -> String
    func worstSeverity(_ severity: Int) -> String
    func onlySeverity(_ severity: Int) -> String
    func recurrence(
        _ recurrence: Digest.Recurrence, period: Period.Kind, lately: Digest.Lately?
    ) -> String?
    func previously(_ calls: Double, of counted: Int, in period: String) -> String
    /// `Closing the account (3 of 110 calls in 2026-10)`.
    func previously(_ calls: Double, of counted: Int, in period: String, label: String) -> String
    func alsoHandPicked(_ calls: Int) -> String
    func onlyHandPicked(_ calls: Int) -> String
    var regulated: String { get }
    func notHeard(in counted: Int, high: Double?) -> String
    func notHeardInAll(_ counted: Int) -> String
    func notHeardOfThose(_ counted: Int) -> String
}
