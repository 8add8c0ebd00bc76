import CallModel

extension DigestPage {
    /// One fix on the status board.
    package struct InitiativeEntry: Sendable {
        package var title: String
        /// `planned`, `worked`, and so on.
        package var status: String
        package var sentences: [String]
    }

    /// A line for each fix that is shown to have worked.
    static func wins(of digest: Digest, words: any TextCatalogue) -> [String] {
        digest.initiatives.filter { $0.outcome?.verdict == .worked }.map { words.win($0) }
    }

    static func initiatives(of digest: Digest, words: any TextCatalogue) -> [InitiativeEntry] {
        digest.initiatives.map { standing in
            InitiativeEntry(
                title: SafeText.cut(
                    SafeText.oneLine(standing.initiative.plan.title),
                    width: FindingEntry.labelWidth),
                status: words.status(standing), sentences: words.sentences(standing))
        }
    }

    /// What is small, likely to pay back and worth most for a day of work, the best first.
    static func smallWins(of digest: Digest, words: any TextCatalogue) -> [String] {
        func savedForDay(_ standing: Digest.InitiativeStanding) -> Double {
            (standing.worth?.minutesSavedPerMonth.low ?? 0) / standing.initiative.plan.effortDays
        }
        return digest.initiatives.filter { $0.worth?.isSmallWin == true }
            .sorted {
                savedForDay($0) == savedForDay($1)
                    ? $0.initiative.id < $1.initiative.id : savedForDay($0) > savedForDay($1)
            }
            .map { words.smallWin($0) }
    }
}
