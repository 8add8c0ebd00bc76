import CallArchive
import CallModel
import CallReports
import CallWorkbench
import Foundation
import Hummingbird

/// How far listeners agree, the calls that they differ on side by side, and the form that settles them.
struct AgreementPages: Sendable {
    let site: Site

    private var words: AgreementSheetWords { site.words.agreement }

    /// How far listeners agree.
    func show(_ ask: Ask) async throws -> Response {
        let view = AgreementView(
            frame: site.writer.frame(
                title: words.title, place: .agreement, visitor: ask.visitor, style: "reading"),
            agreement: try await site.agreement(ask), words: site.words)
        return site.writer.response(.agreement, view)
    }

    /// The calls behind a number.
    func calls(_ ask: Ask) async throws -> Response {
        let view = ComparedCallsView(
            frame: site.writer.frame(
                title: words.comparedCalls, place: .agreement, visitor: ask.visitor,
                style: "reading"),
            try await site.compared(ask), words: site.words)
        return site.writer.response(.compared, view)
    }

    /// One call, side by side.
    func compare(_ ask: Ask) async throws -> Response {
        try await compare(ask, form: nil, problem: nil)
    }

    private func compare(
        _ ask: Ask, form: SettlementForm?, problem: WebProblem?
    ) async throws -> Response {
        let archive = site.workbench.archive
        let id = CallID(try ask.segment("call"))
        let call = try await site.judgedCall(id)
        let settlement = try await archive.settlement(of: id)
        let taxonomy = try await archive.taxonomy()?.taxonomy ?? .empty
        let page = ComparisonPage(
            call, settlement: settlement, taxonomy: taxonomy, timeZone: site.timeZone,
            language: site.words.language)
        let view = ComparisonView(
            frame: site.writer.frame(
                title: SafeName.shown(id.rawValue), place: .agreement, visitor: ask.visitor),
            page: page, of: id,
            isSounding: try await archive.callsWithSound(among: [id]).contains(id),
            isSettled: settlement?.labels != nil,
            form: SettlementForm.View(
                form ?? SettlementForm(call, settled: settlement?.labels), of: call,
                taxonomy: taxonomy, day: site.today),
            words: site.words, notice: ask.query["done"].flatMap { words.done[$0] },
            problem: problem?.detail)
        return site.writer.response(.comparison, view, status: problem?.kind.status ?? .ok)
    }

    /// Settles what a call bears, or opens it again.
    func settle(_ ask: Ask) async throws -> Response {
        let id = CallID(try ask.segment("call"))
        let form = SettlementForm(ask.form)
        let reopens = ask.form["act"] == "reopen"
        do {
            let kind: Settlement.Act.Kind =
                reopens ? .reopened : .settled(try form.labels(words: words))
            try await site.settle(
                id, kind, because: form.because, by: ask.signedIn().listener,
                version: ask.form["version"].flatMap { Int($0) })
        } catch let error where WebProblem(error).isForTheForm {
            return try await compare(ask, form: form, problem: WebProblem(error))
        }
        return PageWriter.redirect(
            to: LinkText.path(
                ComparisonView.path(of: id), [("done", reopens ? "reopened" : "settled")]))
    }
}

extension Site {
    /// The agreement that a page or a program asks for; nil where nobody heard a call.
    func agreement(_ ask: Ask) async throws -> Agreement? {
        let (period, scope) = try await agreementAsked(ask)
        guard let period else { return nil }
        return try await AgreementDesk(workbench).agreement(of: period, scope: scope)
    }

    /// The calls behind a number of that; behind all of it where the query names none.
    func compared(_ ask: Ask) async throws -> ComparedCalls {
        let name = ask.query["of"] ?? "\(ComparedCalls.Choice.all)"
        guard let choice = ComparedCalls.Choice(name) else {
            throw WebProblem(.badRequest, words.agreement.badChoice(SafeName.shown(name)))
        }
        let (period, scope) = try await agreementAsked(ask)
        guard let period else { throw WebProblem(.notFound, words.agreement.nothing) }
        return try await AgreementDesk(workbench).compared(
            choice, in: period, scope: scope, readBy: ask.signedIn().listener)
    }

    /// The period and scope of the agreement that is asked for; no period where nobody heard a call.
    private func agreementAsked(_ ask: Ask) async throws -> (period: Period?, scope: Scope) {
        let query = try DigestQuery(ask.query, in: timeZone, words: words.digest)
        if let period = query.period { return (period, query.scope) }
        return (try await AgreementDesk(workbench).usualPeriod(), query.scope)
    }

    /// What each listener said of a call; throws `ArchiveError` where there is none of that name.
    func judgedCall(_ id: CallID) async throws -> JudgedCall {
        guard let call = try await AgreementDesk(workbench).judgedCall(id) else {
            throw ArchiveError.unknownCall(id)
        }
        return call
    }

    /// Settles what a call bears, and tells open pages.
    func settle(
        _ id: CallID, _ kind: Settlement.Act.Kind, because: String, by listener: ListenerID,
        version: Int? = nil
    ) async throws {
        let desk = SettlementDesk(
            workbench, taxonomy: try await workbench.taxonomy(by: listener, at: now()))
        try await desk.settle(
            id, Settlement.Act(by: listener, at: now(), kind: kind, because: because),
            version: version)
        news.tell(.digest)
    }
}
