import CallArchive
import CallModel
import CallTagging
import Foundation

// How acts reach the disk: one after another, judged on the state in memory, and once more on the
// stored log where that had grown meanwhile.

extension ListeningSitting {
    /// Does something while no other act is under way.
    func inTurn<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        if !turnstile.enterAtOnce() {
            await withCheckedContinuation { turnstile.wait($0) }
        }
        defer { turnstile.leave() }
        return try await body()
    }

    /// Stores what was played and gathered. A stretch that the rules refuse now, because the sitting
    /// was ended elsewhere, is dropped: it could never be stored, and would stand in the way of all
    /// that comes after it.
    @discardableResult
    func storeHearing() async throws -> Saved? {
        let at = now()
        sealed += pending.stretches.map { played in
            SittingDesk.Request(
                id: .made(), at: at,
                command: .hear(call: played.call, range: played.range, speed: played.speed))
        }
        pending = PendingHearing()
        guard !sealed.isEmpty else { return nil }
        do {
            let saved = try await store(sealed)
            sealed = []
            return saved
        } catch let refused as SittingRefused {
            sealed = []
            throw refused
        }
    }

    /// Stores requests in one transaction, with what begins the sitting before them.
    func store(_ requests: [SittingDesk.Request]) async throws -> Saved {
        let first = beginning.enumerated().map { index, command in
            SittingDesk.Request(
                id: EventID("\(id)/begin.\(index)"), at: requests.first?.at ?? now(),
                command: command)
        }
        let receipt: SittingDesk.Receipt
        do {
            receipt = try await attempt(first + requests)
        } catch ArchiveError.stale {
            loaded = try await desk.load(id)
            receipt = try await attempt(first + requests)
        }
        beginning = []
        return Saved(at: now(), events: Array(receipt.events.dropFirst(first.count)))
    }

    private func attempt(_ requests: [SittingDesk.Request]) async throws -> SittingDesk.Receipt {
        let done = try await desk.carryOut(requests, on: loaded, by: listener)
        loaded = done.sitting
        return done.receipt
    }

    /// What was played and is not stored, in order.
    var unstored: [PlayedStretch] {
        let waiting = sealed.compactMap { request -> PlayedStretch? in
            guard case .hear(let call, let range, let speed) = request.command else { return nil }
            return PlayedStretch(call: call, range: range, speed: speed)
        }
        return waiting + pending.stretches
    }
}
