import CallModel

/// The words to tag with, as the Listen page gets them: all of them, since old tags bear old words,
/// and which are offered today.
struct TaxonomyDocument: Encodable, Sendable {
    /// A reason, in the order of the tree.
    struct Reason: Encodable, Sendable {
        let key: String
        let label: String
        let path: String
        let depth: Int
        let description: String
        let isOffered: Bool
    }

    /// A pain point, in the order of the palette.
    struct Pain: Encodable, Sendable {
        let key: String
        let label: String
        let description: String
        let numberKey: Int?
        let isOffered: Bool
    }

    let version: Int
    let reasons: [Reason]
    let painPoints: [Pain]

    init(_ taxonomy: Taxonomy, today: CalendarDay) {
        version = taxonomy.version
        reasons = taxonomy.reasonTree.map { reason, depth in
            Reason(
                key: reason.key, label: reason.label,
                path: taxonomy.pathLabel(ofReason: reason.key),
                depth: depth, description: reason.description,
                isOffered: reason.isOffered(on: today))
        }
        painPoints = taxonomy.painPoints.map {
            Pain(
                key: $0.key, label: $0.label, description: $0.description,
                numberKey: $0.numberKey, isOffered: $0.isOffered(on: today))
        }
    }
}
