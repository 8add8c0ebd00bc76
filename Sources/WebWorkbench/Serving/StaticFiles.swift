import CallModel
import HTTPTypes
import Hummingbird

/// The files that pages load: built into the program, named after their content, so that a browser
/// may keep them for good and never shows an old one.
struct StaticFiles: Sendable {
    private struct File {
        var body: ByteBuffer
        var mediaType: String
    }

    private let files: [String: File]
    private let links: [String: String]

    /// The files built into the program.
    init() {
        self.init([
            ("earful.css", PackageResources.earful_css),
            ("earful.js", PackageResources.earful_js),
            ("earful.svg", PackageResources.earful_svg),
        ])
    }

    init(_ contents: [(name: String, bytes: [UInt8])]) {
        var files: [String: File] = [:]
        var links: [String: String] = [:]
        for (name, bytes) in contents {
            let hash = SHA256.words(of: bytes).prefix(2)
                .map { String($0, radix: 16) }.joined()
            let parts = name.split(separator: ".", maxSplits: 1)
            let hashed = "\(parts[0])-\(hash).\(parts[1])"
            files[hashed] = File(
                body: ByteBuffer(bytes: bytes), mediaType: Self.mediaType(String(parts[1])))
            links[name] = "/static/" + hashed
        }
        self.files = files
        self.links = links
    }

    /// The link to a file by its plain name; a name that is none stops the program at its start.
    func link(_ name: String) -> String {
        guard let link = links[name] else { preconditionFailure("\(name) is not built in") }
        return link
    }

    /// A file by its hashed name.
    func response(_ name: String) throws(WebProblem) -> Response {
        guard let file = files[name] else { throw WebProblem(.notFound) }
        return Response(
            status: .ok,
            headers: [
                .contentType: file.mediaType,
                .cacheControl: "public, max-age=31536000, immutable",
            ],
            body: ResponseBody(byteBuffer: file.body))
    }

    private static func mediaType(_ ending: String) -> String {
        switch ending {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: "application/octet-stream"
        }
    }
}
