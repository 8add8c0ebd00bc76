import CallModel

/// One option of a list to choose from.
struct Choice: Sendable, Hashable {
    let value: String
    let label: String
    let isSelected: Bool
}

extension Choice {
    /// The directions of calls.
    static func directions(selected: CallDirection?, words: DigestSheetWords) -> [Choice] {
        CallDirection.allCases.map {
            Choice(
                value: $0.rawValue, label: words.directions[$0.rawValue] ?? $0.rawValue,
                isSelected: $0 == selected)
        }
    }
}
