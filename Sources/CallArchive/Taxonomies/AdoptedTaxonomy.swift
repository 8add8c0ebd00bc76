public import CallModel
public import Foundation

/// A version of the taxonomy as it was taken into use.
public struct AdoptedTaxonomy: Sendable, Hashable {
    /// The words.
    public var taxonomy: Taxonomy
    /// The file that they were read from.
    public var yaml: String
    /// When they were taken into use.
    public var adoptedAt: Date
    /// By whom.
    public var adoptedBy: ListenerID
}
