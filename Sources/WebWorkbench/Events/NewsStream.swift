import AsyncAlgorithms
import Hummingbird
import ServiceLifecycle

/// The answer that goes on as long as a page is open.
enum NewsStream {
    /// How often something is sent where there is no news, so that a dead connection is noticed.
    static let pulse = Duration.seconds(15)

    /// News as server-sent events, until the page closes or the server ends.
    static func response(_ news: AsyncStream<News>) -> Response {
        let body = ResponseBody { writer in
            // What a browser does when the stream ends: it asks again after two seconds.
            try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
            let pulses = AsyncTimerSequence(interval: pulse, clock: .continuous)
            let parts = merge(news.map(\.text), pulses.map { _ in ":\n\n" })
            for await part in parts.cancelOnGracefulShutdown() {
                try await writer.write(ByteBuffer(string: part))
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"],
            body: body)
    }
}
