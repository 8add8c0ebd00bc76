import CallModel
import CallTagging
import Foundation
import Testing

@Suite("The starter taxonomy")
struct StarterTaxonomyTests {
    @Test("it is clean")
    func clean() throws {
        let reading = TaxonomyReading(yaml: StarterTaxonomy.yaml)
        #expect(reading.findings.isEmpty, "\(reading.findings)")
        let taxonomy = try reading.get()
        #expect((25...40).contains(taxonomy.reasons.count))
        #expect((14...18).contains(taxonomy.painPoints.count))
    }

    @Test("its number keys are those of the palette")
    func palette() throws {
        let taxonomy = try TaxonomyReading(yaml: StarterTaxonomy.yaml).get()
        let day = try #require(CalendarDay("2026-11-18"))
        #expect(
            (1...9).map { taxonomy.painPoint(numberKey: $0, on: day)?.key } == [
                "hold-too-long", "repeat-explanation", "transferred-again", "promise-not-kept",
                "agent-in-doubt", "too-many-systems", "call-cut-off", "policy-blocks-fix",
                "reached-us-angry",
            ])
        #expect(
            taxonomy.painPoints.filter(\.regulated).map(\.key) == [
                "vulnerable-customer", "data-leak",
            ])
    }

    @Test("it is the taxonomy of the sample workspace")
    func sample() throws {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(path: "Annotations/taxonomy.yml")
        #expect(try String(contentsOf: file, encoding: .utf8) == StarterTaxonomy.yaml)
    }
}
