import CallModel
import HTTPTypes
import Hummingbird

/// Puts pages together and sends them.
struct PageWriter: Sendable {
    let templates: Templates
    let files: StaticFiles
    let words: WebWords

    /// The frame of a page; `place` is where it stands in the navigation.
    func frame(
        title: String, place: Place? = nil, visitor: Visitor?, style: String = "",
        isLive: Bool = true
    ) -> Frame {
        Frame(
            words: words.frame, title: title, stylesheet: files.link("earful.css"),
            script: files.link("earful.js"), clipScript: files.link("clips.js"),
            uploadScript: files.link("upload.js"), upload: words.uploads,
            icon: files.link("earful.svg"),
            links: visitor == nil
                ? []
                : Place.allCases.map { other in
                    Frame.Link(
                        label: words.frame.places[other] ?? other.rawValue, path: other.path,
                        isCurrent: other == place, isMain: other.isMain)
                },
            listener: visitor.map { SafeName.shown($0.listener.rawValue) },
            formToken: visitor?.formToken.text, style: style, isLive: isLive && visitor != nil)
    }

    /// A page as an answer.
    func response(
        _ name: TemplateName, _ page: some Sendable, status: HTTPResponse.Status = .ok
    ) -> Response {
        Self.html(templates.html(name, page), status: status)
    }

    /// HTML as an answer.
    static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// Leads the browser on after a change, so that loading the page again repeats nothing.
    static func redirect(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }
}
