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
    /// `Fixes: “Call back” (planned) and “Shorter menu” (worked).`
    func fixes(_ standings: [Digest.InitiativeStanding]) -> String
    /// What is said of one fix: all of what follows.
    func sentences(_ standing: Digest.InitiativeStanding) -> [String]
    /// `50 of 100 such calls`, what it is to take away.
    func hope(_ plan: Initiative.Plan) -> String
    /// `2 days of work`.
    func work(_ plan: Initiative.Plan) -> String
    /// How many calls it takes to tell whether it works; nil where that could not be told.
    func callsNeeded(_ plan: Initiative.Plan) -> String?
    /// When it shipped, and how long it settles; nil where it did not ship yet.
    func shipped(_ initiative: Initiative) -> String?
    /// What it would save; nil where nothing can be said.
    func worth(_ standing: Digest.InitiativeStanding) -> String?
    /// What came of it; nil before any day after it settled is over.
    func verdict(_ standing: Digest.InitiativeStanding) -> String?
    /// How something that no fix touches moved meanwhile; nil where nothing was compared.
    func untouched(_ standing: Digest.InitiativeStanding) -> String?
    /// Where the weeks before and after it were heading; nil where there are too few.
    func course(_ standing: Digest.InitiativeStanding) -> String?
    /// What the line in its weeks means.
    var shippedBreakNote: String { get }
    /// `“Call back” (Ana): at least 40 minutes a month saved for 2 days of work.`
    func smallWin(_ standing: Digest.InitiativeStanding) -> String
}
