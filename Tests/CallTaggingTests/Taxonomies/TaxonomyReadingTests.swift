import CallModel
import CallTagging
import Testing

@Suite("Reading a taxonomy")
struct TaxonomyReadingTests {
    @Test("every field is read, and reasons come in the order of the tree")
    func fields() throws {
        let reading = TaxonomyReading(
            yaml: """
                reasons:
                  - {key: a, label: A, description: d}
                  - {key: b, label: B, description: d}
                  - {key: a1, label: A 1, description: d, parent: a, number-key: 3}
                  - {key: c, label: C, description: d}
                  - {key: old, label: Old, description: d, retired: 2026-01-31, merged-into: c}
                  - {key: d, label: "007", description: d}
                pain-points:
                  - key: p
                    label: "P: with a colon"
                    description: >-
                      folded
                      text
                    regulated: true
                    number-key: 9
                """, version: 7)
        #expect(reading.findings.isEmpty)
        let taxonomy = try reading.get()
        #expect(taxonomy.version == 7)
        #expect(taxonomy.reasons.map(\.key) == ["a", "a1", "b", "c", "old", "d"])
        #expect(taxonomy.reason("a1")?.parent == "a")
        #expect(taxonomy.reason("a1")?.numberKey == 3)
        #expect(taxonomy.reason("d")?.label == "007")
        #expect(taxonomy.reason("old")?.retired == CalendarDay(year: 2026, month: 1, day: 31))
        #expect(taxonomy.reason("old")?.mergedInto == "c")
        #expect(
            taxonomy.painPoints == [
                PainPoint(
                    key: "p", label: "P: with a colon", description: "folded text", numberKey: 9,
                    regulated: true)
            ])
    }

    @Test("a file that cannot be used throws everything that is amiss, a line each")
    func rejection() {
        let reading = TaxonomyReading(yaml: "reasons: []\npain-points: 3\n")
        #expect(reading.taxonomy == nil)
        #expect(
            performing: { try reading.get() },
            throws: { error in
                "\(error)" == """
                    1:1: warning: There are 0 reasons to choose from: with fewer than 5 their \
                    shares say little; add some.
                    2:14: error: "pain-points" is not a list: begin each pain point with \
                    "- key: …".
                    """
            })
        #expect(
            reading.findings.first?.text(path: "Annotations/taxonomy.yml").hasPrefix(
                "Annotations/taxonomy.yml:1:1: warning: ") == true)
    }

    @Test("a byte order mark and the line ends of another system change nothing")
    func lineEnds() throws {
        let plain = try TaxonomyReading(yaml: StarterTaxonomy.yaml).get()
        let other = "\u{FEFF}" + StarterTaxonomy.yaml.replacing("\n", with: "\r\n")
        #expect(try TaxonomyReading(yaml: other).get() == plain)
        let wrong = "reasons: []\r\npain-points:\r\n  - {key: p, label: P, colour: red}\r\n"
        #expect(TaxonomyReading(yaml: wrong).findings.last?.column == 24)
        #expect(TaxonomyReading(yaml: wrong).findings.last?.line == 3)
    }

    @Test("any bytes give a taxonomy or a finding", arguments: 1...30)
    func anyBytes(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var bytes = Array(StarterTaxonomy.yaml.utf8)
        for _ in 0..<Int.random(in: 1...30, using: &random) {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: index)
            default:
                bytes.insert(
                    contentsOf: Array(":-{[\"'&*\t\n".utf8).shuffled(using: &random).prefix(2),
                    at: index)
            }
        }
        let reading = TaxonomyReading(yaml: String(decoding: bytes, as: UTF8.self))
        #expect(reading.taxonomy != nil || reading.findings.contains { $0.severity == .error })
        #expect(reading.findings.allSatisfy { $0.line >= 1 && $0.column >= 1 })
    }
}
