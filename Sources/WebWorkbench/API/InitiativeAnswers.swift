import CallArchive
import CallModel
import CallReports
import CallWorkbench
import HTTPTypes
import Hummingbird

/// Fixes as JSON for programs.
struct InitiativeAnswers: Sendable {
    /// The days that are left to settle where a request does not say.
    static let usualWashOutDays = 7

    let site: Site

    private var board: InitiativeBoard { InitiativeBoard(site: site) }

    /// Every fix with what came of it.
    func list(_ ask: Ask) async throws -> Response {
        let standings = try await board.standings().all
        return Self.json(
            .object([.init("initiatives", .array(standings.map(InitiativeText.json)))]))
    }

    /// One fix, with what was done with it.
    func show(_ ask: Ask) async throws -> Response {
        try await answer(InitiativeID(ask.segment("initiative")))
    }

    /// Registers a fix.
    func register(_ ask: Ask) async throws -> Response {
        let request: InitiativeRequest = try await JSONBody.read(ask)
        let listener = try ask.signedIn().listener
        let id = request.id ?? InitiativeForm.name(for: request.title)
        _ = try await board.desk(for: listener)
            .register(id, request.plan, by: listener, at: site.now())
        site.news.tell(.digest)
        return try await answer(id, status: .created)
    }

    /// Says that a fix reached the callers.
    func ship(_ ask: Ask) async throws -> Response {
        let id = InitiativeID(try ask.segment("initiative"))
        try await board.mustExist(id)
        let request: ShipRequest = try await JSONBody.read(ask)
        guard let day = CalendarDay(request.on) else {
            throw WebProblem(
                .badRequest, site.words.initiatives.badDay(SafeName.shown(request.on)))
        }
        let listener = try ask.signedIn().listener
        _ = try await board.desk(for: listener).ship(
            id, on: day, washOutDays: request.washOutDays ?? Self.usualWashOutDays, by: listener,
            at: site.now())
        site.news.tell(.digest)
        return try await answer(id)
    }

    /// Gives a fix up.
    func drop(_ ask: Ask) async throws -> Response {
        let id = InitiativeID(try ask.segment("initiative"))
        try await board.mustExist(id)
        let request: DropRequest = try await JSONBody.read(ask)
        let listener = try ask.signedIn().listener
        _ = try await board.desk(for: listener)
            .drop(id, because: request.because, by: listener, at: site.now())
        site.news.tell(.digest)
        return try await answer(id)
    }

    private func answer(
        _ id: InitiativeID, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let standing = try await board.standing(id).standing
        let events = try await site.workbench.archive.events(of: id)
        return Self.json(
            .object([
                .init("initiative", InitiativeText.json(standing)),
                .init("history", .array(events.map(Self.act))),
            ]), status: status)
    }

    private static func act(_ event: Initiative.Event) -> JSONText {
        var members: [JSONText.Member] = [
            .init("at", InstantText.json(event.at)), .init("by", .string(event.by.rawValue)),
        ]
        switch event.act {
        case .registered: members.append(.init("act", .string("registered")))
        case .shipped(let day, let washOutDays):
            members += [
                .init("act", .string("shipped")), .init("on", .string(day.description)),
                .init("washOutDays", .integer(washOutDays)),
            ]
        case .dropped(let reason):
            members += [.init("act", .string("dropped")), .init("because", .string(reason))]
        }
        return .object(members)
    }

    private static func json(
        _ value: JSONText, status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: value.text() + "\n")))
    }
}
