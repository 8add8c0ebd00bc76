import CallArchive
import CallModel
import Foundation

/// Takes call records in, batch by batch, and finds the pairs of files that they name.
struct RecordIntake {
    /// Listed files that a record names as the two sides of one call.
    private(set) var pairs: [NamedPair] = []
    private let pass: IngestPass
    private let files: [ListedFile]
    /// The listed files by name.
    private let places: [String: [Int]]

    init(_ pass: IngestPass, files: [ListedFile]) {
        self.pass = pass
        self.files = files
        places = Dictionary(
            grouping: files.indices, by: { FilePlace.name(of: files[$0].path) })
    }

    /// Stores the records of a file; throws ``CallLogError`` where it cannot be read.
    mutating func take(path: String) async throws -> CallLogReport {
        let log = try CallLogCSV(
            path: path, settings: pass.run.settings, pseudonyms: pass.run.pseudonyms)
        var report = CallLogReport()
        var rows = try log.rows()
        var told = 0
        while !pass.stop.isGiven, let batch = try rows.next() {
            for problem in rows.problems[told...] { pass.observe(.rowProblem(problem)) }
            told = rows.problems.count
            if batch.isEmpty { continue }
            try await store(batch, report: &report)
            for row in batch where row.fileNames.count == 2 { notePair(row) }
        }
        report.refused += rows.problemCount
        report.problems = Array(
            (rows.problems + report.problems).sorted { $0.line < $1.line }
                .prefix(1000))
        return report
    }

    private func store(_ batch: [CallLogRow], report: inout CallLogReport) async throws {
        let rows = batch.map { row in
            MetadataRow(
                record: identified(row), fileNames: row.fileNames, isRetired: row.isRetired)
        }
        let outcomes = try await pass.run.archive.importRecords(rows, at: .now)
        for (row, outcome) in zip(batch, outcomes) {
            switch outcome {
            case .created: report.created += 1
            case .updated(let call):
                report.updated += 1
                try await HoldRemeasuring(archive: pass.run.archive)
                    .apply(row.record.holds, to: call)
            case .unchanged: report.unchanged += 1
            case .refused(let reason):
                let problem = CallLogProblem(line: row.line, reason: reason)
                report.refuse(problem)
                pass.observe(.rowProblem(problem))
            }
        }
    }

    /// The record with a name of its own where the log gives none: that of its file's name, else
    /// one made of what it says, so that the same row means the same call every time.
    private func identified(_ row: CallLogRow) -> CallRecord {
        var record = row.record
        guard record.externalID == nil else { return record }
        if let file = row.fileNames.first {
            let name = FilePlace.name(of: file)
            record.externalID =
                pass.names.record(ofFile: name)?.externalID
                ?? "f-" + pass.run.pseudonyms.digits(of: file)
        } else {
            let said: [String] = [
                record.startedAt.map { String($0.timeIntervalSince1970) } ?? "",
                record.agent ?? "", record.caller ?? "", record.queue ?? "", record.site ?? "",
                record.seconds.map { String($0) } ?? "",
            ]
            record.externalID = "r-" + pass.run.pseudonyms.digits(of: said.joined(separator: "\n"))
        }
        return record
    }

    private mutating func notePair(_ row: CallLogRow) {
        guard let first = place(of: row.fileNames[0]), let second = place(of: row.fileNames[1]),
            first != second
        else { return }
        let words = pass.run.settings.sideWords
        let marks = row.fileNames.map { name in
            words.mark(in: FilePlace.split(FilePlace.name(of: name)).stem)?.side
        }
        // The names themselves tell best; else the record's first file is the agent's.
        let isSwapped =
            marks == [.customer, .agent]
            || marks != [.agent, .customer] && row.record.layout == .customerFirst
        let offset = Double(row.record.metadata[CallLogField.offset.rawValue] ?? "") ?? 0
        pairs.append(
            isSwapped
                ? NamedPair(agent: second, customer: first, offset: -offset)
                : NamedPair(agent: first, customer: second, offset: offset))
    }

    /// The listed file that a record means: the one that shares most of its path's end.
    private func place(of name: String) -> Int? {
        let wanted = name.split { $0 == "/" || $0 == "\\" }.reversed()
        guard let last = wanted.first, let candidates = places[String(last)] else { return nil }
        let scored = candidates.map { index in
            (
                index,
                zip(wanted, files[index].path.split(separator: "/").reversed())
                    .prefix { $0 == $1 }.count
            )
        }
        guard let most = scored.map(\.1).max() else { return nil }
        let winners = scored.filter { $0.1 == most }
        return winners.count == 1 ? winners[0].0 : nil
    }
}
