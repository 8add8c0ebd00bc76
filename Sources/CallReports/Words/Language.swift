/// A language that people are spoken to in.
public enum Language: String, Sendable, Hashable, CaseIterable {
    /// English.
    case english

    /// Everything that is said in it.
    var words: any TextCatalogue {
        switch self {
        case .english: English()
        }
    }

    /// A share in 0...1 in percent, such as `4 %` (with a no-break space); never `0 %` or `100 %`
    /// for what is neither.
    public func percent(_ share: Double) -> String { words.percent(share) }

    /// A whole number with its thousands apart, such as `4,210`.
    public func whole(_ number: Int) -> String { words.figures.whole(number) }
}
