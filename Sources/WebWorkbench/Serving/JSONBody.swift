import Foundation
import HTTPTypes
import Hummingbird
import NIOFoundationCompat

/// JSON that comes in the body of a request, and that goes out in the body of an answer.
enum JSONBody {
    /// The largest body that is read, in bytes: a note of four thousand characters of any script
    /// fits.
    static let most = 64 * 1024

    /// The value that a body holds; throws ``WebProblem``.
    static func read<Value: Decodable>(_ ask: Ask) async throws -> Value {
        let body: ByteBuffer
        do {
            body = try await ask.request.body.collect(upTo: most)
        } catch {
            throw WebProblem(.tooLarge)
        }
        do {
            return try JSONDecoder().decode(Value.self, from: Data(body.readableBytesView))
        } catch {
            throw WebProblem(.badRequest, "The body is not what this address takes.")
        }
    }

    /// A value as an answer; dates as ISO 8601.
    static func response(
        _ value: some Encodable, status: HTTPResponse.Status = .ok,
        type: String = "application/json"
    ) throws -> Response {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = .withoutEscapingSlashes
        return Response(
            status: status, headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(value))))
    }
}
