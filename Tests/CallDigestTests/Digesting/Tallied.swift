import CallModel
import Foundation

@testable import CallDigest

extension TallyHistory {
    /// A history written as tallies.
    static func tallied(
        previous: Tally? = nil, weeks: [Tally] = [], taxonomies: [DatedTaxonomy] = [],
        heardBefore: Set<String> = [], listeningSince: Date? = nil
    ) throws -> TallyHistory {
        let maker = DigestMaker()
        return TallyHistory(
            previous: try previous.map(maker.counts), weeks: try weeks.map(maker.counts),
            taxonomies: taxonomies, heardBefore: heardBefore, listeningSince: listeningSince)
    }
}

extension Tally {
    /// What another period is compared with.
    var counts: PeriodCounts {
        get throws { try DigestMaker().counts(of: self) }
    }
}
