// The tree of reasons, and what is offered on a day.

extension CallReason {
    /// Whether listeners may choose it on a day: up to, not including, the day it was retired.
    public func isOffered(on day: CalendarDay) -> Bool { retired.map { day < $0 } ?? true }
}

extension PainPoint {
    /// Whether listeners may choose it on a day: up to, not including, the day it was retired.
    public func isOffered(on day: CalendarDay) -> Bool { retired.map { day < $0 } ?? true }
}

extension Taxonomy {
    /// The reasons directly below one, or the roots for nil, in the order of the file.
    public func children(of key: String?) -> [CallReason] { reasons.filter { $0.parent == key } }

    /// A reason and all above it, the root first: `[billing, unexpected-charge]`; empty where the
    /// key is unknown.
    public func path(ofReason key: String) -> [CallReason] {
        var path: [CallReason] = []
        var next: String? = key
        while let current = next.flatMap({ reason($0) }), !path.contains(current) {
            path.insert(current, at: 0)
            next = current.parent
        }
        return path
    }

    /// How a reason is written for people: the labels from the root down, `Billing › Unexpected
    /// charge`; the key itself where it is unknown.
    public func pathLabel(ofReason key: String) -> String {
        let path = path(ofReason: key)
        return path.isEmpty ? key : path.map(\.label).joined(separator: " › ")
    }

    /// Every reason with its depth (0 for a root), each before those below it; siblings in the
    /// order of the file.
    public var reasonTree: [(reason: CallReason, depth: Int)] {
        let below = Dictionary(grouping: reasons) { $0.parent }
        var tree: [(reason: CallReason, depth: Int)] = []
        var waiting = (below[nil] ?? []).reversed().map { (reason: $0, depth: 0) }
        while let next = waiting.popLast() {
            tree.append(next)
            waiting += (below[next.reason.key] ?? []).reversed()
                .map { (reason: $0, depth: next.depth + 1) }
        }
        return tree
    }

    /// Reasons that may be chosen on a day, in the order of the tree.
    public func reasonsOffered(on day: CalendarDay) -> [CallReason] {
        reasonTree.map(\.reason).filter { $0.isOffered(on: day) }
    }

    /// Pain points that may be chosen on a day, in the order of the palette.
    public func painPointsOffered(on day: CalendarDay) -> [PainPoint] {
        painPoints.filter { $0.isOffered(on: day) }
    }

    /// The pain point that a number key (1...9) marks on a day; nil where the key is free.
    public func painPoint(numberKey: Int, on day: CalendarDay) -> PainPoint? {
        painPoints.first { $0.numberKey == numberKey && $0.isOffered(on: day) }
    }

    /// The reason that a number key (1...9) chooses on a day; nil where the key is free.
    public func reason(numberKey: Int, on day: CalendarDay) -> CallReason? {
        reasons.first { $0.numberKey == numberKey && $0.isOffered(on: day) }
    }
}
