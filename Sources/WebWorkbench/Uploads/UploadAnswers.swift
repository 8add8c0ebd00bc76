import CallWorkbench
import Foundation
import HTTPTypes
import Hummingbird

/// Recordings that somebody sends, a piece at a time.
///
/// `POST /api/v1/uploads` begins one or asks how much is there, `POST /api/v1/uploads/{upload}` with
/// `Upload-Offset` adds to it; after a lost connection the sender asks and goes on from there. The
/// manner is that of the tus protocol 1.0, without its negotiation.
struct UploadAnswers: Sendable {
    static let offset = HTTPField.Name("Upload-Offset")!

    let desk: UploadDesk

    /// How much of an upload is there, as JSON.
    private struct Document: Encodable {
        let offset: Int
        let length: Int
        let path: String?
    }

    private struct Begin: Decodable {
        let id: String
        let name: String
        let length: Int
    }

    /// Begins an upload, or goes on with it.
    func begin(_ ask: Ask) async throws -> Response {
        let begin: Begin = try await JSONBody.read(ask)
        let progress = try await desk.begin(begin.id, name: begin.name, length: begin.length)
        return try JSONBody.response(Self.document(progress), status: .created)
    }

    /// How much of an upload is there.
    func progress(_ ask: Ask) async throws -> Response {
        let progress = try await desk.progress(of: ask.segment("upload"))
        return try JSONBody.response(Self.document(progress))
    }

    /// Adds bytes; what came before a connection broke stays.
    func append(_ ask: Ask) async throws -> Response {
        let id = try ask.segment("upload")
        guard let start = ask.request.headers[Self.offset].flatMap(Int.init), start >= 0 else {
            throw WebProblem(.badRequest, "Say in Upload-Offset where the bytes belong.")
        }
        var progress = try await desk.progress(of: id)
        var position = start
        for try await buffer in ask.request.body {
            let count = buffer.readableBytes
            let bytes = buffer.readableBytesView
            progress = try await desk.append(id, at: position, Array(bytes))
            position += count
        }
        return try JSONBody.response(Self.document(progress))
    }

    private static func document(_ progress: UploadDesk.Progress) -> Document {
        Document(offset: progress.byteCount, length: progress.length, path: progress.path)
    }
}
