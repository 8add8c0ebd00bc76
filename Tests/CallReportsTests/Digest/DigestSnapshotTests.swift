import CallReports
import Testing

@Suite("Every form of a digest stays as it was approved")
struct DigestSnapshotTests {
    @Test("each form of each sample", arguments: SampleDigest.allCases, DigestFormat.allCases)
    func forms(sample: SampleDigest, format: DigestFormat) throws {
        let endings: [DigestFormat: String] = [
            .terminal: "txt", .markdown: "md", .html: "html", .csv: "csv", .json: "json",
        ]
        let text = format.text(sample.digest)
        try Snapshot.check(text, "digest-\(sample.rawValue).\(endings[format] ?? "")")
    }

    @Test("the terminal form in ASCII, in colour, narrow and wide")
    func terminalForms() throws {
        let digest = SampleDigest.full.digest
        try Snapshot.check(DigestText.terminal(digest, glyphs: .ascii), "digest-full-ascii.txt")
        try Snapshot.check(DigestText.terminal(digest, color: true), "digest-full-color.txt")
        try Snapshot.check(DigestText.terminal(digest, width: 48), "digest-full-48.txt")
        try Snapshot.check(DigestText.terminal(digest, width: 132), "digest-full-132.txt")
    }

    @Test("the same digest gives the same bytes", arguments: DigestFormat.allCases)
    func reproducible(format: DigestFormat) {
        let digest = SampleDigest.hostile.digest
        #expect(format.text(digest) == format.text(digest))
    }
}
