import CallArchive
import CallAudio
import CallModel
import Foundation

/// Stores what workers deliver, and tells what became of each file once it is on the disk.
struct ResultStoring {
    /// What was done so far.
    private(set) var report: IngestReport
    private let pass: IngestPass

    init(pass: IngestPass, report: IngestReport) {
        self.pass = pass
        self.report = report
    }

    private var archive: Archive { pass.run.archive }

    /// A decoded call on its way into the archive.
    private struct Arrival {
        var unit: IngestUnit
        var call: IngestedCall
    }

    /// Stores results: the calls among them in one transaction.
    mutating func store(_ batch: [UnitResult]) async throws {
        var arrivals: [Arrival] = []
        var hashes: Set<ContentHash> = []
        for result in batch {
            switch result.kind {
            case .decoded(let decoded, let profile, let waveform):
                let arrival = Arrival(
                    unit: result.unit,
                    call: ingested(result.unit, decoded, profile, waveform))
                let own = Set(arrival.call.locations.map(\.contentHash))
                // The same sound twice: the first is stored before the second is looked at.
                if !hashes.isDisjoint(with: own) {
                    try await save(arrivals)
                    (arrivals, hashes) = ([], [])
                }
                if try await isKnown(arrival) { continue }
                arrivals.append(arrival)
                hashes.formUnion(own)
            case .undecodable(let failure): try await note(failure, of: result.unit)
            case .lost(let reason):
                for file in result.unit.files {
                    try await archive.recordFailure(file.stamp, reason: reason, at: .now)
                    tell(IngestOutcome(path: file.stamp.path, status: .failed, reason: reason))
                }
            case .unchanged(let call):
                for file in result.unit.files {
                    tell(IngestOutcome(path: file.stamp.path, status: .unchanged, call: call))
                }
            case .waiting:
                for file in result.unit.files {
                    tell(IngestOutcome(path: file.stamp.path, status: .waiting))
                }
            }
        }
        try await save(arrivals)
    }

    private mutating func tell(_ outcome: IngestOutcome) {
        pass.tell(outcome, in: &report)
    }

    private func ingested(
        _ unit: IngestUnit, _ decoded: DecodedCall, _ profile: Profile, _ waveform: WaveformBlob
    ) -> IngestedCall {
        var facts: [FactSource: CallRecord] = [:]
        for file in unit.files {
            guard let record = pass.names.record(ofFile: FilePlace.name(of: file.path)) else {
                continue
            }
            facts[.fileName] = facts[.fileName]?.filled(from: record) ?? record
        }
        for embedded in decoded.metadata {
            let record = EmbeddedFacts.record(
                of: embedded, zone: pass.run.settings.timeZone, pseudonyms: pass.run.pseudonyms)
            guard let record else { continue }
            facts[.embedded] = facts[.embedded]?.filled(from: record) ?? record
        }
        let locations = zip(unit.files, decoded.recording.files).map { file, recorded in
            FileLocation(stamp: file.stamp, contentHash: recorded.contentHash)
        }
        return IngestedCall(
            facts: facts, recording: decoded.recording, profile: profile, waveform: waveform,
            locations: locations)
    }

    /// Deals with sound that the archive has already; false where some of it is new, or where two
    /// calls turn out to be the sides of one.
    private mutating func isKnown(_ arrival: Arrival) async throws -> Bool {
        let locations = arrival.call.locations
        var calls: [CallID] = []
        for location in locations {
            guard let call = try await archive.callID(ofContent: location.contentHash) else {
                return false
            }
            calls.append(call)
        }
        // Copies that happen to be named like a pair must not tear two calls apart; the files that
        // the calls themselves lie in may.
        if Set(calls).count == 2, arrival.unit.standings.allSatisfy(\.isUnchanged) { return false }
        for (location, call) in zip(locations, calls) {
            let path = location.stamp.path
            let others = try await archive.locations(of: call).map(\.location)
                .filter { $0.contentHash == location.contentHash }
            try await archive.noteLocations([location], at: .now)
            var outcome = IngestOutcome(path: path, status: .unchanged, call: call)
            if !others.contains(where: { $0.stamp.path == path }) {
                let gone = others.map(\.stamp.path).filter { other in
                    let absolute = pass.run.workspace.absolutePath(ofStored: other)
                    return ListedFile(path: absolute, workspace: pass.run.workspace) == nil
                }
                outcome.status = gone.count == others.count ? .moved : .duplicate
                if let other = others.first {
                    outcome.reason =
                        outcome.status == .moved
                        ? "It was \(other.stamp.path) before."
                        : "The same sound lies at \(other.stamp.path)."
                }
                if !gone.isEmpty { try await archive.forgetLocations(gone) }
            }
            tell(outcome)
        }
        return true
    }

    private mutating func save(_ arrivals: [Arrival]) async throws {
        guard !arrivals.isEmpty else { return }
        do {
            let saved = try await archive.save(arrivals.map(\.call), at: .now)
            for (arrival, saved) in zip(arrivals, saved) {
                try await tell(arrival, saved)
            }
        } catch ArchiveError.invalid(let reason) {
            guard arrivals.count == 1 else {
                for arrival in arrivals { try await save([arrival]) }
                return
            }
            for file in arrivals[0].unit.files {
                try await archive.recordFailure(file.stamp, reason: reason, at: .now)
                tell(IngestOutcome(path: file.stamp.path, status: .failed, reason: reason))
            }
        }
    }

    private mutating func tell(_ arrival: Arrival, _ saved: SavedCall) async throws {
        guard let call = try await archive.call(saved.id) else { return }
        try await HoldRemeasuring(archive: archive)
            .apply(call.record.holds, to: saved.id)
        let recording = call.recording ?? arrival.call.recording
        let completeness = call.completeness
        let isCut = !Set(recording.flaws).isDisjoint(with: [.truncated, .empty, .damaged])
        if isCut || completeness.map({ $0 < 1 }) == true { report.incompleteCalls += 1 }
        if recording.files.count == 2 { report.pairedCalls += 1 }
        report.audioSeconds += recording.seconds
        for (index, file) in arrival.unit.files.enumerated() {
            var outcome = IngestOutcome(path: file.stamp.path, status: .new, call: saved.id)
            switch arrival.unit.standings[index] {
            case .unchanged: outcome.status = .paired
            case .changed: outcome.status = .changed
            case .new, .failed: outcome.status = .new
            }
            outcome.durationSeconds = recording.seconds
            outcome.sides = recording.layout.channelCount
            outcome.completeness = completeness
            outcome.flaws = recording.flaws.isEmpty ? nil : recording.flaws
            if arrival.unit.files.count == 2 {
                outcome.partner = arrival.unit.files[1 - index].stamp.path
            }
            tell(outcome)
        }
    }

    private mutating func note(
        _ failure: DecodeReply.Failure, of unit: IngestUnit
    ) async throws {
        let file = unit.files[0]
        var outcome = IngestOutcome(
            path: file.stamp.path, status: .undecodable, reason: failure.sentence)
        if let hash = failure.contentHash, failure.kind != .unreadable {
            let name = pass.names.record(ofFile: FilePlace.name(of: file.path))
            outcome.call = try await archive.recordUndecodable(
                FileLocation(stamp: file.stamp, contentHash: hash),
                facts: name.map { [.fileName: $0] } ?? [:], reason: failure.sentence, at: .now)
        } else {
            outcome.status = .failed
            try await archive.recordFailure(file.stamp, reason: failure.sentence, at: .now)
        }
        tell(outcome)
    }
}
