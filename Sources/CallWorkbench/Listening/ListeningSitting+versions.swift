public import CallModel
public import CallTagging
public import Foundation

// A sitting on several screens at once: whoever edits says what they had seen.

extension ListeningSitting {
    /// An act with its place in the sitting's log.
    public struct Placed: Sendable {
        /// When it was on the disk; of a repeated act, when it was the first time.
        public let savedAt: Date
        /// The number of events up to and including it.
        public let version: Int
    }

    /// The number of events of the sitting: what a screen that shows all of them has seen.
    public var version: Int { loaded.eventCount }

    /// Carries out an edit for somebody who has seen the sitting up to a version. The same id again
    /// changes nothing and gives what it gave the first time.
    ///
    /// Throws ``SittingMovedOn`` where something was said, skipped, finished or undone since that
    /// version; and ``SittingRefused``, `ArchiveError`.
    public func carryOut(
        _ command: SessionCommand, id: EventID, seen version: Int
    ) async throws -> Placed {
        try await inTurn {
            try await storeHearing()
            guard loaded.place(of: id) != nil || loaded.lastEdit <= version else {
                throw SittingMovedOn(session: self.id, seen: version, version: loaded.eventCount)
            }
            let saved = try await store([
                SittingDesk.Request(id: id, at: now(), command: command)
            ])
            return placed(saved)
        }
    }

    /// An act that nobody can contradict, such as putting a call on, with its place in the log; for
    /// nil, when there was nothing to store, the end of the log.
    public func placed(_ saved: Saved?) -> Placed {
        let last = saved?.events.last
        return Placed(
            savedAt: last?.at ?? saved?.at ?? now(),
            version: last.flatMap { loaded.place(of: $0.id) } ?? loaded.eventCount)
    }

    /// The number of events up to and including one of the sitting's; 0 for any other.
    public func place(of event: EventID) -> Int { loaded.place(of: event) ?? 0 }

    /// The last edits that can be undone and done again, each in the order of the line of edits.
    public func edits(last count: Int) -> (done: [SessionEdit], undone: [SessionEdit]) {
        (loaded.state.editsDone(last: count), loaded.state.editsUndone(last: count))
    }
}

/// Others changed a sitting since the caller saw it; nothing was stored.
public struct SittingMovedOn: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sitting.
    public let session: SessionID
    /// What the caller had seen.
    public let seen: Int
    /// What there is now.
    public let version: Int

    /// The sentence.
    public var description: String {
        "The sitting \(session) was changed on another screen since this one saw it (version "
            + "\(seen), now \(version)). Look at it as it is now, and repeat the edit if it still "
            + "holds."
    }
}
