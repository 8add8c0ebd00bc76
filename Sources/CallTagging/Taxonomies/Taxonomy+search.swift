public import CallModel

// Type to filter: what a listener sees while typing. Case and accents do not matter, so that
// "facturacion" finds "Facturación".

extension Taxonomy {
    /// The reasons offered on a day that fit what was typed, best first; all of them, in the order
    /// of the tree, for nothing typed. A reason is also found by the labels above it.
    public func reasons(matching query: String, on day: CalendarDay) -> [CallReason] {
        let filter = WordFilter(query)
        return filter.best(of: reasonsOffered(on: day)) { reason in
            WordFilter.Candidate(
                label: reason.label, key: reason.key,
                above: path(ofReason: reason.key).dropLast().map(\.label),
                description: reason.description)
        }
    }

    /// The pain points offered on a day that fit what was typed, best first; all of them, in the
    /// order of the palette, for nothing typed.
    public func painPoints(matching query: String, on day: CalendarDay) -> [PainPoint] {
        let filter = WordFilter(query)
        return filter.best(of: painPointsOffered(on: day)) { point in
            WordFilter.Candidate(
                label: point.label, key: point.key, above: [], description: point.description)
        }
    }
}
