/// What a listener tagged, as one rating: sets in an order that does not depend on how they are kept.
struct TagSet: Hashable, Comparable {
    let tags: Set<String>
    private let sorted: [String]

    init(_ tags: Set<String>) {
        self.tags = tags
        sorted = tags.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    static func < (left: Self, right: Self) -> Bool {
        left.sorted.lexicographicallyPrecedes(right.sorted) {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
    }
}
