import CallArchive
import CallModel
import CallReports
import CallWorkbench
import Hummingbird

/// Agreement, settlements and expectations as JSON for programs.
struct AgreementAnswers: Sendable {
    let site: Site

    /// How far listeners agree; the document that `earful agreement report --json` prints.
    func agreement(_ ask: Ask) async throws -> Response {
        guard let agreement = try await site.agreement(ask) else {
            throw WebProblem(.notFound, site.words.agreement.nothing)
        }
        return DataAnswers.json(AgreementText.json(agreement))
    }

    /// The calls behind a number of that.
    func calls(_ ask: Ask) async throws -> Response {
        DataAnswers.json(ComparedCallsText.json(try await site.compared(ask)))
    }

    /// One call, side by side.
    func compare(_ ask: Ask) async throws -> Response {
        let id = CallID(try ask.segment("call"))
        let call = try await site.judgedCall(id)
        let settlement = try await site.workbench.archive.settlement(of: id)
        return DataAnswers.json(ComparisonText.json(call, settlement: settlement))
    }

    /// Settles what a call bears, or opens it again; answers with the call as it is then.
    func settle(_ ask: Ask) async throws -> Response {
        let id = CallID(try ask.segment("call"))
        let request: SettlementRequest = try await JSONBody.read(ask)
        try await site.settle(
            id, request.kind, because: request.because ?? "", by: ask.signedIn().listener,
            version: request.version)
        return try await compare(ask)
    }

    /// How far off expectations were; of one listener where the query names one.
    func gap(_ ask: Ask) async throws -> Response {
        let gap = try await GapDesk(site.workbench).gap()
        return DataAnswers.json(
            GapText.json(gap, of: ask.query["listener"].map { ListenerID($0) }))
    }
}

/// What a call bears, as JSON: `{"painPoints": {"hold-too-long": 4}, "reason": "billing",
/// "because": "…", "version": 0}`; without `painPoints` the call is open again. `version` is the number
/// of acts in the history that the client has seen: where there are more by now the answer is 412.
struct SettlementRequest: Decodable, Sendable {
    let painPoints: [String: Int]?
    let reason: String?
    let because: String?
    let version: Int?

    /// What is done.
    var kind: Settlement.Act.Kind {
        painPoints.map { .settled(Settlement.Labels(reason: reason, painPoints: $0)) }
            ?? .reopened
    }
}
