import CallArchive
import CallModel
import CallWorkbench
import Foundation

/// The sittings that go on in browsers: each is one actor, however many screens show it.
actor SittingRooms {
    /// Sittings in memory; more are loaded from the archive as they are asked for.
    static let most = 256

    /// What somebody wants to hear.
    enum Wish: Sendable, Hashable {
        /// An hour, drawn at random from last week's calls.
        case hour
        /// What is left of a draw.
        case draw(DrawID)
        /// Calls that they picked.
        case calls([CallID])
    }

    private let workbench: Workbench
    private let now: @Sendable () -> Date
    private var rooms: [SessionID: ListeningSitting] = [:]
    /// In the order of last use.
    private var used: [SessionID] = []

    init(_ workbench: Workbench, now: @escaping @Sendable () -> Date) {
        self.workbench = workbench
        self.now = now
    }

    /// Begins a sitting, or goes on with the listener's own over the same draw, and puts its first
    /// call on, so that it is stored from the start.
    ///
    /// Throws `ListeningError`, `DrawError`, `ArchiveError`.
    func begin(_ wish: Wish, by listener: ListenerID) async throws -> ListeningSitting {
        let desk = try await desk(of: listener)
        let sitting: ListeningSitting
        switch wish {
        case .hour:
            let week = Period(weekOf: now(), in: workbench.settings.timeZone).previous
            sitting = try await desk.hour(week, seed: Self.seed())
        case .draw(let draw): sitting = try await desk.draw(draw)
        case .calls(let calls): sitting = try await desk.handPicked(calls)
        }
        let room = keep(sitting)
        if let call = try await room.callToGoOnWith(), await room.heardCall(call.id) == nil {
            try await room.open(call.id)
        }
        return room
    }

    /// A sitting of a listener's that goes on. Throws `ListeningError`.
    func sitting(_ id: SessionID, of listener: ListenerID) async throws -> ListeningSitting {
        if let known = rooms[id] {
            guard known.listener == listener else {
                throw ListeningError.otherListener(id, known.listener)
            }
            return keep(known)
        }
        return keep(try await desk(of: listener).resume(id))
    }

    /// The listener's newest sitting that goes on; nil where there is none.
    func newest(of listener: ListenerID) async throws -> ListeningSitting? {
        do {
            let found = try await desk(of: listener).resume()
            return keep(found)
        } catch ListeningError.nothingToContinue {
            return nil
        } catch is TaxonomyMissing {
            // A workspace without words has no sittings either.
            return nil
        }
    }

    private func desk(of listener: ListenerID) async throws -> ListeningDesk {
        let listening = workbench.settings.listening
        return ListeningDesk(
            workbench, taxonomy: try await workbench.taxonomy(by: listener, at: now()),
            listener: listener,
            pace: ListeningPace(speed: listening.speed, skips: listening.skips), now: now)
    }

    /// The room of a sitting: the one that is there, else this. Two that were loaded at once are the
    /// same until something is done in one of them.
    private func keep(_ sitting: ListeningSitting) -> ListeningSitting {
        let room = rooms[sitting.id] ?? sitting
        rooms[room.id] = room
        used.removeAll { $0 == room.id }
        used.append(room.id)
        if used.count > Self.most { rooms[used.removeFirst()] = nil }
        return room
    }

    private static func seed() -> String {
        String(UInt64.random(in: .min ... .max), radix: 36)
    }
}
