internal import CallModel
internal import Yams

/// Reads the two lists and gathers what is amiss.
struct TaxonomyReader {
    let previous: Taxonomy?
    var findings: [TaxonomyFinding] = []

    init(previous: Taxonomy?) {
        self.previous = previous
    }

    mutating func read(
        _ yaml: String
    ) -> (reasons: [TaxonomyEntry], painPoints: [TaxonomyEntry])? {
        guard let root = compose(yaml) else { return nil }
        guard case .mapping(let lists) = root else {
            note(
                .error, at: Place(root.mark),
                "The file does not hold two lists: begin one with \"reasons:\" and one with "
                    + "\"pain-points:\".")
            return nil
        }
        for (field, _) in lists where WordList(field: field.string) == nil {
            unknown(field, among: WordList.allCases.map(\.field), of: "the file")
        }
        let reasons = entries(of: .reasons, in: lists)
        let painPoints = entries(of: .painPoints, in: lists)
        return (reasons, painPoints)
    }

    private mutating func entries(
        of list: WordList, in lists: Node.Mapping
    ) -> [TaxonomyEntry] {
        guard let (field, node) = lists.first(where: { $0.key.string == list.field }) else {
            note(
                .error, at: .start,
                "The list of \(list.word)s is missing: begin it with \"\(list.field):\".")
            return []
        }
        let nodes: [Node]
        switch node {
        case .sequence(let sequence): nodes = Array(sequence)
        case .scalar(let scalar) where scalar.isAbsent: nodes = []
        default:
            note(
                .error, at: Place(node.mark),
                "\"\(list.field)\" is not a list: begin each \(list.word) with \"- key: …\".")
            return []
        }
        let entries = nodes.compactMap { entry(of: list, from: $0) }
        relate(entries, of: list, listPlace: Place(field.mark))
        return entries
    }

    mutating func note(_ severity: TaxonomyFinding.Severity, at place: Place, _ message: String) {
        findings.append(
            TaxonomyFinding(
                severity: severity, line: place.line, column: place.column, message: message))
    }

    /// Notes a field that means nothing, with the one that was probably meant.
    mutating func unknown(_ field: Node, among known: [String], of whole: String) {
        let name = field.string ?? "?"
        let remedy =
            Spelling.nearest(to: name, among: known).map { "did you mean \"\($0)\"?" }
            ?? "the fields are \(known.joined(separator: ", "))."
        note(.error, at: Place(field.mark), "\(whole) has no field \"\(name)\": \(remedy)".opened)
    }
}

extension WordList {
    fileprivate init?(field: String?) {
        guard let list = Self.allCases.first(where: { $0.field == field }) else { return nil }
        self = list
    }
}

extension String {
    /// The text with a capital at its beginning.
    var opened: String { prefix(1).uppercased() + dropFirst() }
}
