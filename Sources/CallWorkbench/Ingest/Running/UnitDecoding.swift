import CallArchive
import CallAudio
import CallModel
import Foundation
import Synchronization

/// What came of a unit, ready to be stored.
struct UnitResult: Sendable {
    enum Kind: Sendable {
        case decoded(DecodedCall, Profile, WaveformBlob)
        case undecodable(DecodeReply.Failure)
        case lost(String)
        /// A file changed while it was decoded.
        case waiting
        /// It is in already, and cannot be a side of the call that it was tried with.
        case unchanged(CallID)
    }

    var unit: IngestUnit
    var kind: Kind
}

/// The units that no worker has taken yet.
final class UnitQueue: Sendable {
    private let units: [IngestUnit]
    private let next = Mutex(0)

    init(_ units: [IngestUnit]) {
        self.units = units
    }

    /// The next unit; nil when all are taken.
    func take() -> IngestUnit? {
        let index = next.withLock { next in
            defer { next += 1 }
            return next
        }
        return index < units.count ? units[index] : nil
    }
}

/// Has one worker decode unit after unit.
struct UnitDecoding {
    private let pass: IngestPass
    private let number: Int
    private let board: ProgressBoard
    private let worker: DecodeWorkerHandle

    init(pass: IngestPass, number: Int, board: ProgressBoard) {
        self.pass = pass
        self.number = number
        self.board = board
        worker = DecodeWorkerHandle(launcher: pass.run.launcher, stop: pass.stop)
    }

    /// Works until nothing is left or the stop signal is given; returns what made it give up.
    func run(_ queue: UnitQueue, into results: Handover<UnitResult>) async -> (any Error)? {
        while !pass.stop.isGiven, let unit = queue.take() {
            do {
                var seconds = 0.0
                for result in try await decode(unit) {
                    if case .decoded(let call, _, _) = result.kind {
                        seconds += call.recording.seconds
                    }
                    await results.put(result)
                }
                let progress = board.finish(
                    worker: number, files: unit.files.count, bytes: unit.byteCount,
                    seconds: seconds)
                pass.observe(.progress(progress))
            } catch is CancellationError {
                return nil
            } catch {
                return error
            }
        }
        return nil
    }

    /// Decodes a unit; what cannot be a pair is decoded file by file.
    private func decode(_ unit: IngestUnit) async throws -> [UnitResult] {
        let result = try await attempt(unit)
        guard unit.files.count == 2 else { return [result] }
        switch result.kind {
        case .waiting: return [result]
        case .decoded(let call, _, _):
            // The same bytes on both sides are one recording, delivered twice.
            if Set(call.recording.files.map(\.contentHash)).count == 2 { return [result] }
        case .undecodable, .lost, .unchanged: break
        }
        var results: [UnitResult] = []
        for single in unit.singles {
            if let call = single.standings[0].unchangedCall {
                results.append(UnitResult(unit: single, kind: .unchanged(call)))
            } else {
                results.append(try await attempt(single))
            }
        }
        return results
    }

    private func attempt(_ unit: IngestUnit) async throws -> UnitResult {
        let run = pass.run
        let job = DecodeJob(
            source: unit.source(settings: run.settings), holds: nil,
            thresholds: run.settings.thresholds, limits: run.settings.limits)
        let result = try await worker.decode(job) { [board, number, pass] seconds in
            pass.observe(.progress(board.note(worker: number, seconds: seconds)))
        }
        guard unit.files.allSatisfy({ $0.isUnchanged(in: run.workspace) }) else {
            return UnitResult(unit: unit, kind: .waiting)
        }
        let kind: UnitResult.Kind =
            switch result {
            case .decoded(let call, let profile, let waveform): .decoded(call, profile, waveform)
            case .undecodable(let failure): .undecodable(failure)
            case .lost(let reason): .lost(reason)
            }
        return UnitResult(unit: unit, kind: kind)
    }
}
