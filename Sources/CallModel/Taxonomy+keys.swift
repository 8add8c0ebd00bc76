// Keys and what became of them. Reasons and pain points are two lists of names: a key may stand in
// both and mean two things.

extension Taxonomy {
    /// The reason with a key, retired or not; nil where there is none.
    public func reason(_ key: String) -> CallReason? { reasons.first { $0.key == key } }

    /// The pain point with a key, retired or not; nil where there is none.
    public func painPoint(_ key: String) -> PainPoint? { painPoints.first { $0.key == key } }

    /// The key that a reason's key counts under today: mergers followed to their end; a key that
    /// was never merged, or is unknown, stays what it is.
    public func currentKey(forReason key: String) -> String {
        Self.end(of: key) { reason($0)?.mergedInto }
    }

    /// The key that a pain point's key counts under today: mergers followed to their end; a key
    /// that was never merged, or is unknown, stays what it is.
    public func currentKey(forPainPoint key: String) -> String {
        Self.end(of: key) { painPoint($0)?.mergedInto }
    }

    /// Every reason's key with the key it counts under today: for counting many at once.
    public var currentReasonKeys: [String: String] {
        Self.ends(Dictionary(reasons.map { ($0.key, $0.mergedInto) }) { first, _ in first })
    }

    /// Every pain point's key with the key it counts under today: for counting many at once.
    public var currentPainPointKeys: [String: String] {
        Self.ends(Dictionary(painPoints.map { ($0.key, $0.mergedInto) }) { first, _ in first })
    }

    private static func ends(_ mergers: [String: String?]) -> [String: String] {
        var ends: [String: String] = [:]
        for key in mergers.keys { ends[key] = end(of: key) { mergers[$0] ?? nil } }
        return ends
    }

    /// Follows mergers; a circle, which no checked taxonomy has, leaves the key as it is.
    private static func end(of key: String, mergedInto: (String) -> String?) -> String {
        var current = key
        var passed: Set<String> = [key]
        while let next = mergedInto(current) {
            guard passed.insert(next).inserted else { return key }
            current = next
        }
        return current
    }
}
