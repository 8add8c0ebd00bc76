/// A link with its words.
struct NamedLink: Sendable, Hashable {
    let label: String
    let path: String
}

/// A sentence, with where what it speaks of is; nil where that is nowhere.
struct LinkedSentence: Sendable {
    let sentence: String
    let link: String?
}

/// Where the calls behind some numbers are, to stand under the sentence that says them.
struct CallLinks: Sendable {
    let links: [NamedLink]

    /// Links; one or more.
    init(_ links: [NamedLink]) { self.links = links }

    /// Nil where there are none.
    init?(ifAny links: [NamedLink]) {
        guard !links.isEmpty else { return nil }
        self.links = links
    }
}
