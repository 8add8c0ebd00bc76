import CallArchive
import CallModel
import CallReports
import CallWorkbench
import Foundation
import HTTPTypes
import Hummingbird

/// The Listen page, and all that it asks for while somebody listens.
struct ListenAnswers: Sendable {
    let site: Site

    // The page

    /// The sitting that goes on; where there is none, how to begin one.
    func page(_ ask: Ask) async throws -> Response {
        let visitor = try ask.signedIn()
        let wanted = ask.query["sitting"].map { SessionID($0) }
        let sitting: ListeningSitting?
        if let wanted {
            sitting = try await site.rooms.sitting(wanted, of: visitor.listener)
        } else {
            sitting = try await site.rooms.newest(of: visitor.listener)
        }
        let frame = site.writer.frame(
            title: site.words.listen.title, place: .listen, visitor: visitor,
            style: sitting == nil ? "" : "listening", isLive: sitting == nil)
        guard let sitting else {
            let draws = try await openDraws()
            return site.writer.response(
                .listenStart,
                ListenStartPage(frame: frame, words: site.words.listen, draws: draws))
        }
        return site.writer.response(
            .listen,
            ListenPage(
                frame: frame, words: site.words.listen, sitting: sitting.id.rawValue,
                files: site.files))
    }

    /// Begins what a form asks for, and leads to it; a form that asks for nothing goes on with what
    /// goes on, and begins an hour where nothing does.
    func beginByForm(_ ask: Ask) async throws -> Response {
        let wish: SittingRooms.Wish
        if let draw = ask.form["draw"] {
            wish = .draw(DrawID(draw))
        } else if let call = ask.form["call"] {
            wish = .calls([try await site.workbench.archive.resolve(call)])
        } else if try await site.rooms.newest(of: ask.signedIn().listener) != nil {
            return PageWriter.redirect(to: "/listen")
        } else {
            wish = .hour
        }
        let sitting = try await site.rooms.begin(wish, by: ask.signedIn().listener)
        return PageWriter.redirect(
            to: LinkText.path("/listen", [("sitting", sitting.id.rawValue)]))
    }

    private func openDraws() async throws -> [ListenStartPage.Draw] {
        try await site.workbench.archive.draws().lazy
            .filter { $0.left > 0 }.prefix(8)
            .map {
                ListenStartPage.Draw(
                    id: $0.id.rawValue, name: SafeName.shown($0.id.rawValue),
                    left: site.words.listen.left($0.left))
            }
    }

    // The sitting

    /// Begins a sitting.
    func begin(_ ask: Ask) async throws -> Response {
        let request: BeginRequest = try await JSONBody.read(ask)
        let sitting = try await site.rooms.begin(request.wish, by: ask.signedIn().listener)
        return try await state(of: sitting, status: .created)
    }

    /// A sitting as it is.
    func state(_ ask: Ask) async throws -> Response {
        try await state(of: sitting(ask))
    }

    /// Carries out an edit; 412 with the sitting as it is now where others changed it meanwhile.
    func edit(_ ask: Ask) async throws -> Response {
        let sitting = try await sitting(ask)
        let request: EditRequest = try await JSONBody.read(ask)
        do {
            let answer = try await sitting.answer(to: request)
            if request.changesWhatIsSaid {
                for call in answer.calls {
                    site.news.tell(
                        .tagged(call: call.id, in: sitting.id, version: answer.sitting.version))
                }
            }
            return try JSONBody.response(answer)
        } catch let moved as SittingMovedOn {
            return try JSONBody.response(
                StaleDocument(
                    detail: moved.description, sitting: await document(of: sitting)),
                status: .preconditionFailed, type: "application/problem+json")
        }
    }

    /// What came of a sitting, in words, and what comes next.
    func summary(_ ask: Ask) async throws -> Response {
        let sitting = try await sitting(ask)
        return try JSONBody.response(try await SummaryDocument(sitting, words: site.words.summary))
    }

    private func sitting(_ ask: Ask) async throws -> ListeningSitting {
        try await site.rooms.sitting(
            SessionID(ask.segment("session")), of: ask.signedIn().listener)
    }

    private func state(
        of sitting: ListeningSitting, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let document = await document(of: sitting)
        return try JSONBody.response(document, status: status)
    }

    private func document(of sitting: ListeningSitting) async -> ListeningDocument {
        await ListeningDocument(
            sitting, settings: site.workbench.settings.listening,
            sheets: CallSheetMaker(words: site.words.listen, timeZone: site.timeZone))
    }

    // What there is to hear, and the words to tag with

    /// What the sound of a call says.
    func sound(_ ask: Ask) async throws -> Response {
        let call = try await call(ask)
        let profile = try await site.workbench.archive.profile(of: call.id)
        return try JSONBody.response(
            SoundDocument(call: call, profile: profile, words: site.words.listen))
    }

    /// The waveform of a call, as the finest or as a coarser zoom.
    func waveform(_ ask: Ask) async throws -> Response {
        let call = try await call(ask)
        guard let recording = call.recording,
            let stored = try await site.workbench.archive.waveform(of: call.id)
        else { throw WebProblem(.notFound) }
        let level = ask.query["level"].flatMap(Int.init) ?? 0
        guard
            let bytes = WaveformBytes(stored, frameCount: recording.frameCount, level: level)
        else { throw WebProblem(.notFound) }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/octet-stream", .cacheControl: "private, no-cache",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes.bytes)))
    }

    /// The sound of a call, in ranges.
    func audio(_ ask: Ask) async throws -> Response {
        let opened = try await site.sounds.sound(of: CallID(ask.segment("call")))
        return SoundSender.response(to: ask.request, opened: opened)
    }

    /// The words to tag with, and which of them are offered today.
    func taxonomy(_ ask: Ask) async throws -> Response {
        let listener = try ask.signedIn().listener
        let now = site.now()
        let taxonomy = try await site.workbench.taxonomy(by: listener, at: now)
        let today = Calendar.iso8601(in: site.timeZone).day(of: now)
        return try JSONBody.response(TaxonomyDocument(taxonomy, today: today))
    }

    /// What keys do.
    func keys(_ ask: Ask) async throws -> Response {
        try JSONBody.response(KeysDocument(site.keys, words: site.words.keys))
    }

    private func call(_ ask: Ask) async throws -> Call {
        let id = CallID(try ask.segment("call"))
        guard let call = try await site.workbench.archive.call(id) else {
            throw ArchiveError.unknownCall(id)
        }
        return call
    }
}
