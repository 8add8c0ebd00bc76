import CallArchive
public import CallModel
import CallTagging
import Foundation

/// What a look through `taxonomy.yml` found.
public struct TaxonomyCheck: Sendable {
    /// The taxonomy; nil where the file has errors.
    public let taxonomy: Taxonomy?
    /// Every finding as `path:line:column: severity: sentence`.
    public let findings: [String]

    /// Looks through a workspace's taxonomy, beside the version that was adopted last.
    ///
    /// Throws ``TaxonomyMissing`` where there is no file, `ArchiveError` and `SettingsError`.
    public static func of(_ workspace: Workspace) async throws -> TaxonomyCheck {
        guard let yaml = try? String(contentsOfFile: workspace.taxonomyPath, encoding: .utf8) else {
            throw TaxonomyMissing(path: workspace.taxonomyPath)
        }
        var adopted: Taxonomy?
        if FileManager.default.fileExists(atPath: workspace.databasePath) {
            let workbench = try Workbench(workspace, for: .reading)
            adopted = try await workbench.archive.taxonomy()?.taxonomy
        }
        let reading = TaxonomyReading(
            yaml: yaml, version: (adopted?.version ?? 0) + 1, previous: adopted)
        return TaxonomyCheck(
            taxonomy: reading.taxonomy,
            findings: reading.findings.map { $0.text(path: workspace.taxonomyPath) })
    }
}
