import CallModel

extension DigestPage {
    /// The statistics that stand on the page, in the order in which they are met.
    static func footnotes(of digest: Digest, words: any TextCatalogue) -> [Footnote] {
        let findings = digest.findings
        let isEstimated = digest.sample.population != nil && !digest.sample.isCensus
        var notes: [Footnote] = []
        if isEstimated, findings.contains(where: { $0.share != nil }) {
            notes.append(words.shareRangeFootnote)
        }
        if isEstimated, digest.ranked.contains(where: { digest.total(of: $0) != nil }) {
            notes.append(words.totalRangeFootnote)
        }
        if isEstimated, digest.ranked.count > 1, digest.ranked.contains(where: { $0.order != nil })
        {
            notes.append(words.orderFootnote)
        }
        if findings.contains(where: { $0.change != nil }) { notes.append(words.changeFootnote) }
        if findings.contains(where: { $0.trend?.isClear == true }) {
            notes.append(words.trendFootnote)
        }
        if findings.contains(where: { !$0.bursts.isEmpty }) { notes.append(words.burstFootnote) }
        if digest.alarms?.painPoints.isEmpty == false { notes.append(words.alarmFootnote) }
        if digest.alarms?.volume != nil { notes.append(words.volumeAlarmFootnote) }
        if findings.contains(where: { $0.novelty != nil }) { notes.append(words.noveltyFootnote) }
        if digest.initiatives.contains(where: { $0.outcome != nil }) {
            notes.append(words.verdictFootnote)
        }
        if digest.initiatives.contains(where: { $0.outcome?.course != nil }) {
            notes.append(words.courseFootnote)
        }
        if digest.initiatives.contains(where: { $0.worth != nil }) {
            notes.append(words.worthFootnote)
        }
        if digest.holds?.ratio != nil { notes.append(words.holdFootnote) }
        if digest.coverage != nil { notes.append(words.coverageFootnote) }
        if digest.agreement?.isEnough == true { notes.append(words.agreementFootnote) }
        if digest.expectations != nil { notes.append(words.gapFootnote) }
        return notes
    }
}
