import CallArchive
public import CallModel
import Foundation

/// Takes ready-made sittings and draws from CSV files: sample data, and what other tools tagged.
///
/// A sitting goes in whole or not at all; the others go in. The same file again adds nothing.
public struct SittingImport: Sendable {
    private let workbench: Workbench
    private let desk: SittingDesk

    /// An import into a workbench that was opened for writing.
    public init(_ workbench: Workbench, taxonomy: Taxonomy) {
        self.workbench = workbench
        desk = SittingDesk(workbench, taxonomy: taxonomy)
    }

    /// What became of a file of sittings.
    public struct Report: Sendable, Hashable, Codable {
        /// Sittings that brought something new.
        public var newSittings = 0
        /// Sittings that were already there.
        public var knownSittings = 0
        /// Events stored.
        public var newEvents = 0
        /// What was refused, by line.
        public var problems: [RowProblem] = []
    }

    /// Takes a file of sittings.
    ///
    /// Throws `CallLogError`, ``SittingImportError`` (nothing was taken) and `ArchiveError`.
    public func sittings(from path: String) async throws -> Report {
        let table = try DelimitedTable(path: path, columns: SittingRows.columns)
        var report = Report()
        report.problems = table.problems
        var batch: [SessionAppend] = []
        for group in Self.grouped(table.rows) {
            do {
                let rows = try Self.requests(of: group)
                let prepared = try await prepare(rows)
                guard let append = prepared.append else {
                    report.knownSittings += 1
                    continue
                }
                report.newSittings += 1
                report.newEvents += append.events.count
                batch.append(append)
            } catch let problem as RowProblem {
                report.problems.append(problem)
            }
            if batch.count >= 64 {
                _ = try await workbench.archive.append(batch)
                batch = []
            }
        }
        _ = try await workbench.archive.append(batch)
        report.problems.sort { $0.line < $1.line }
        return report
    }

    /// Makes the draws that a file describes; returns how many there are and what was refused.
    ///
    /// Throws `CallLogError`, ``SittingImportError`` and `ArchiveError`.
    public func draws(from path: String) async throws -> (made: [Draw], problems: [RowProblem]) {
        let table = try DelimitedTable(path: path, columns: DrawRow.columns)
        var made: [Draw] = []
        var problems = table.problems
        for row in table.rows {
            do {
                let request = try DrawRow.request(of: row, in: workbench.settings.timeZone)
                made.append(try await DrawDesk(workbench).make(request))
            } catch let problem as RowProblem {
                problems.append(problem)
            } catch let error as ArchiveError {
                throw error
            } catch {
                problems.append(RowProblem(line: row.line, sentence: "\(error)"))
            }
        }
        return (made, problems)
    }

    private func prepare(_ rows: SittingRows) async throws -> SittingDesk.Prepared {
        do {
            return try await desk.prepare(rows.requests, in: rows.session, by: rows.listener)
        } catch let refused as SittingRefused {
            throw RowProblem(
                line: rows.lines[refused.index],
                sentence: "\(refused.sentence) The sitting \(rows.session) was not taken.")
        }
    }

    /// The rows of each sitting together, sittings in the order of their first rows.
    private static func grouped(_ rows: [DelimitedTable.Row]) -> [[DelimitedTable.Row]] {
        var places: [String: Int] = [:]
        var groups: [[DelimitedTable.Row]] = []
        for row in rows {
            let session = row.text("session") ?? ""
            if let place = places[session] {
                groups[place].append(row)
            } else {
                places[session] = groups.count
                groups.append([row])
            }
        }
        return groups
    }

    private static func requests(of group: [DelimitedTable.Row]) throws(RowProblem) -> SittingRows {
        var rows = try SittingRows(first: group[0])
        for row in group { try rows.take(row) }
        rows.end()
        return rows
    }
}
