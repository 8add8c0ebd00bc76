import CallModel

extension DigestMaker {
    /// Writes how far listeners agree beside every pain point that was heard.
    static func write(
        _ judged: TallyHistory.Judged?, _ taxonomy: Taxonomy, to digest: inout Digest
    ) {
        guard let judged else { return }
        let base = Digest.AgreementBase(period: judged.period, calls: judged.counts.calls)
        digest.agreement = base
        guard base.isEnough else { return }
        let agreed = AgreementMaker().tags(of: judged.counts, taxonomy)
        let tags = Dictionary(agreed.map { ($0.key, $0) }) { $1 }
        let lists: [WritableKeyPath<Digest, [Digest.Finding]>] = [
            \.ranked, \.alerts, \.early, \.handPickedOnly, \.quiet,
        ]
        for list in lists {
            for index in digest[keyPath: list].indices {
                digest[keyPath: list][index].agreement = tags[digest[keyPath: list][index].key]
            }
        }
    }
}
