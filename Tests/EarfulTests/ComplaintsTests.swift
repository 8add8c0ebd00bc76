import Foundation
import Testing

/// Real people's complaints, with two dense stretches, gaps and months of which a part is missing,
/// taken in as ready-made tags of calls without sound. The folder that `EARFUL_COMPLAINTS_DATA` names
/// holds `cfpb-complaints.csv`, as the Consumer Financial Protection Bureau publishes it (an excerpt
/// of 2013 to 2017).
@Suite(
    "A gap is no fall, and the first dense month is no growth",
    .enabled(if: ProcessInfo.processInfo.environment["EARFUL_COMPLAINTS_DATA"] != nil))
struct ComplaintsTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// A workspace with all complaints as calls, each month's draw having picked them all.
    private func workspace() throws -> TemporaryWorkspace {
        let data = ProcessInfo.processInfo.environment["EARFUL_COMPLAINTS_DATA"] ?? ""
        let workspace = try TemporaryWorkspace()
        let files = workspace.folder.appending(path: "files").path(percentEncoded: false)
        let conversion = Process()
        conversion.executableURL = URL(filePath: "/usr/bin/env")
        conversion.arguments = [
            "python3",
            Self.repository.appending(path: "Scripts/complaints-to-tags")
                .path(percentEncoded: false), data + "/cfpb-complaints.csv", files,
        ]
        try conversion.run()
        conversion.waitUntilExit()
        try #require(conversion.terminationStatus == 0)
        try "time_zone: UTC\n".write(
            toFile: workspace.path + "/Annotations/settings.yml", atomically: true,
            encoding: .utf8)
        try FileManager.default.removeItem(atPath: workspace.path + "/Annotations/taxonomy.yml")
        try FileManager.default.copyItem(
            atPath: files + "/taxonomy.yml", toPath: workspace.path + "/Annotations/taxonomy.yml")
        let logged = try workspace.earful("ingest", "--metadata", files + "/calls.csv")
        try #require(logged.status == 0, "\(logged.errors)")
        let imported = try workspace.earful(
            "import", files + "/tags.csv", "--draws", files + "/draws.csv")
        try #require(imported.status == 0, "\(imported.errors)")
        return workspace
    }

    private func digest(
        _ period: String..., in workspace: TemporaryWorkspace
    ) throws -> [String: Any] {
        let result = try EarfulProcess.run(
            ["digest", "--format", "json"] + period, in: workspace.folder)
        try #require(result.status == 0, "\(result.errors)")
        return try #require(
            JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }

    private func verdicts(_ digest: [String: Any]) -> Set<String> {
        let sections = ["ranked", "alerts", "early", "notHeard", "quiet"]
        let findings = sections.flatMap { digest[$0] as? [[String: Any]] ?? [] }
        return Set(
            findings.compactMap { ($0["change"] as? [String: Any])?["verdict"] as? String })
    }

    private func obstacle(_ digest: [String: Any]) -> String? {
        let comparison = digest["comparison"] as? [String: Any]
        return (comparison?["obstacle"] as? [String: Any])?["kind"] as? String
    }

    @Test("month by month")
    func months() throws {
        let workspace = try workspace()
        // Counted in the file: 216 complaints of August 2013, 1,355 and 1,428 of early 2016.
        for (month, counted) in [("2013-08", 216), ("2016-01", 1355), ("2016-02", 1428)] {
            let digest = try digest("--month", month, in: workspace)
            let sample = try #require(digest["sample"] as? [String: Any])
            #expect(sample["counted"] as? Int == counted && sample["isCensus"] as? Bool == true)
        }
        // The first dense months, each after one of which little or only a part is there.
        for month in ["2013-07", "2013-08", "2016-01", "2016-02"] {
            let digest = try digest("--month", month, in: workspace)
            #expect(verdicts(digest).isEmpty, "\(month) moved")
            #expect(digest["comparison"] == nil || obstacle(digest) != nil)
        }
        #expect(try obstacle(digest("--month", "2013-08", in: workspace)) == "partialLog")
        #expect(try obstacle(digest("--month", "2016-02", in: workspace)) == "partialLog")
        // The gaps after them.
        for month in ["2013-09", "2013-10", "2016-03", "2016-09"] {
            let digest = try digest("--month", month, in: workspace)
            #expect(verdicts(digest).isEmpty, "\(month) moved")
            #expect((digest["quiet"] as? [Any])?.isEmpty == true, "\(month) fell silent")
        }
    }

    @Test("week by week, two whole weeks are compared and the edges of a gap are not")
    func weeks() throws {
        let workspace = try workspace()
        // The log begins again on Friday of week 1, has three days of weeks 2 and 3 and six of weeks
        // 4 and 5, and stops on Friday of week 8.
        for week in ["2016-W01", "2016-W02", "2016-W04", "2016-W09"] {
            let digest = try digest("--week", week, in: workspace)
            #expect(verdicts(digest).isEmpty, "\(week) moved")
        }
        for week in ["2016-W02", "2016-W04"] {
            #expect(try obstacle(digest("--week", week, in: workspace)) == "partialLog")
        }
        let whole = try digest("--week", "2016-W05", in: workspace)
        #expect(obstacle(whole) == nil && verdicts(whole).contains("noClearChange"))
        // Nothing is out of the ordinary where there was nothing ordinary before.
        #expect(whole["alarms"] == nil)
    }
}
