import CallModel

/// Makes the shares of the call reasons, "not recorded" among them.
struct ReasonFindings {
    let period: CountedPeriod
    let settings: DigestSettings
    /// What the counted calls stand for; nil where nothing can be said of all calls.
    let base: CountedBase?
    /// The previous period; nil where none of it was listened to.
    let previous: PeriodCounts?

    /// The findings, the largest share first, then by calls and key, "not recorded" last.
    var findings: [Digest.ReasonFinding] {
        let reasons = period.reasons
        let taxonomy = period.tally.taxonomy
        var rows: [String: SparseValues] = [:]
        for key in (previous?.reasons ?? [:]).keys {
            rows[key] = SparseValues(calls: [], values: [])
        }
        for (key, values) in zip(reasons.keys, reasons.values) { rows[key] = values }
        var findings = rows.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { key, values in
                finding(
                    key: key, label: taxonomy.pathLabel(ofReason: key), values,
                    previous: previous.map { $0.reasons[key] ?? 0 })
            }
            .filter { $0.calls > 0 || ($0.previousCalls ?? 0) > 0 }
        findings = findings.enumerated().sorted { left, right in
            let share = left.element.share?.value ?? 0
            let other = right.element.share?.value ?? 0
            if share != other { return share > other }
            if left.element.calls != right.element.calls {
                return left.element.calls > right.element.calls
            }
            return left.offset < right.offset
        }.map(\.element)
        let silent = finding(
            key: nil, label: "", reasons.notRecorded,
            previous: previous.map(\.withoutReason))
        return silent.calls > 0 || (silent.previousCalls ?? 0) > 0 ? findings + [silent] : findings
    }

    private func finding(
        key: String?, label: String, _ values: SparseValues, previous: Double?
    ) -> Digest.ReasonFinding {
        let share = base?.design.share(
            of: values, level: settings.level, interval: settings.interval)
        return Digest.ReasonFinding(
            key: key, label: label, calls: values.values.reduce(0, +),
            share: share.map { Estimate(value: $0.value, low: $0.low, high: $0.high) },
            effective: share.flatMap { $0.effective.isFinite ? $0.effective : nil },
            showsPercentage: share?.allowsPercentage ?? false, previousCalls: previous)
    }
}
