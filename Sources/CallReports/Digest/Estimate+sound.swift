import CallModel

extension Estimate {
    /// This estimate, or nil where it cannot be shown: a number that is not finite, or an order of
    /// ends that is none.
    var ifSound: Estimate? {
        let isSound =
            value.isFinite && low.isFinite && high.isFinite && 0 <= low && low <= value
            && value <= high
        return isSound ? self : nil
    }
}

extension Digest.Change {
    /// This change, or nil where it cannot be shown.
    var ifSound: Digest.Change? {
        let range = difference
        let isSound =
            range.value.isFinite && -1 <= range.low && range.low <= range.value
            && range.value <= range.high && range.high <= 1 && previousCallsPerMonth.isFinite
        return isSound ? self : nil
    }
}

extension Digest {
    /// What a finding is ranked by, where there is something to show; nil too where it is not known
    /// of how many calls it would be the total.
    func total(of finding: Finding) -> Estimate? {
        guard sample.population != nil else { return nil }
        return switch measure {
        case .callsAffected: finding.callsPerMonth?.ifSound
        case .minutesLost: finding.minutesPerMonth?.ifSound
        case .severityWeightedMinutes: finding.severityWeightedMinutesPerMonth?.ifSound
        }
    }
}
