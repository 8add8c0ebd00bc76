package import CallModel

extension DigestPage {
    /// One fix on the status board.
    package struct InitiativeEntry: Sendable {
        package var title: String
        /// `planned`, `worked`, and so on.
        package var status: String
        package var sentences: [String]
        package var standing: Digest.InitiativeStanding
    }

    /// A line for each fix that is shown to have worked, and not to have gone along with a fall.
    static func wins(of digest: Digest, words: any TextCatalogue) -> [FixLine] {
        digest.initiatives.filter { $0.outcome?.isVerifiedWin == true }.map {
            FixLine(sentence: words.win($0), initiative: $0.initiative.id)
        }
    }

    /// Every fix but those that were given up before the period.
    static func initiatives(of digest: Digest, words: any TextCatalogue) -> [InitiativeEntry] {
        digest.initiatives.filter { standing in
            standing.initiative.droppedAt.map { $0 >= digest.period.start } ?? true
        }.map { standing in
            InitiativeEntry(
                title: SafeText.cut(
                    SafeText.oneLine(standing.initiative.plan.title),
                    width: FindingEntry.labelWidth),
                status: words.status(standing), sentences: words.sentences(standing),
                standing: standing)
        }
    }

    /// What is small, likely to pay back and worth most for a day of work, the best first.
    static func smallWins(of digest: Digest, words: any TextCatalogue) -> [FixLine] {
        func savedForDay(_ standing: Digest.InitiativeStanding) -> Double {
            (standing.worth?.minutesSavedPerMonth.low ?? 0) / standing.initiative.plan.effortDays
        }
        return digest.initiatives.filter { $0.worth?.isSmallWin == true }
            .sorted {
                savedForDay($0) == savedForDay($1)
                    ? $0.initiative.id < $1.initiative.id : savedForDay($0) > savedForDay($1)
            }
            .map { FixLine(sentence: words.smallWin($0), initiative: $0.initiative.id) }
    }
}
