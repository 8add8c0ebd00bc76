import CallModel
import Foundation
import Testing

@testable import CallAudio

@Suite("The spool of decoded samples")
struct DecodeSpoolTests {
    private func append(_ samples: [Int16], to spool: DecodeSpool) throws {
        try samples.withUnsafeBufferPointer { try spool.append($0) }
    }

    private func read(_ spool: DecodeSpool, at sample: Int, count: Int) throws -> [Int16] {
        var buffer = [Int16](repeating: -1, count: count)
        let got = try buffer.withUnsafeMutableBufferPointer { try spool.read(at: sample, into: $0) }
        return Array(buffer.prefix(got))
    }

    @Test("goes on in the next folder where one is full or missing, and reads as one")
    func nextFolder() throws {
        let folder = try SampleFolder()
        let samples = SampleSounds.voice(frames: 5000)
        let spool = DecodeSpool(
            folders: [folder.path("missing"), folder.url.path, folder.url.path],
            pieceByteCount: 6001)
        for start in stride(from: 0, to: 5000, by: 700) {
            try append(Array(samples[start..<min(5000, start + 700)]), to: spool)
        }
        #expect(try read(spool, at: 0, count: 6000) == samples)
        for start in [1, 2999, 3000, 3001, 4999] {
            #expect(try read(spool, at: start, count: 900) == Array(samples[start...].prefix(900)))
        }
        #expect(try read(spool, at: 5000, count: 4) == [])
        // Its files have no names.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
    }

    @Test("says what to do where no folder has room, and keeps what it has")
    func noRoom() throws {
        let folder = try SampleFolder()
        let spool = DecodeSpool(folders: [folder.url.path], pieceByteCount: 2000)
        #expect { try append([Int16](repeating: 5, count: 1500), to: spool) } throws: {
            ($0 as? AudioError)?.kind == .noRoom
                && ($0 as? AudioError)?.sentence.contains("TMPDIR") == true
        }
        #expect(try read(spool, at: 0, count: 2000) == [Int16](repeating: 5, count: 1000))
    }
}
