import CallArchive
import CallModel
import Foundation

/// One run of an ingest, from the listing to the report.
struct IngestPass: Sendable {
    let run: IngestRun
    let stop: StopSignal
    let observe: @Sendable (IngestEvent) -> Void
    let names: FileNames

    init(
        run: IngestRun, stop: StopSignal, observe: @escaping @Sendable (IngestEvent) -> Void
    ) {
        self.run = run
        self.stop = stop
        self.observe = observe
        names = FileNames(settings: run.settings, pseudonyms: run.pseudonyms)
    }

    func run(paths: [String], metadata: String?) async throws -> IngestReport {
        let tops = paths.isEmpty ? [run.workspace.recordingsPath] : paths
        let here = FileManager.default.currentDirectoryPath
        let listing = try FileListing(
            tops.map { FilePlace.absolute($0, from: here) }, workspace: run.workspace,
            words: run.settings.sideWords)
        var report = IngestReport()
        report.ignoredFiles = listing.ignoredCount
        for (path, reason) in listing.unreadable {
            let stored = run.workspace.storedPath(of: path)
            tell(IngestOutcome(path: stored, status: .failed, reason: reason), in: &report)
        }
        var pairs: [NamedPair] = []
        if let metadata {
            let path = FilePlace.absolute(metadata, from: here)
            var records = RecordIntake(self, files: listing.files)
            report.records = try await records.take(path: path)
            pairs = records.pairs
        }
        if stop.isGiven {
            report.wasInterrupted = true
            return report
        }
        let plan = IngestPlan(
            files: listing.files, standings: try await standings(of: listing.files),
            named: pairs, words: run.settings.sideWords, settledBefore: settleLimit())
        for outcome in plan.settled { tell(outcome, in: &report) }
        report = try await decode(plan.units, report: report)
        try await CopyRetention(run).apply()
        return report
    }

    func tell(_ outcome: IngestOutcome, in report: inout IngestReport) {
        report.count(outcome)
        observe(.outcome(outcome))
    }

    private func standings(of files: [ListedFile]) async throws -> [FileStanding] {
        var standings: [FileStanding] = []
        standings.reserveCapacity(files.count)
        for start in stride(from: 0, to: files.count, by: 2000) {
            let part = files[start..<min(start + 2000, files.count)]
            standings += try await run.archive.standing(of: part.map(\.stamp))
        }
        return standings
    }

    private func settleLimit() -> Int64? {
        guard run.options.settleSeconds > 0 else { return nil }
        let limit = Date().timeIntervalSince1970 - run.options.settleSeconds
        return Int64(limit * 1e9)
    }

    /// Decodes with as many workers as the settings say, while what they deliver is stored.
    private func decode(_ units: [IngestUnit], report: IngestReport) async throws -> IngestReport {
        guard !units.isEmpty else { return report }
        let workerCount = min(run.settings.workerCount, units.count)
        let queue = UnitQueue(units)
        let results = Handover<UnitResult>(producers: workerCount, capacity: 64)
        let board = ProgressBoard(
            filesTotal: units.reduce(0) { $0 + $1.files.count },
            bytesTotal: units.reduce(0) { $0 + $1.byteCount })
        enum Part {
            case worker((any Error)?)
            case store(Result<IngestReport, any Error>)
        }
        return try await withThrowingTaskGroup(of: Part.self) { group in
            for number in 0..<workerCount {
                group.addTask {
                    let decoding = UnitDecoding(pass: self, number: number, board: board)
                    let problem = await decoding.run(queue, into: results)
                    if problem != nil { stop.give() }
                    await results.producerEnded()
                    return .worker(problem)
                }
            }
            group.addTask {
                do {
                    return .store(.success(try await store(results, report: report)))
                } catch {
                    stop.give()
                    await results.close()
                    return .store(.failure(error))
                }
            }
            var problem: (any Error)?
            var finished = report
            for try await part in group {
                switch part {
                case .worker(let error): problem = problem ?? error
                case .store(.success(let report)): finished = report
                case .store(.failure(let error)): problem = error
                }
            }
            if let problem { throw problem }
            finished.wasInterrupted = stop.isGiven
            return finished
        }
    }

    /// Stores what workers deliver: all that lies ready in one transaction.
    private func store(
        _ results: Handover<UnitResult>, report: IngestReport
    ) async throws -> IngestReport {
        var storing = ResultStoring(pass: self, report: report)
        while true {
            let batch = await results.take()
            if batch.isEmpty { return storing.report }
            try await storing.store(batch)
        }
    }
}

extension IngestUnit {
    var byteCount: Int { files.reduce(0) { $0 + $1.stamp.byteCount } }
}
