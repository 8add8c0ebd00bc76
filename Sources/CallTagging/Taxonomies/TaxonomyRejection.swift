/// A taxonomy file that cannot be used, with everything that is amiss in it.
public struct TaxonomyRejection: Error, Sendable, Hashable, CustomStringConvertible {
    /// Everything amiss, by place; one or more are errors.
    public let findings: [TaxonomyFinding]

    /// The findings, a line each.
    public var description: String { findings.map(\.description).joined(separator: "\n") }
}
