/// A link with its words.
struct NamedLink: Sendable, Hashable {
    let label: String
    let path: String
}

/// Where the calls behind some numbers are, to stand under the sentence that says them.
struct CallLinks: Sendable {
    let links: [NamedLink]

    /// Nil where there are none.
    init?(_ links: [NamedLink]) {
        guard !links.isEmpty else { return nil }
        self.links = links
    }
}
