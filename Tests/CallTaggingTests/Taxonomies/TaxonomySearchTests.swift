import CallModel
import CallTagging
import Testing

@Suite("Type to filter")
struct TaxonomySearchTests {
    private let day = CalendarDay(year: 2026, month: 11, day: 18)!

    private func reasons(_ query: String) -> [String] {
        let taxonomy = Taxonomy(
            version: 1,
            reasons: [
                CallReason(key: "billing", label: "Facturación", description: "Una factura"),
                CallReason(
                    key: "wrong-amount", label: "Importe erróneo", description: "x",
                    parent: "billing"),
                CallReason(key: "delivery", label: "Entrega", description: "El paquete no llegó"),
                CallReason(key: "strasse", label: "Neue Straße", description: "x"),
                CallReason(
                    key: "old", label: "Facturación antigua", description: "x",
                    retired: CalendarDay(year: 2026, month: 1, day: 1)),
            ],
            painPoints: [])
        return taxonomy.reasons(matching: query, on: day).map(\.key)
    }

    @Test("case and accents do not matter")
    func folding() {
        #expect(reasons("facturacion") == ["billing", "wrong-amount"])
        #expect(reasons("ERRON") == ["wrong-amount"])
        #expect(reasons("llego") == ["delivery"])
    }

    @Test("a label that begins so comes before one below it, and a part of a word after that")
    func order() {
        #expect(reasons("imp") == ["wrong-amount"])
        #expect(reasons("fact imp") == ["wrong-amount"])
        #expect(reasons("trega") == ["delivery"])
        #expect(reasons("strasse") == ["strasse"])
        #expect(reasons("zzz").isEmpty)
    }

    @Test("nothing typed lists everything that is offered, in the order of the tree")
    func nothing() {
        #expect(reasons("  ") == ["billing", "wrong-amount", "delivery", "strasse"])
    }

    @Test("pain points are found alike")
    func painPoints() throws {
        let taxonomy = try TaxonomyReading(yaml: StarterTaxonomy.yaml).get()
        #expect(taxonomy.painPoints(matching: "hold", on: day).first?.key == "hold-too-long")
        #expect(taxonomy.painPoints(matching: "angry", on: day).first?.key == "reached-us-angry")
    }
}
