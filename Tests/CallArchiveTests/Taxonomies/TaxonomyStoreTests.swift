import CallArchive
import CallModel
import Testing

@Suite("Versions of the taxonomy")
struct TaxonomyStoreTests {
    @Test("a version never changes, the newest is in force, and the old ones stay")
    func versions() async throws {
        let archive = try Archive.inMemory()
        #expect(try await archive.taxonomy() == nil)
        let ana = ListenerID("ana")
        var taxonomy = Taxonomy(
            version: 2, reasons: [CallReason(key: "bill", label: "Bill", description: "")],
            painPoints: [])
        for _ in 0..<2 {
            try await archive.adopt(taxonomy, yaml: "two", by: ana, at: Sample.now)
        }
        let first = taxonomy
        taxonomy.reasons[0].label = "Invoice"
        await #expect(throws: ArchiveError.taxonomyDiffers(version: 2)) {
            try await archive.adopt(taxonomy, yaml: "two", by: ana, at: Sample.now)
        }
        taxonomy.version = 3
        try await archive.adopt(taxonomy, yaml: "three", by: ana, at: Sample.now)
        #expect(try await archive.taxonomy()?.taxonomy == taxonomy)
        let old = try await archive.taxonomy(version: 2)
        #expect(old?.taxonomy == first)
        #expect(old?.yaml == "two")
        #expect(old?.adoptedBy == ana)
        taxonomy.version = 0
        await #expect(throws: ArchiveError.self) {
            try await archive.adopt(taxonomy, yaml: "", by: ana, at: Sample.now)
        }
    }
}
