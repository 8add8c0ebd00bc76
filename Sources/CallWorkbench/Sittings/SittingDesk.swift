import CallArchive
public import CallModel
public import CallTagging
public import Foundation

/// Carries out what listeners ask for: loads the sitting, asks the rules, stores the events.
///
/// A batch of commands is accepted as a whole and stored in one transaction, or refused as a whole.
/// When a call returns, its events are on the disk.
public struct SittingDesk: Sendable {
    private let workbench: Workbench
    private let taxonomy: Taxonomy
    private let picks: PickedCalls
    /// How long calls are: whoever tags one asks for it with every act.
    private let extents: UntilChange<CallID, CallExtent>

    /// A desk with the words that hold now.
    public init(_ workbench: Workbench, taxonomy: Taxonomy) {
        self.workbench = workbench
        self.taxonomy = taxonomy
        picks = PickedCalls(archive: workbench.archive)
        let archive = workbench.archive
        extents = UntilChange(atMost: 1000) { archive.callChangeCount }
    }

    /// One thing asked for, with the client-made name that makes a retry harmless.
    public struct Request: Sendable {
        /// The name that its event gets.
        public var id: EventID
        /// When it was asked for.
        public var at: Date
        /// What is asked for.
        public var command: SessionCommand

        /// A request.
        public init(id: EventID, at: Date, command: SessionCommand) {
            self.id = id
            self.at = at
            self.command = command
        }
    }

    /// Carries out requests in order, in one sitting.
    ///
    /// Throws ``SittingRefused`` (nothing is stored then) and `ArchiveError`.
    @discardableResult
    public func carryOut(
        _ requests: [Request], in session: SessionID, by listener: ListenerID
    ) async throws -> Receipt {
        try await carryOut(requests, on: load(session), by: listener).receipt
    }

    /// Carries out requests in a sitting that was loaded before, without replaying its log; returns
    /// the sitting as they made it.
    ///
    /// Throws ``SittingRefused`` and `ArchiveError`: `stale` where somebody else stored events of the
    /// sitting since it was loaded.
    func carryOut(
        _ requests: [Request], on sitting: LoadedSitting, by listener: ListenerID
    ) async throws -> (receipt: Receipt, sitting: LoadedSitting) {
        let prepared = try await prepare(requests, on: sitting, by: listener)
        if let append = prepared.append {
            _ = try await workbench.archive.append(
                append.events, session: append.session, expecting: append.expecting)
        }
        return (prepared.receipt, prepared.sitting)
    }

    /// A sitting as its log makes it; one in which nothing happened where there is no log.
    func load(_ session: SessionID) async throws -> LoadedSitting {
        LoadedSitting(id: session, events: try await workbench.archive.events(of: session))
    }

    /// What a batch did.
    public struct Receipt: Sendable {
        /// The sitting after it; nil where it has not begun.
        public let session: Session?
        /// The events of all requests, in order; those of repeated requests too.
        public let events: [SessionEvent]
        /// How many of them are new.
        public let newCount: Int
    }

    struct Prepared {
        let receipt: Receipt
        let append: SessionAppend?
        /// The sitting once ``append`` is stored.
        let sitting: LoadedSitting
    }

    /// Decides what a batch would store, and stores nothing.
    func prepare(
        _ requests: [Request], in session: SessionID, by listener: ListenerID
    ) async throws -> Prepared {
        try await prepare(requests, on: load(session), by: listener)
    }

    private func prepare(
        _ requests: [Request], on sitting: LoadedSitting, by listener: ListenerID
    ) async throws -> Prepared {
        var state = sitting.state
        let extents = try await extents(of: requests)
        let strangers = try await strangers(of: requests)
        let calendar = Calendar.iso8601(in: workbench.settings.timeZone)
        var events: [SessionEvent] = []
        var new: [SessionEvent] = []
        for (index, request) in requests.enumerated() {
            if let sentence = strangers[index] {
                throw SittingRefused(index: index, sentence: sentence)
            }
            let context = SessionContext(
                taxonomy: taxonomy, day: calendar.day(of: request.at), calls: extents)
            switch state.handle(
                request.command, id: request.id, listener: listener, at: request.at,
                context: context)
            {
            case .accepted(let accepted):
                events += accepted
                new += accepted
            case .alreadyAccepted(let known):
                events += known
            case .refused(let refusal):
                throw SittingRefused(index: index, sentence: refusal.sentence)
            }
        }
        let receipt = Receipt(session: state.session, events: events, newCount: new.count)
        guard !new.isEmpty, let after = state.session else {
            return Prepared(receipt: receipt, append: nil, sitting: sitting)
        }
        return Prepared(
            receipt: receipt,
            append: SessionAppend(events: new, session: after, expecting: sitting.eventCount),
            sitting: sitting.advanced(to: state, by: new))
    }

    /// Requests that open a call as drawn by a draw that did not pick it, by place, with the sentence
    /// that refuses them: such a call would count in statistics with a probability nobody knows.
    private func strangers(of requests: [Request]) async throws -> [Int: String] {
        var strangers: [Int: String] = [:]
        for (index, request) in requests.enumerated() {
            guard case .open(let call, .drawn(let draw)) = request.command else { continue }
            guard let picked = try await picks.calls(of: draw) else {
                strangers[index] = "There is no draw \(draw). `earful draw --list` shows them all."
                continue
            }
            if !picked.contains(call) {
                strangers[index] =
                    "The draw \(draw) did not pick the call \(call), so it cannot count as drawn. "
                    + "Tag it without a draw: as hand-picked it is evidence."
            }
        }
        return strangers
    }

    /// How long the calls that the requests name are.
    private func extents(of requests: [Request]) async throws -> [CallID: CallExtent] {
        var found: [CallID: CallExtent] = [:]
        for id in Set(requests.compactMap(\.command.call)) {
            found[id] = try await extents.value(of: id) {
                try await workbench.archive.call(id).map(Self.extent)
            }
        }
        return found
    }

    /// How long a call is. A recording that retention deleted was heard while it was there: its
    /// length is the call record's.
    static func extent(of call: Call) -> CallExtent {
        guard call.recordingState == .retired,
            let seconds = call.recording?.seconds ?? call.record.seconds
        else { return CallExtent(of: call) }
        return .recorded(CallTime(seconds: seconds))
    }
}

/// The calls that draws picked, read once for each draw; a draw never changes.
private actor PickedCalls {
    private let archive: Archive
    private var known: [DrawID: Set<CallID>] = [:]

    init(archive: Archive) {
        self.archive = archive
    }

    func calls(of draw: DrawID) async throws -> Set<CallID>? {
        if let picked = known[draw] { return picked }
        guard let stored = try await archive.draw(draw) else { return nil }
        let picked = Set(stored.picked)
        known[draw] = picked
        return picked
    }
}

/// The rules refused one request of a batch; nothing of the batch was stored.
public struct SittingRefused: Error, Sendable, CustomStringConvertible {
    /// Which request of the batch, from 0.
    public let index: Int
    /// Why, and what to do.
    public let sentence: String

    /// The sentence.
    public var description: String { sentence }
}
