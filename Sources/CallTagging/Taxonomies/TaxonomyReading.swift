public import CallModel

/// What was read from a taxonomy file: the taxonomy, and everything that is amiss, at once.
///
/// The file is YAML with two lists; every entry of `reasons` may have the fields `key`, `label`,
/// `description`, `parent`, `number-key`, `retired` (a date) and `merged-into`; an entry of
/// `pain-points` has `regulated` (true or false) in place of `parent`:
///
///     reasons:
///       - key: unexpected-charge
///         label: Unexpected charge
///         parent: billing
///         description: They do not know what an item on the bill is for.
///     pain-points:
///       - key: hold-too-long
///         label: Hold too long
///         number-key: 1
///         retired: 2026-12-01
///         merged-into: long-wait
///
/// The file bears no version: whoever stores taxonomies counts. A file that is not YAML, or that
/// has a field twice in one entry, cannot be read past that place and gives that one finding.
public struct TaxonomyReading: Sendable, Hashable {
    /// The taxonomy, reasons in the order of the tree; nil where a finding is an error.
    public let taxonomy: Taxonomy?
    /// Everything amiss, by place.
    public let findings: [TaxonomyFinding]

    /// The largest file that is read, in bytes.
    static let largestFile = 1_000_000

    /// Reads a file.
    /// - Parameters:
    ///   - yaml: The text of the file.
    ///   - version: The version that the taxonomy shall bear, >= 1.
    ///   - previous: The version in force, where there is one: a key of it that is gone from the
    ///     file is an error, because annotations use it.
    public init(yaml: String, version: Int = 1, previous: Taxonomy? = nil) {
        var reader = TaxonomyReader(previous: previous)
        let read = reader.read(yaml)
        findings = reader.findings.sorted {
            ($0.line, $0.column, $0.message) < ($1.line, $1.column, $1.message)
        }
        guard let read, !findings.contains(where: { $0.severity == .error }) else {
            taxonomy = nil
            return
        }
        var taxonomy = Taxonomy(
            version: version, reasons: read.reasons.compactMap(\.reason),
            painPoints: read.painPoints.compactMap(\.painPoint))
        taxonomy.reasons = taxonomy.reasonTree.map(\.reason)
        self.taxonomy = taxonomy
    }

    /// The taxonomy; throws ``TaxonomyRejection`` with every finding where it cannot be used.
    public func get() throws(TaxonomyRejection) -> Taxonomy {
        guard let taxonomy else { throw TaxonomyRejection(findings: findings) }
        return taxonomy
    }
}
