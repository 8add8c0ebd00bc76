import CallModel
import Foundation

/// When the words that listeners tag with changed their meaning: what was counted before and after
/// such an instant is not the same thing.
///
/// A pain point is another one where its name or its description changed, where it was added, and
/// where it was retired or offered again. A merger is none: what was counted under either key counts
/// under one in every period.
struct TaxonomyBreaks {
    private struct Meaning: Equatable {
        var label: String
        var description: String
    }

    private var instants: [String: [Date]] = [:]

    init(_ versions: [TallyHistory.DatedTaxonomy], timeZone: String) {
        let calendar = Calendar.iso8601(in: TimeZone(identifier: timeZone) ?? .gmt)
        var known: [String: Meaning]?
        for version in versions {
            var meanings: [String: Meaning] = [:]
            for point in version.taxonomy.painPoints {
                let meaning = Meaning(label: point.label, description: point.description)
                meanings[point.key] = meaning
                if let known, known[point.key] != meaning {
                    instants[point.key, default: []].append(version.from)
                }
            }
            known = meanings
        }
        for point in versions.last?.taxonomy.painPoints ?? [] where point.mergedInto == nil {
            guard let day = point.retired, let instant = calendar.date(of: day) else { continue }
            instants[point.key, default: []].append(instant)
        }
    }

    /// The last instant, within a stretch of time, at which a pain point became another one.
    func last(of key: String, from start: Date, to end: Date) -> Date? {
        instants[key]?.filter { $0 > start && $0 < end }.max()
    }
}
