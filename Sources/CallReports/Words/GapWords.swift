package import CallModel

/// How far what people expected is from what was measured.
package protocol GapWords {
    var gapTitle: String { get }
    /// In a digest.
    var expectationsTitle: String { get }
    var noGuesses: String { get }
    func noGuessesOf(_ listener: String) -> String
    func misplaced(_ score: PerceptionGap.Score) -> String
    func verdicts(_ summary: PerceptionGap.Summary) -> String
    func unmeasured(_ guesses: Int) -> String
    var misjudgedTitle: String { get }
    var guessedColumn: String { get }
    var measuredColumn: String { get }
    var tooHighColumn: String { get }
    var tooLowColumn: String { get }
    var guessesColumn: String { get }
    var peopleTitle: String { get }
    var peopleNote: String { get }
    func tooFewQuestions(_ questions: Int) -> String
    func historyTitle(_ listener: String) -> String
    func measuredFrom(_ calls: Int) -> String
    func guess(_ question: PerceptionGap.Question) -> String
    func verdict(_ verdict: PerceptionGap.Verdict) -> String
    var gapFootnote: Footnote { get }
}
