import CallAudio
import CallModel
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import Testing

@testable import WebWorkbench

@Suite("Sending sound")
struct SoundSenderTests {
    /// A sound of which the frames become ready as a test says; frame N holds N.
    private final class Slow: SeekableSound {
        let sampleRate = 8000
        let channelCount = 2
        let length: Int
        private let ready: Mutex<Int>

        init(frames: Int, ready: Int) {
            length = frames
            self.ready = Mutex(ready)
        }

        var frameCount: Int? { length }
        var readyFrameCount: Int { ready.withLock(\.self) }
        func decode(to frame: Int) { ready.withLock { $0 = frame } }

        func read(
            at frame: Int, into buffer: UnsafeMutableBufferPointer<Int16>
        ) throws(AudioError) -> Int {
            let count = max(0, min(readyFrameCount - frame, buffer.count / 2))
            for index in 0..<count {
                buffer[2 * index] = Int16(truncatingIfNeeded: frame + index)
                buffer[2 * index + 1] = Int16(truncatingIfNeeded: -(frame + index))
            }
            return count
        }
    }

    private func opened(_ sound: Slow) -> SoundShelf.Opened {
        let wave = WaveBytes(sound, frameCount: sound.length)
        return SoundShelf.Opened(
            wave: wave,
            subject: RangeAnswer.Subject(
                length: wave.byteCount, tag: "\"t\"", mediaType: "audio/wav"))
    }

    private func request(_ fields: HTTPFields = [:]) -> Request {
        Request(
            head: HTTPRequest(
                method: .get, scheme: "http", authority: "127.0.0.1", path: "/",
                headerFields: fields),
            body: RequestBody(buffer: ByteBuffer()))
    }

    private func body(of response: Response) async throws -> [UInt8] {
        let kept = KeptBytes()
        try await response.body.write(Keeper(kept: kept))
        return kept.all
    }

    private struct Keeper: ResponseBodyWriter {
        let kept: KeptBytes
        mutating func write(_ buffer: ByteBuffer) async throws {
            kept.append(Array(buffer.readableBytesView))
        }
        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    @Test("random ranges over several pieces are the bytes of the whole")
    func ranges() async throws {
        let opened = opened(Slow(frames: 100_000, ready: 100_000))
        let whole = try await body(of: SoundSender.response(to: request(), opened: opened))
        #expect(whole.count == 400_044)
        var random = SplitMix(seed: 4)
        for _ in 0..<50 {
            let first = Int.random(in: 0..<whole.count, using: &random)
            let last = Int.random(in: first..<whole.count, using: &random)
            let response = SoundSender.response(
                to: request([.range: "bytes=\(first)-\(last)"]), opened: opened)
            #expect(response.status == .partialContent)
            #expect(try await body(of: response) == Array(whole[first...last]))
        }
        let several = SoundSender.response(
            to: request([.range: "bytes=0-9,-10"]), opened: opened)
        let text = try await body(of: several)
        #expect(text.count == Int(try #require(several.headers[.contentLength])))
    }

    @Test("what is decoded is sent at once, and the rest when it is")
    func whileDecoding() async throws {
        let sound = Slow(frames: 50_000, ready: 1000)
        let response = SoundSender.response(to: request(), opened: opened(sound))
        #expect(response.headers[.contentLength] == "200044")
        let kept = KeptBytes()
        async let sending: Void = response.body.write(Keeper(kept: kept))
        while kept.all.count < 4044 { await Task.yield() }
        #expect(kept.all.count == 4044)
        sound.decode(to: 50_000)
        try await sending
        #expect(kept.all.count == 200_044)
    }

    @Test("a browser that goes away while sound is decoded is not waited for")
    func cancelled() async throws {
        let response = SoundSender.response(
            to: request(), opened: opened(Slow(frames: 50_000, ready: 0)))
        let sending = Task { try await body(of: response) }
        sending.cancel()
        await #expect(throws: CancellationError.self) { try await sending.value }
    }

    @Test("a tag names the bytes: other files, offsets or lengths have others")
    func tags() {
        func recording(_ hash: String, offset: Int = 0, frames: Int = 100) -> Recording {
            var file = RecordedFile(
                contentHash: ContentHash(hash), byteCount: 10, container: .wav, codec: .pcm16,
                sampleRate: 8000, channelCount: 1, frameCount: frames, headerFrameCount: frames)
            file.offset = CallTime(milliseconds: offset)
            return Recording(
                files: [file], sampleRate: 8000, frameCount: frames, layout: .mono, flaws: [])
        }
        let tags = [
            recording("a"), recording("b"), recording("a", offset: 10), recording("a", frames: 101),
        ].map { SoundShelf.subject(of: $0).tag }
        #expect(Set(tags).count == 4)
        #expect(SoundShelf.subject(of: recording("a")).tag == tags[0])
        #expect(SoundShelf.subject(of: recording("a")).length == 244)
    }
}
