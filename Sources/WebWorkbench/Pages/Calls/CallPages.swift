import CallArchive
import CallModel
import CallReports
import CallWorkbench
import Hummingbird

/// The library and the pages of calls.
struct CallPages: Sendable {
    let site: Site

    /// The library.
    func list(_ ask: Ask) async throws -> Response {
        let archive = site.workbench.archive
        let query = try CallQuery(ask.query, in: site.timeZone)
        let page = try await archive.calls(
            query.filter, order: query.order, after: query.cursor, limit: 50,
            readBy: ask.signedIn().listener)
        let count = try await archive.countCalls(
            query.filter, upTo: CallsView.mostCounted + 1, readBy: ask.signedIn().listener)
        let view = CallsView(
            frame: site.writer.frame(
                title: site.words.calls.title, place: .calls, visitor: ask.visitor),
            query: query, page: page, count: count,
            taxonomy: try await archive.taxonomy()?.taxonomy,
            zone: site.timeZone, words: site.words)
        return site.writer.response(.calls, view)
    }

    /// One call.
    func show(_ ask: Ask) async throws -> Response {
        let archive = site.workbench.archive
        let details = try await archive.callDetails(
            CallID(try ask.segment("call")), readBy: ask.signedIn().listener)
        let view = CallView(
            frame: site.writer.frame(
                title: SafeName.shown(details.call.id.rawValue), place: .calls, visitor: ask.visitor
            ),
            details: details, taxonomy: try await archive.taxonomy()?.taxonomy, zone: site.timeZone,
            words: site.words,
            notice: ask.query["done"] == "swapped" ? site.words.call.swapped : nil)
        return site.writer.response(.call, view)
    }

    /// The small picture of a call's sound.
    func wave(_ ask: Ask) async throws -> Response {
        let archive = site.workbench.archive
        let id = CallID(try ask.segment("call"))
        guard let call = try await archive.call(id), let recording = call.recording,
            let blob = try await archive.waveform(of: id),
            let waveform = WaveformCoding.unpack(blob)
        else { throw WebProblem(.notFound) }
        let svg = WaveThumbnail.svg(waveform, layout: recording.layout)
        return Response(
            status: .ok, headers: [.contentType: "image/svg+xml"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: svg)))
    }

    /// Exchanges agent and customer, and shows the call again.
    func swapSides(_ ask: Ask) async throws -> Response {
        let id = CallID(try ask.segment("call"))
        try await site.swapSides(of: id, by: ask.signedIn().listener)
        return PageWriter.redirect(
            to: "/calls/\(LinkText.encoded(id.rawValue))?done=swapped")
    }
}

extension Site {
    /// Exchanges agent and customer of a call, and tells open pages.
    func swapSides(of id: CallID, by listener: ListenerID) async throws {
        let archive = workbench.archive
        guard let call = try await archive.call(id) else { throw ArchiveError.unknownCall(id) }
        // A call whose sides are not known has none to swap; the archive says so.
        let layout = call.recording?.layout ?? .mono
        try await archive.changeLayout(of: id, to: layout.swapped, by: listener, at: now())
        news.tell(.changed(call: id))
        news.tell(.digest)
    }
}
