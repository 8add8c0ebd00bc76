public import CallModel
import GRDB

/// Stands for the state of all that counts of a period rest on: another one after any of it changed.
public struct PeriodStamp: Sendable, Codable, Hashable {
    private let text: String

    fileprivate init(_ text: String) { self.text = text }
}

extension Archive {
    /// The stamps of some periods, as they are at one instant.
    public func stamps(of periods: [Period]) async throws -> [PeriodStamp] {
        try await read("looking for what changed") { db in
            let stamps = try StampReader(db)
            return periods.map(stamps.stamp(of:))
        }
    }
}

/// Reads the stamps of periods.
struct StampReader {
    private let days: [(day: Int64, stamp: Int64)]
    private let taxonomyVersion: Int

    init(_ db: Database) throws {
        // A row a day: ten years are a few thousand.
        days = try Row.fetchAll(db, sql: "SELECT day, stamp FROM changedDay ORDER BY day")
            .map { ($0[0], $0[1]) }
        taxonomyVersion = try StoredTaxonomy.newestVersion(db) ?? 0
    }

    /// The stamp of a period: of its days, whole ones of UTC, and of the words in force.
    func stamp(of period: Period) -> PeriodStamp {
        let first = StoredTime.milliseconds(period.start) / 86_400_000
        let last = (StoredTime.milliseconds(period.end) - 1) / 86_400_000
        let within = days.drop { $0.day < first }.prefix { $0.day <= last }
        let stamps = within.map { String($0.stamp, radix: 36) }
        return PeriodStamp("\(taxonomyVersion):" + stamps.joined(separator: ","))
    }
}
