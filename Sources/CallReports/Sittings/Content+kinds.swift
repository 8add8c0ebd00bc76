package import CallModel

extension Annotation.Content {
    /// The key of the reason, where it is one.
    package var reasonKey: String? {
        if case .reason(let key) = self { key } else { nil }
    }

    /// The key of the pain point, where it is one.
    package var painPointKey: String? {
        if case .painPoint(let key, _) = self { key } else { nil }
    }

    /// The words of an idea, where it is one.
    package var ideaText: String? {
        if case .idea(let text) = self { text } else { nil }
    }

    /// The words of praise, where it is that.
    package var kudosText: String? {
        if case .kudos(let text) = self { text } else { nil }
    }

    /// Whether it is a reason or a pain point.
    package var isTag: Bool { reasonKey != nil || painPointKey != nil }
}
