import CallModel
import CallReports
import Foundation
import Testing

@Suite("A digest for machines")
struct DigestDataTests {
    @Test("the JSON reads back, with no null in it", arguments: SampleDigest.allCases)
    func json(sample: SampleDigest) throws {
        let text = DigestJSON.text(sample.digest)
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(object?["schemaVersion"] as? Int == 1)
        #expect(!text.contains(/: (null|nan|inf)/))
        #expect(text.hasSuffix("}\n"))
    }

    @Test("every estimate has its ends, n and n_eff; what is unknown is absent")
    func estimates() throws {
        let text = DigestJSON.text(SampleDigest.full.digest)
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let ranked = object?["ranked"] as? [[String: Any]]
        let share = ranked?.first?["share"] as? [String: Any]
        #expect(share?["value"] as? Double == 0.12)
        #expect(share?["low"] as? Double == 0.081)
        #expect(share?["high"] as? Double == 0.171)
        #expect(share?["n"] as? Int == 120)
        #expect(share?["n_eff"] as? Double == 83.4567)
        let early = object?["early"] as? [[String: Any]]
        #expect(early?.first?["minutesPerMonth"] == nil)
        #expect(early?.first?["rank"] == nil)
    }

    @Test("text comes back from the JSON as it was written")
    func jsonText() throws {
        let texts = SampleDigest.hostileTexts
        let json = JSONText.array(texts.map { .string($0) }).text()
        let back = try JSONDecoder().decode([String].self, from: Data(json.utf8))
        #expect(back == texts)
        #expect(json.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }

    @Test("numbers that are none are left out of an object, absent members too")
    func jsonAbsence() {
        let value = JSONText.object([
            .init("a", .number(.nan)), .init("b", nil), .init("c", .number(0.5)),
            .init("d", .array([.number(.infinity), .bool(true), .object([])])),
        ])
        #expect(value.text() == #"{"c":0.5,"d":[null,true,{}]}"#)
        #expect(
            JSONText.object([.init("a", .array([.integer(1)]))]).text(indented: true)
                == "{\n  \"a\": [\n    1\n  ]\n}")
    }

    @Test(
        "the CSV has one row a finding and as many cells in each", arguments: SampleDigest.allCases)
    func csv(kind: SampleDigest) {
        let digest = kind.digest
        let text = DigestCSV.text(digest)
        let rows = CSVReader.rows(text)
        let lists = [
            digest.ranked, digest.alerts, digest.early, digest.handPickedOnly, digest.notHeard,
            digest.quiet,
        ]
        let others =
            (digest.alarms?.painPoints.count ?? 0) + (digest.coverage == nil ? 0 : 1)
            + digest.corners.count + digest.initiatives.count
            + (digest.alarms?.volume == nil ? 0 : 1) + (digest.expectations == nil ? 0 : 1)
            + (digest.holds == nil ? 0 : 1)
        let lost = digest.unhearable
        let sample =
            1 + digest.sample.strata.count + digest.sample.draws.count
            + [lost.withoutRecording, lost.undecodable, lost.retired, lost.incomplete]
            .count { $0 > 0 }
        let findings = lists.reduce(0) { $0 + $1.count } + digest.reasons.count
        #expect(rows.count == 1 + findings + others + sample)
        #expect(Set(rows.map(\.count)).count == 1)
        #expect(text.components(separatedBy: "\r\n").count == rows.count + 1)
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
    }

    @Test("no cell of the CSV is a formula")
    func formulas() {
        let rows = CSVReader.rows(DigestCSV.text(SampleDigest.hostile.digest))
        let labels = rows.compactMap { $0.dropFirst(8).first }
        #expect(labels.contains("'=HYPERLINK(\"http://example.invalid\",\"click\")"))
        #expect(labels.contains("'-2+3"))
        #expect(labels.contains("'@SUM(A1:A9)"))
        for cell in rows.joined() where Double(cell) == nil {
            #expect(!["=", "+", "-", "@"].contains(cell.first))
        }
    }

    @Test("Markdown keeps what users wrote from becoming markup")
    func markdown() {
        let text = DigestMarkdown.text(SampleDigest.hostile.digest)
        #expect(!text.contains("<script>"))
        #expect(text.contains("\\| pipe \\| \\`code\\` \\*\\*bold\\*\\* \\[link\\](http\\://"))
        // Every row of a table has as many cells as its header.
        for line in text.split(separator: "\n") where line.hasPrefix("| ") {
            let bars = line.replacing("\\|", with: "").count { $0 == "|" }
            #expect([6, 11, 5, 4].contains(bars))
        }
    }
}
