public import CallModel

/// One dated fact about a word between two versions of a taxonomy.
public struct TaxonomyChange: Sendable, Codable, Hashable {
    /// What happened to the word.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// It is new; `to` is its label.
        case added
        /// Its label changed.
        case relabelled
        /// What it says about when to choose it changed.
        case redescribed
        /// It hangs below another reason; nil is the root.
        case moved
        /// Its number key changed; nil is none.
        case rekeyed
        /// Whether it is regulated changed: `true` or `false`.
        case regulated
        /// It is no longer offered from the day on.
        case retired
        /// It is offered again.
        case restored
        /// It is no longer offered from the day on, and counts under `to`.
        case merged
        /// It counts under its own key again, no longer under `from`.
        case separated
    }

    /// The list that the word is in.
    public var list: WordList
    /// The word.
    public var key: String
    /// What happened.
    public var kind: Kind
    /// From which day: that of the retirement where it is one, else the day the change was seen.
    public var day: CalendarDay
    /// What it was, where that says something.
    public var from: String?
    /// What it became, where that says something.
    public var to: String?

    /// A change.
    public init(
        list: WordList, key: String, kind: Kind, day: CalendarDay, from: String? = nil,
        to: String? = nil
    ) {
        self.list = list
        self.key = key
        self.kind = kind
        self.day = day
        self.from = from
        self.to = to
    }
}
