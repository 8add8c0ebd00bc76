package import CallModel

/// All that is said to people, in one language. No sentence stands anywhere else in this module: a
/// second language is a second type, and the compiler says what it still lacks.
///
/// User text handed in is on one line already; each form escapes what it is given.
package protocol TextCatalogue: Sendable, CommonWords, DigestWords, ChangeWords, SurgeWords,
    CoverageWords, InitiativeWords, MethodWords, FootnoteWords, ExplanationWords, CallsBehindWords,
    CallWords, SittingWords, AgreementWords, GapWords, HoldWords
{}

/// Words that every surface needs.
package protocol CommonWords {
    /// The BCP 47 tag of the language.
    var languageTag: String { get }
    /// Its separators.
    var figures: Figures { get }
    /// Between facts on one line.
    var separator: String { get }

    func percent(_ share: Double, _ rounding: Rounding) -> String
    /// `8 % to 17 %`, rounded outward.
    func percentRange(_ share: Estimate) -> String
    /// A fragment as a sentence of its own.
    func sentence(_ fragment: String) -> String
    func quoted(_ text: String) -> String
    /// `a, b and c`.
    func list(_ items: [String]) -> String
    func days(_ first: CalendarDay, _ last: CalendarDay) -> String
    /// A number of calls with its noun.
    func calls(_ count: Int) -> String
    func side(_ side: Side) -> String
    func severity(_ severity: Int) -> String
    var wholeCall: String { get }
    var handPickedBadge: String { get }
}

extension CommonWords {
    package func percent(_ share: Double) -> String { percent(share, .nearest) }
}
