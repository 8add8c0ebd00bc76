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
            page: page, of: id, isSettled: settlement?.labels != nil,
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
        let query = try DigestQuery(ask.query, in: timeZone, words: words.digest)
        let desk = AgreementDesk(workbench)
        var period = query.period
        if period == nil { period = try await desk.usualPeriod() }
        guard let period else { return nil }
        return try await desk.agreement(of: period, scope: query.scope)
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
