import CallModel

extension DigestCSV {
    /// How the calls were come by: the sample, its groups and draws, and what could not be heard.
    static func sample(
        _ digest: Digest
    ) -> [(section: String, cells: [String: CSVText.Cell])] {
        let sample = digest.sample
        let groups = sample.strata.map { stratum -> [String: CSVText.Cell] in
            [
                "label": .text(stratum.name), "population": .init(stratum.population),
                "drawn": .integer(stratum.drawn), "calls": .integer(stratum.heard),
                "skipped": .integer(stratum.skipped),
            ]
        }
        let unhearable = digest.unhearable
        let losses = [
            ("without-recording", unhearable.withoutRecording, nil),
            ("undecodable", unhearable.undecodable, nil), ("retired", unhearable.retired, nil),
            ("incomplete", unhearable.incomplete, unhearable.missingSeconds),
        ].filter { $0.1 > 0 }.map { cause, calls, missing -> [String: CSVText.Cell] in
            ["key": .text(cause), "calls": .integer(calls), "missing_seconds": .init(missing)]
        }
        let whole: [String: CSVText.Cell] = [
            "population": .init(sample.population), "n": .integer(sample.counted),
            "n_eff": .init(sample.effective),
            "evidence_calls": .integer(sample.counted + sample.handPicked),
            "heard_twice": .integer(sample.heardTwice),
            "heard_seconds": .number(sample.heardSeconds),
            "taxonomy_version": .integer(digest.taxonomyVersion),
        ]
        return [("sample", whole)] + groups.map { ("group", $0) }
            + sample.draws.map { ("draw", ["key": .text($0.rawValue)]) }
            + losses.map { ("unhearable", $0) }
    }
}
