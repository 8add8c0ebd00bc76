import CallArchive
public import CallModel
import CallTagging
import Foundation

extension ListeningSitting {
    /// Says what the listener expects to hear; replaces what was said before.
    ///
    /// Throws ``SittingRefused`` once the first second was heard.
    @discardableResult
    public func predict(_ predictions: [Prediction], id: EventID = .made()) async throws -> Saved {
        try await act(.predict(predictions), id: id)
    }

    /// Puts a call before the listener; one that was skipped is taken up again.
    ///
    /// A call that is not of the plan counts as hand-picked, unless the plan's draw picked it too.
    @discardableResult
    public func open(_ call: CallID, id: EventID = .made()) async throws -> Saved {
        let selection = try await selection(of: call)
        return try await act(.open(call: call, selection: selection), id: id)
    }

    /// Says something of a call. A reason takes the place of the reason that stands.
    @discardableResult
    public func annotate(_ annotation: Annotation, id: EventID = .made()) async throws -> Saved {
        try await act(.annotate(annotation), id: id)
    }

    /// Changes what an annotation says, when, or of whom.
    @discardableResult
    public func change(_ annotation: Annotation, id: EventID = .made()) async throws -> Saved {
        try await act(.change(annotation), id: id)
    }

    /// Takes an annotation back.
    @discardableResult
    public func remove(_ annotation: AnnotationID, id: EventID = .made()) async throws -> Saved {
        try await act(.remove(annotation), id: id)
    }

    /// Undoes the last edit that was not undone, of whatever call.
    @discardableResult
    public func undo(id: EventID = .made()) async throws -> Saved { try await act(.undo, id: id) }

    /// Does again what was undone last.
    @discardableResult
    public func redo(id: EventID = .made()) async throws -> Saved { try await act(.redo, id: id) }

    /// Passes over a call, for a reason in words. A drawn call that is passed over stays so in the
    /// draw's record.
    @discardableResult
    public func skip(
        _ call: CallID, reason: String, id: EventID = .made()
    ) async throws -> Saved {
        try await act(.skip(call: call, reason: reason), id: id)
    }

    /// Is done with a call.
    @discardableResult
    public func finish(_ call: CallID, id: EventID = .made()) async throws -> Saved {
        try await act(.finish(call: call), id: id)
    }

    /// Ends the sitting for good; nil where it never began, so that there is nothing to end.
    @discardableResult
    public func end(id: EventID = .made()) async throws -> Saved? {
        try await flush()
        guard loaded.state.session != nil else { return nil }
        return try await act(.end, id: id)
    }

    /// Notes stretches of a call that were played, at a speed (1 is normal).
    ///
    /// They are stored once ``longestGathering`` seconds of playing have gathered, and before any
    /// other act; what was stored is returned, nil where they only gather. Throws ``SittingRefused``
    /// where the call was not opened or the stretch does not lie in it.
    @discardableResult
    public func heard(
        _ call: CallID, _ ranges: [CallTimeRange], speed: Double
    ) async throws -> Saved? {
        for range in ranges {
            let fitted = try fitted(range, of: call, speed: speed)
            pending.add(PlayedStretch(call: call, range: fitted, speed: speed))
        }
        guard pending.playedMilliseconds >= Self.longestGathering * 1000 else { return nil }
        return try await flush()
    }

    /// Stores the stretches that gathered, as when the player is paused; nil where there were none.
    @discardableResult
    public func flush() async throws -> Saved? {
        try await inTurn { try await storeHearing() }
    }

    /// The part of a stretch that lies in its call, judged by the rules before it gathers.
    private func fitted(
        _ range: CallTimeRange, of call: CallID, speed: Double
    ) throws -> CallTimeRange {
        var extents: [CallID: CallExtent] = [:]
        if let planned = calls.first(where: { $0.id == call }) {
            extents[call] = SittingDesk.extent(of: planned.call)
        }
        let at = now()
        let outcome = loaded.state.outcome(
            of: .hear(call: call, range: range, speed: speed), id: .made(), listener: listener,
            at: at, context: SessionContext(taxonomy: taxonomy, day: day(of: at), calls: extents))
        if let refusal = outcome.refusal {
            throw SittingRefused(index: 0, sentence: refusal.sentence)
        }
        if case .heard(_, let fitted, _) = outcome.events.last?.body { return fitted }
        return range
    }

    private func day(of instant: Date) -> CalendarDay {
        Calendar.iso8601(in: workbench.settings.timeZone).day(of: instant)
    }

    private func act(_ command: SessionCommand, id: EventID) async throws -> Saved {
        try await inTurn {
            try await storeHearing()
            return try await store([SittingDesk.Request(id: id, at: now(), command: command)])
        }
    }
}
