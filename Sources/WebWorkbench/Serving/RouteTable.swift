import CallArchive
import CallWorkbench
import Hummingbird

/// Everything that is answered, in one place.
struct RouteTable: Sendable {
    let routes: [Route]

    init(_ site: Site) {
        let week = WeekPages(site: site)
        let calls = CallPages(site: site)
        let listen = ListenAnswers(site: site)
        let uploads = UploadAnswers(desk: site.uploads)
        let digest = DigestPages(site: site)
        let initiatives = InitiativePages(site: site)
        let fixes = InitiativeAnswers(site: site)
        let agreement = AgreementPages(site: site)
        let judgements = AgreementAnswers(site: site)
        let gap = GapPages(site: site)
        let sittings = SittingPages(site: site)
        let help = HelpPages(site: site)
        let signIn = SignInPages(site: site)
        let data = DataAnswers(site: site)
        let inside = InsideAnswers(site: site)
        routes = [
            .get("/", .signedIn, week.home),
            .get("/wall", .signedIn, week.wall),
            .get("/listen", .signedIn, listen.page),
            .post("/listen", .changing, listen.beginByForm),
            .get("/calls", .signedIn, calls.list),
            .get("/calls/{call}", .signedIn, calls.show),
            .get("/calls/{call}/wave.svg", .signedIn, calls.wave),
            .get("/calls/{call}/audio.wav", .signedIn, listen.audio),
            .post("/calls/{call}/swap-sides", .changing, calls.swapSides),
            .get("/digest", .signedIn, digest.show),
            .get("/digest/files/{form}", .signedIn, digest.file),
            .get("/digest/sums/{painPoint}", .signedIn, digest.sums),
            .get("/digest/calls", .signedIn, digest.calls),
            .get("/digest/how-we-know", .signedIn, digest.howWeKnow),
            .get("/initiatives", .signedIn, initiatives.list),
            .post("/initiatives", .changing, initiatives.register),
            .get("/initiatives/{initiative}", .signedIn, initiatives.show),
            .post("/initiatives/{initiative}/ship", .changing, initiatives.ship),
            .post("/initiatives/{initiative}/drop", .changing, initiatives.drop),
            .get("/agreement", .signedIn, agreement.show),
            .get("/agreement/calls", .signedIn, agreement.calls),
            .get("/agreement/calls/{call}", .signedIn, agreement.compare),
            .post("/agreement/calls/{call}", .changing, agreement.settle),
            .get("/expectations", .signedIn, gap.show),
            .get("/expectations/{listener}", .signedIn, gap.history),
            .get("/sessions", .signedIn, sittings.list),
            .get("/sessions/{session}", .signedIn, sittings.show),
            .get("/ideas", .signedIn, sittings.ideas),
            .get("/ideas/files/{form}", .signedIn, sittings.ideasFile),
            .get("/help", .signedIn, help.show),

            .get("/sign-in/{link}", .anyone, signIn.ask),
            .post("/sign-in", .anyone, signIn.signIn),
            .post("/sign-out", .changing, signIn.signOut),
            .post("/links", .changing, signIn.makeLink),

            .get("/api/v1/week", .signedIn, data.week),
            .get("/api/v1/calls", .signedIn, data.calls),
            .get("/api/v1/calls/{call}", .signedIn, data.call),
            .post("/api/v1/calls/{call}/swap-sides", .changing, data.swapSides),
            .get("/api/v1/digest", .signedIn, data.digest),
            .get("/api/v1/digest/sums/{painPoint}", .signedIn, data.explanation),
            .get("/api/v1/digest/calls", .signedIn, data.callsBehind),
            .get("/api/v1/weeks", .signedIn, data.weeks),
            .get("/api/v1/initiatives", .signedIn, fixes.list),
            .post("/api/v1/initiatives", .changing, fixes.register),
            .get("/api/v1/initiatives/{initiative}", .signedIn, fixes.show),
            .post("/api/v1/initiatives/{initiative}/ship", .changing, fixes.ship),
            .post("/api/v1/initiatives/{initiative}/drop", .changing, fixes.drop),
            .get("/api/v1/agreement", .signedIn, judgements.agreement),
            .get("/api/v1/agreement/calls", .signedIn, judgements.calls),
            .get("/api/v1/agreement/calls/{call}", .signedIn, judgements.compare),
            .post("/api/v1/agreement/calls/{call}", .changing, judgements.settle),
            .get("/api/v1/expectations", .signedIn, judgements.gap),
            .get("/api/v1/sessions", .signedIn, data.sessions),
            .get("/api/v1/sessions/{session}", .signedIn, data.session),
            .get("/api/v1/ideas", .signedIn, data.ideas),
            .post("/api/v1/sessions", .changing, listen.begin),
            .get("/api/v1/sessions/{session}/listening", .signedIn, listen.state),
            .post("/api/v1/sessions/{session}/events", .changing, listen.edit),
            .get("/api/v1/sessions/{session}/summary", .signedIn, listen.summary),
            .get("/api/v1/calls/{call}/sound", .signedIn, listen.sound),
            .get("/api/v1/calls/{call}/waveform", .signedIn, listen.waveform),
            .get("/api/v1/taxonomy", .signedIn, listen.taxonomy),
            .get("/api/v1/keys", .signedIn, listen.keys),
            .post("/api/v1/uploads", .changing, uploads.begin),
            .get("/api/v1/uploads/{upload}", .signedIn, uploads.progress),
            .post("/api/v1/uploads/{upload}", .changing, uploads.append),
            .get("/api/v1/openapi.json", .anyone, data.openAPI),

            .get("/events", .signedIn, inside.events),
            .get("/static/{file}", .anyone, inside.file),
            .get("/modules/{version}/{file}", .anyone, inside.module),
            .get("/healthz", .anyone, inside.health),
            .get("/readyz", .anyone, inside.readiness),
            .get("/metrics", .anyone, inside.metrics),
        ]
    }
}

/// What browsers and machines ask for beside the pages.
struct InsideAnswers: Sendable {
    let site: Site

    /// News, as long as the page is open.
    func events(_ ask: Ask) async throws -> Response {
        guard let news = site.news.listen() else { throw WebProblem(.notReady) }
        return NewsStream.response(news)
    }

    /// A file that pages load.
    func file(_ ask: Ask) async throws -> Response {
        try site.files.response(try ask.segment("file"), to: ask.request)
    }

    /// A script that others import by its name.
    func module(_ ask: Ask) async throws -> Response {
        let path = "\(try ask.segment("version"))/\(try ask.segment("file"))"
        return try site.files.response(path, to: ask.request)
    }

    /// Whether the server runs at all.
    func health(_ ask: Ask) async throws -> Response { Self.plain("ok\n") }

    /// Whether it can answer: it reads from the archive.
    func readiness(_ ask: Ask) async throws -> Response {
        do {
            _ = try await site.workbench.archive.taxonomy()
        } catch {
            throw WebProblem(.notReady)
        }
        return Self.plain("ready\n")
    }

    /// What the server counts of itself.
    func metrics(_ ask: Ask) async throws -> Response {
        let text = PrometheusText(
            site.metrics, process: .current(), openStreams: site.news.listenerCount)
        return Self.plain(text.text, type: PrometheusText.mediaType)
    }

    private static func plain(
        _ text: String, type: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(
            status: .ok, headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
