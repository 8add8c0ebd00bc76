package import CallModel

/// How far listeners agree.
package protocol AgreementWords {
    var agreementTitle: String { get }
    func doublyHeard(_ calls: Int, of heard: Int, by people: [String]) -> String
    /// What stands in place of every number where too few calls were heard by two.
    func hearMoreTogether(_ calls: Int) -> String
    func agreementHeadline(reliable: Int, tentative: Int, unreliable: Int) -> String
    var agreementScale: String { get }
    var agreedColumn: String { get }
    var sharedColumn: String { get }
    var beyondColumn: String { get }
    var readingColumn: String { get }
    var agreementByTagTitle: String { get }
    var agreementOnRestTitle: String { get }
    var onReasons: String { get }
    var onTagSets: String { get }
    var onLooseTagSets: String { get }
    var onSeverity: String { get }
    var onSeconds: String { get }
    func reading(_ reading: Agreement.Reading) -> String
    func cannotCompute(_ obstacle: Agreement.Obstacle) -> String
    /// `22 of 24`.
    func of(_ part: Int, _ whole: Int) -> String
    /// `0.78 (0.52 to 0.95)`.
    func beyondChance(_ alpha: Double, low: Double?, high: Double?) -> String
    var clipsTitle: String { get }
    func sameMoments(_ clips: Agreement.Clips) -> String
    func looseMoments(_ clips: Agreement.Clips) -> String
    func overlap(_ share: Double) -> String
    func tooFewClips(_ calls: Int) -> String
    var driftTitle: String { get }
    var noDrift: String { get }
    var driftUnknown: String { get }
    func drift(_ drift: Agreement.Drift, label: String) -> String
    var driftNote: String { get }
    var agendaTitle: String { get }
    var agendaNote: String { get }
    var nothingToSettle: String { get }
    func agendaItem(_ item: Agreement.AgendaItem) -> String
    var waitingTitle: String { get }
    func waiting(_ calls: Int, heardBy: [String]) -> String
    var agreementFootnote: Footnote { get }
    var driftFootnote: Footnote { get }

    // One call, side by side.
    func comparedBy(_ people: Int) -> String
    var nobodyCompared: String { get }
    var onlyOneCompared: String { get }
    func listen(to call: String) -> String
    var notMarked: String { get }
    var comparedTitle: String { get }
    var settledColumn: String { get }
    func settlement(_ kind: Settlement.Act.Kind, by listener: String, at time: String) -> String

    // The calls behind a number.
    func comparedCalls(_ choice: ComparedCalls.Choice, _ names: TagNames) -> String
    /// `how bad Hold too long was`.
    func howBad(_ painPoint: String) -> String
    func comparedCount(_ calls: Int, differing: Int) -> String
    var listenersColumn: String { get }
    var allSaidColumn: String { get }
    var someSaidColumn: String { get }

    // In a digest.
    /// Beside a name.
    var disagreedBadge: String { get }
    func disagreed(marked: Int, shared: Int) -> String
    var disagreementTitle: String { get }
    func disputed(_ labels: [String]) -> String
    func agreementMethod(calls: Int, days: String, disputed: Int) -> String
    func agreementUnknown(calls: Int, days: String) -> String
}
