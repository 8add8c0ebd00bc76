import CallAudio
import Hummingbird
import NIOCore

/// Sends the bytes of a sound as they become ready, in pieces, as fast as the browser takes them.
///
/// Served is a WAV file that exists nowhere, in every state of the call: its length is known from the
/// archive before a copy has begun, each byte range is a range of frames by arithmetic, the frames are
/// those that the waveform was drawn from, and Chromium seeks in WAV to the sample; a FLAC copy would
/// be half as long, and seekable only once it is whole.
enum SoundSender {
    /// Bytes of one piece: memory for each listener stays at this.
    static let pieceByteCount = 128 * 1024
    /// How long a piece that is still being decoded is waited for.
    static let patience = Duration.seconds(30)
    private static let pause = Duration.milliseconds(5)

    /// The answer to a request for the sound of a call.
    static func response(to request: Request, opened: SoundShelf.Opened) -> Response {
        let answer = RangeAnswer(
            opened.subject, method: request.method, fields: request.headers,
            boundary: boundary())
        var headers = answer.headers
        // Personal data: the browser may keep what it plays, and asks before it uses it again.
        headers[.cacheControl] = "private, no-cache"
        let length = headers[.contentLength].flatMap(Int.init)
        guard !answer.pieces.isEmpty else {
            return Response(
                status: answer.status, headers: headers,
                body: ResponseBody(contentLength: length ?? 0) { try await $0.finish(nil) })
        }
        let wave = opened.wave
        let body = ResponseBody(contentLength: length) { writer in
            for piece in answer.pieces {
                switch piece {
                case .text(let text): try await writer.write(ByteBuffer(string: text))
                case .bytes(let range):
                    var position = range.lowerBound
                    while position < range.upperBound {
                        let part = try await bytes(of: wave, position..<range.upperBound)
                        position += part.readableBytes
                        try await writer.write(part)
                    }
                }
            }
            try await writer.finish(nil)
        }
        return Response(status: answer.status, headers: headers, body: body)
    }

    /// The first bytes of a range, as soon as any can be read: one piece at most.
    private static func bytes(of wave: WaveBytes, _ range: Range<Int>) async throws -> ByteBuffer {
        let wanted = min(pieceByteCount, range.count)
        while true {
            // Asked before the read: what is decoded between the two must not look like a stall.
            let wasReady = wave.readyByteCount > range.lowerBound
            var buffer = ByteBufferAllocator().buffer(capacity: wanted)
            let got = try buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: wanted) {
                space in
                try wave.read(
                    at: range.lowerBound,
                    into: UnsafeMutableRawBufferPointer(rebasing: space[..<wanted]))
            }
            if got > 0 { return buffer }
            guard !wasReady else { throw SoundStalled(position: range.lowerBound) }
            try await waitForMore(of: wave, at: range.lowerBound)
        }
    }

    /// Returns when the byte at a position can be read; throws ``SoundStalled`` where that takes too
    /// long, which breaks the connection off: the browser asks again from where it stopped.
    private static func waitForMore(of wave: WaveBytes, at position: Int) async throws {
        let deadline = ContinuousClock.now + patience
        while wave.readyByteCount <= position {
            guard ContinuousClock.now < deadline else { throw SoundStalled(position: position) }
            try await Task.sleep(for: pause)
        }
    }

    private static func boundary() -> String {
        let numbers = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }
        return "earful-" + numbers.joined(separator: "-")
    }
}

/// Sound that was promised does not come.
struct SoundStalled: Error, CustomStringConvertible {
    let position: Int

    var description: String { "The sound was not decoded up to byte \(position) in time." }
}
