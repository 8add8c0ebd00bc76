import CallModel
import CallTagging
import Testing

@Suite("Keys, tree and days of a taxonomy")
struct TaxonomyKeysTests {
    private static func day(_ text: String) throws -> CalendarDay {
        try #require(CalendarDay(text))
    }

    @Test("mergers are followed to their end; a circle leaves the key as it is")
    func mergers() {
        let taxonomy = Taxonomy(
            version: 1,
            reasons: [
                CallReason(key: "a", label: "A", description: "", mergedInto: "b"),
                CallReason(key: "b", label: "B", description: "", mergedInto: "c"),
                CallReason(key: "c", label: "C", description: ""),
                CallReason(key: "x", label: "X", description: "", mergedInto: "y"),
                CallReason(key: "y", label: "Y", description: "", mergedInto: "x"),
            ],
            painPoints: [
                PainPoint(key: "a", label: "A", description: "", mergedInto: "z"),
                PainPoint(key: "z", label: "Z", description: ""),
            ])
        #expect(taxonomy.currentKey(forReason: "a") == "c")
        #expect(taxonomy.currentKey(forPainPoint: "a") == "z")
        #expect(taxonomy.currentKey(forReason: "c") == "c")
        #expect(taxonomy.currentKey(forReason: "unknown") == "unknown")
        #expect(taxonomy.currentKey(forReason: "x") == "x")
        #expect(
            taxonomy.currentReasonKeys == ["a": "c", "b": "c", "c": "c", "x": "x", "y": "y"])
        #expect(taxonomy.currentPainPointKeys == ["a": "z", "z": "z"])
    }

    @Test("a word is offered up to the day before it was retired")
    func days() throws {
        let before = try Self.day("2026-05-31")
        let after = try Self.day("2026-06-01")
        let taxonomy = Sitting.taxonomy
        #expect(
            taxonomy.reasonsOffered(on: before).map(\.key) == [
                "billing", "wrong-amount", "delivery", "parcel", "fax",
            ])
        #expect(
            taxonomy.reasonsOffered(on: after).map(\.key) == [
                "billing", "wrong-amount", "delivery",
            ]
        )
        #expect(
            taxonomy.painPointsOffered(on: after).map(\.key) == ["hold-too-long", "call-cut-off"])
    }

    @Test("the tree lists parents before children and knows the way from the root")
    func tree() {
        var taxonomy = Sitting.taxonomy
        taxonomy.reasons.reverse()
        #expect(
            taxonomy.reasonTree.map { "\($0.depth) \($0.reason.key)" } == [
                "0 fax", "0 parcel", "0 delivery", "0 billing", "1 wrong-amount",
            ])
        #expect(taxonomy.children(of: "billing").map(\.key) == ["wrong-amount"])
        #expect(taxonomy.children(of: nil).count == 4)
        #expect(taxonomy.pathLabel(ofReason: "wrong-amount") == "Billing › Wrong amount")
        #expect(taxonomy.pathLabel(ofReason: "unknown") == "unknown")
    }
}
