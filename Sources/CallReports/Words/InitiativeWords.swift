package import CallModel

/// Fixes: what they are worth, and whether they worked.
package protocol InitiativeWords {
    var initiativesTitle: String { get }
    var initiativesNote: String { get }
    var smallWinsTitle: String { get }
    var smallWinsNote: String { get }
    var noInitiatives: String { get }
    /// One line that celebrates.
    func win(_ standing: Digest.InitiativeStanding) -> String
    /// `planned`, `shipped`, `worked`: what stands beside a name.
    func status(_ standing: Digest.InitiativeStanding) -> String
    /// What is said of one fix.
    func sentences(_ standing: Digest.InitiativeStanding) -> [String]
    /// `“Call back” (Ana): at least 40 minutes a month saved for 2 days of work.`
    func smallWin(_ standing: Digest.InitiativeStanding) -> String
}
