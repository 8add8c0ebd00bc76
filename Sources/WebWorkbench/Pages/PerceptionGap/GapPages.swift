import CallModel
import CallReports
import CallWorkbench
import Hummingbird

/// How far off expectations were: of all together, and of one person.
struct GapPages: Sendable {
    let site: Site

    /// All together; of one digest's days and calls where the query names some.
    func show(_ ask: Ask) async throws -> Response {
        let query = try DigestQuery(ask.query, in: site.timeZone, words: site.words.digest)
        let frame = query.period.map { PerceptionGap.Frame(period: $0, scope: query.scope) }
        let all = try await GapDesk(site.workbench).gap()
        let gap = frame.map(all.about) ?? all
        let view = GapView(
            frame: site.writer.frame(
                title: site.words.gap.title, place: .gap, visitor: ask.visitor, style: "reading"),
            page: GapPage(gap, language: site.words.language), of: frame,
            visitor: ask.visitor?.listener,
            words: site.words)
        return site.writer.response(.gap, view)
    }

    /// One person.
    func history(_ ask: Ask) async throws -> Response {
        let listener = ListenerID(try ask.segment("listener"))
        let gap = try await GapDesk(site.workbench).gap()
        let page = GapHistoryPage(
            of: listener, in: gap, timeZone: site.timeZone, language: site.words.language)
        let view = GapHistoryView(
            frame: site.writer.frame(
                title: page.title, place: .gap, visitor: ask.visitor, style: "reading"),
            page: page, words: site.words)
        return site.writer.response(.gapHistory, view)
    }
}
