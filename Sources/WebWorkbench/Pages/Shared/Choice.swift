/// One option of a list to choose from.
struct Choice: Sendable, Hashable {
    let value: String
    let label: String
    let isSelected: Bool
}
