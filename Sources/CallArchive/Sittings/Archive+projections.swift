public import CallModel
import Foundation
import GRDB

extension Archive {
    /// How the stored state of a sitting differs from the state that a replay of its events gives:
    /// a sentence for each difference, none when they agree.
    public func projectionDifferences(from replayed: Session) async throws -> [String] {
        try await read("comparing a sitting") { db in
            guard let stored = try StoredSession.load(replayed.id, db) else {
                return ["The sitting \(replayed.id) is not stored."]
            }
            return ProjectionComparison.differences(stored: stored, replayed: replayed)
        }
    }

    /// Puts replayed states in place of the stored ones; events stay as they are.
    ///
    /// Throws ``ArchiveError/unknownSession(_:)``; nothing is changed then.
    public func replaceProjections(of sessions: [Session]) async throws {
        try await write("storing replayed sittings") { db in
            for session in sessions {
                guard let number = try StoredSession.number(of: session.id, db) else {
                    throw ArchiveError.unknownSession(session.id)
                }
                try ProjectionWriter.writeBeginning(of: session, number: number, db)
                try ProjectionWriter.writeHead(
                    of: session, number: number, eventCount: nil, db)
                try ProjectionWriter.write(session, number: number, only: nil, db)
            }
        }
    }
}

/// Compares two states of one sitting.
enum ProjectionComparison {
    static func differences(stored: Session, replayed: Session) -> [String] {
        var sentences: [String] = []
        func compare<Value: Equatable>(_ what: String, _ old: Value, _ new: Value) {
            guard old != new else { return }
            sentences.append(
                "\(what) of the sitting \(replayed.id): stored \(old), replayed \(new).")
        }
        func milliseconds(_ date: Date?) -> Int64? { date.map(StoredTime.milliseconds) }
        compare("Purpose", stored.purpose, replayed.purpose)
        compare("Listener", stored.listener, replayed.listener)
        compare("Start", milliseconds(stored.startedAt), milliseconds(replayed.startedAt))
        compare("End", milliseconds(stored.endedAt), milliseconds(replayed.endedAt))
        compare("Predictions", stored.predictions, replayed.predictions)
        compare("Sealing", stored.predictionsSealed, replayed.predictionsSealed)
        compare("Calls", stored.calls.map(\.call), replayed.calls.map(\.call))
        guard stored.calls.map(\.call) == replayed.calls.map(\.call) else { return sentences }
        for (old, new) in zip(stored.calls, replayed.calls) {
            compare("Selection of \(old.call)", old.selection, new.selection)
            compare("Progress of \(old.call)", old.progress, new.progress)
            compare("Seconds heard of \(old.call)", old.heard, new.heard)
            compare("Annotations of \(old.call)", old.annotations, new.annotations)
        }
        return sentences
    }
}
