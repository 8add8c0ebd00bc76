import CallArchive
import CallModel
import CallReports
import CallTagging
import CallWorkbench
import Foundation
import HTTPTypes
import Hummingbird

/// The status board of fixes, a page for each, and the forms that change them.
struct InitiativePages: Sendable {
    let site: Site

    private var words: InitiativesWords { site.words.initiatives }
    private var board: InitiativeBoard { InitiativeBoard(site: site) }

    /// The board.
    func list(_ ask: Ask) async throws -> Response {
        try await list(ask, form: InitiativeForm())
    }

    private func list(
        _ ask: Ask, form: InitiativeForm, problem: WebProblem? = nil
    ) async throws -> Response {
        let (standings, digest) = try await board.standings()
        let taxonomy = try await site.workbench.archive.taxonomy()?.taxonomy
        let view = InitiativeBoardView(
            frame: site.writer.frame(
                title: words.title, place: .initiatives, visitor: ask.visitor),
            standings: standings, digest: digest,
            form: InitiativeForm.View(
                form, offered: taxonomy?.painPointsOffered(on: site.today) ?? [],
                isOpen: standings.isEmpty, problem: problem?.detail),
            words: site.words)
        return site.writer.response(.initiatives, view, status: problem?.kind.status ?? .ok)
    }

    /// One fix.
    func show(_ ask: Ask) async throws -> Response {
        try await show(ask, problem: nil)
    }

    private func show(_ ask: Ask, problem: WebProblem?) async throws -> Response {
        let id = InitiativeID(try ask.segment("initiative"))
        let (standing, digest) = try await board.standing(id)
        let view = InitiativeView(
            frame: site.writer.frame(
                title: SafeName.shown(standing.initiative.plan.title), place: .initiatives,
                visitor: ask.visitor),
            standing: standing, events: try await site.workbench.archive.events(of: id),
            digest: digest, today: site.today, zone: site.timeZone, words: site.words,
            notice: ask.query["done"].flatMap { words.done[$0] }, problem: problem?.detail)
        return site.writer.response(.initiative, view, status: problem?.kind.status ?? .ok)
    }

    /// Registers a fix; what is wrong with it is said beside what was written.
    func register(_ ask: Ask) async throws -> Response {
        let form = InitiativeForm(ask.form)
        do {
            let id = InitiativeForm.name(for: form.title)
            let listener = try ask.signedIn().listener
            guard try await site.workbench.archive.events(of: id).isEmpty else {
                throw WebProblem(.conflict, words.titleTaken)
            }
            let plan = try form.plan(words: words)
            _ = try await board.desk(for: listener)
                .register(id, plan, by: listener, at: site.now())
            return changed(id, done: "registered")
        } catch let error where WebProblem(error).isForTheForm {
            return try await list(ask, form: form, problem: WebProblem(error))
        }
    }

    /// Says that a fix reached the callers.
    func ship(_ ask: Ask) async throws -> Response {
        let id = InitiativeID(try ask.segment("initiative"))
        try await board.mustExist(id)
        do {
            let text = ask.form["day"] ?? "\(site.today)"
            guard let day = CalendarDay(text) else {
                throw WebProblem(.badRequest, words.badDay(SafeName.shown(text)))
            }
            let settle = ask.form["settle"] ?? "7"
            guard let days = Int(settle) else {
                throw WebProblem(
                    .badRequest, words.badNumber(words.settle, SafeName.shown(settle)))
            }
            let listener = try ask.signedIn().listener
            _ = try await board.desk(for: listener)
                .ship(id, on: day, washOutDays: days, by: listener, at: site.now())
            return changed(id, done: "shipped")
        } catch let error where WebProblem(error).isForTheForm {
            return try await show(ask, problem: WebProblem(error))
        }
    }

    /// Gives a fix up.
    func drop(_ ask: Ask) async throws -> Response {
        let id = InitiativeID(try ask.segment("initiative"))
        try await board.mustExist(id)
        do {
            let listener = try ask.signedIn().listener
            _ = try await board.desk(for: listener)
                .drop(id, because: ask.form["reason"] ?? "", by: listener, at: site.now())
            return changed(id, done: "dropped")
        } catch let error where WebProblem(error).isForTheForm {
            return try await show(ask, problem: WebProblem(error))
        }
    }

    private func changed(_ id: InitiativeID, done: String) -> Response {
        site.news.tell(.digest)
        return PageWriter.redirect(
            to: LinkText.path(InitiativeBoardView.Card.path(of: id), [("done", done)]))
    }
}
