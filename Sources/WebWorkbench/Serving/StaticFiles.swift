import CallModel
import HTTPTypes
import Hummingbird

/// The files that pages load: built into the program, named after their content, so that a browser
/// may keep them for good and never shows an old one; packed once, as the program starts.
struct StaticFiles: Sendable {
    private struct File {
        var body: ByteBuffer
        /// The same packed, where that is shorter.
        var packed: ByteBuffer?
        var mediaType: String
    }

    private let files: [String: File]
    private let links: [String: String]
    /// Links to the scripts that import one another.
    let modules: [String]

    /// The files built into the program.
    init() {
        self.init(
            [
                ("earful.css", PackageResources.earful_css),
                ("earful.js", PackageResources.earful_js),
                ("earful.svg", PackageResources.earful_svg),
                ("listen.css", PackageResources.listen_css),
            ], modules: Self.scripts)
    }

    /// Files that stand alone, each under a name of its own; and modules, which import one another by
    /// their plain names and so lie in one folder, named after all of them.
    init(
        _ contents: [(name: String, bytes: [UInt8])],
        modules: [(name: String, bytes: [UInt8])] = []
    ) {
        var files: [String: File] = [:]
        var links: [String: String] = [:]
        func add(_ name: String, at path: String, below root: String, _ bytes: [UInt8]) {
            let packed = Gzip.packed(bytes).flatMap { $0.count < bytes.count ? $0 : nil }
            files[path] = File(
                body: ByteBuffer(bytes: bytes), packed: packed.map { ByteBuffer(bytes: $0) },
                mediaType: Self.mediaType(String(name.split(separator: ".").last ?? "")))
            links[name] = "/\(root)/\(path)"
        }
        for (name, bytes) in contents {
            let parts = name.split(separator: ".", maxSplits: 1)
            add(name, at: "\(parts[0])-\(Self.hash(bytes)).\(parts[1])", below: "static", bytes)
        }
        let folder = Self.hash(modules.flatMap { Array($0.name.utf8) + $0.bytes })
        for (name, bytes) in modules { add(name, at: "\(folder)/\(name)", below: "modules", bytes) }
        self.files = files
        self.links = links
        self.modules = modules.compactMap { links[$0.name] }
    }

    /// The link to a file by its plain name; a name that is none stops the program at its start.
    func link(_ name: String) -> String {
        guard let link = links[name] else { preconditionFailure("\(name) is not built in") }
        return link
    }

    /// A file by its hashed path, packed for whoever takes that.
    func response(_ path: String, to request: Request) throws(WebProblem) -> Response {
        guard let file = files[path] else { throw WebProblem(.notFound) }
        var headers: HTTPFields = [
            .contentType: file.mediaType, .vary: "Accept-Encoding",
            .cacheControl: "public, max-age=31536000, immutable",
        ]
        guard let packed = file.packed, Self.takesGzip(request) else {
            return Response(
                status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.body))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: packed))
    }

    /// Whether a request lists gzip among the encodings it takes, and not with a weight of 0.
    private static func takesGzip(_ request: Request) -> Bool {
        (request.headers[.acceptEncoding] ?? "").split(separator: ",").contains { element in
            let parts = element.split(separator: ";").map { $0.filter { $0 != " " } }
            return parts.first?.lowercased() == "gzip"
                && !parts.dropFirst().contains {
                    $0.hasPrefix("q=0") && Double($0.dropFirst(2)) == 0
                }
        }
    }

    private static func hash(_ bytes: [UInt8]) -> String {
        SHA256.words(of: bytes).prefix(2).map { String($0, radix: 16) }.joined()
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
