public import CallModel

/// A language that people are spoken to in.
public enum Language: String, Sendable, Hashable, CaseIterable {
    /// English.
    case english

    /// Everything that is said in it.
    package var words: any TextCatalogue {
        switch self {
        case .english: English()
        }
    }

    /// A share in 0...1 in percent, such as `4 %` (with a no-break space); never `0 %` or `100 %`
    /// for what is neither.
    public func percent(_ share: Double) -> String { words.percent(share) }

    /// A whole number with its thousands apart, such as `4,210`.
    public func whole(_ number: Int) -> String { words.figures.whole(number) }

    /// What a sitting is for, such as `listening hour`.
    public func purpose(_ purpose: SessionPurpose) -> String { words.purpose(purpose) }

    /// A party of a call, such as `agent`.
    public func side(_ side: Side) -> String { words.side(side) }

    /// When in a call: `0:41–1:02`, or `whole call`.
    public func extent(_ range: CallTimeRange?) -> String {
        range.map(ClockText.range) ?? words.wholeCall
    }
}
