import CallModel
import CallReports

/// Something that open pages want to know.
enum News: Sendable, Hashable {
    /// Something was said of a call in a sitting, which has so many events now.
    case tagged(call: CallID, in: SessionID, version: Int)
    /// More is known of a call, or its sides were exchanged.
    case changed(call: CallID)
    /// An ingest goes on: files dealt with, of how many, and whether it is over.
    case ingest(done: Int, total: Int, isOver: Bool)
    /// What a digest would say may be different now.
    case digest

    /// The name that pages listen for.
    var name: String {
        switch self {
        case .tagged: "tagged"
        case .changed: "changed"
        case .ingest: "ingest"
        case .digest: "digest"
        }
    }

    /// One server-sent event (WHATWG HTML, "Server-sent events").
    var text: String { "event: \(name)\ndata: \(data.text())\n\n" }

    private var data: JSONText {
        switch self {
        case .tagged(let call, let session, let version):
            .object([
                .init("call", .string(call.rawValue)),
                .init("session", .string(session.rawValue)), .init("version", .integer(version)),
            ])
        case .changed(let call): .object([.init("call", .string(call.rawValue))])
        case .ingest(let done, let total, let isOver):
            .object([
                .init("done", .integer(done)), .init("total", .integer(total)),
                .init("isOver", .bool(isOver)),
            ])
        case .digest: .object([])
        }
    }
}
