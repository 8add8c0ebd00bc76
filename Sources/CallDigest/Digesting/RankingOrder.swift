import CallModel

/// Puts findings in order.
enum RankingOrder {
    /// Low ends are equal where they differ by less than this part of the larger.
    static let tolerance = 1e-9

    /// By the low end of the total; equal low ends by total, callers, then key. Where nothing can be
    /// said of all calls: by calls heard, callers, then key.
    static func ranked(_ drafts: [FindingMaker.Draft]) -> [FindingMaker.Draft] {
        let byLow = drafts.sorted {
            let low = $0.total?.estimate.low ?? 0
            let other = $1.total?.estimate.low ?? 0
            return low == other ? precedes($0, $1) : low > other
        }
        // A difference in the last digits is none: order such neighbours by the rest.
        var result: [FindingMaker.Draft] = []
        var equals: [FindingMaker.Draft] = []
        for draft in byLow {
            if let last = equals.last?.total?.estimate.low, let low = draft.total?.estimate.low,
                last - low > tolerance * last
            {
                result += equals.sorted(by: precedes)
                equals = []
            }
            equals.append(draft)
        }
        return result + equals.sorted(by: precedes)
    }

    /// By severity, then the latest first, then key.
    static func bySeverity(_ drafts: [FindingMaker.Draft]) -> [FindingMaker.Draft] {
        drafts.sorted { left, right in
            let severity = left.finding.worstSeverity ?? 0
            let other = right.finding.worstSeverity ?? 0
            if severity != other { return severity > other }
            if left.lastHeard != right.lastHeard { return left.lastHeard > right.lastHeard }
            return keyPrecedes(left, right)
        }
    }

    private static func precedes(
        _ left: FindingMaker.Draft, _ right: FindingMaker.Draft
    ) -> Bool {
        let total = left.total?.estimate.value ?? Double(left.finding.calls)
        let other = right.total?.estimate.value ?? Double(right.finding.calls)
        if total != other { return total > other }
        if left.finding.callers != right.finding.callers {
            return left.finding.callers > right.finding.callers
        }
        return keyPrecedes(left, right)
    }

    private static func keyPrecedes(
        _ left: FindingMaker.Draft, _ right: FindingMaker.Draft
    ) -> Bool {
        left.finding.key.utf8.lexicographicallyPrecedes(right.finding.key.utf8)
    }
}
