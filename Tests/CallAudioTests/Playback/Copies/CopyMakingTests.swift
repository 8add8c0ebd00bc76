import CSndFile
import CallModel
import Foundation
import Testing

@testable import CallAudio

@Suite("Making a playable copy")
struct CopyMakingTests {
    @Test("gives a FLAC file that holds the decode, and only its owner can read")
    func lossless() async throws {
        let fixture = try CopyFixture()
        let source = try fixture.recording()
        let (call, samples) = try decode(source)
        let (sound, copy) = try await fixture.finished(source)
        #expect(!sound.isDirect)
        let (copied, copiedSamples) = try decode(copy.path)
        #expect(copied.recording.files[0].codec == .flac)
        #expect(copiedSamples == samples)
        #expect(copied.recording.frameCount == call.recording.frameCount)
        #expect(copy.layout == .mono)
        #expect(copy.byteCount == copied.recording.files[0].byteCount)
        #expect(try fixture.permissions(copy.path) == 0o600)
        #expect(try fixture.permissions(fixture.cache.folder) == 0o700)
        #expect(fixture.names.count == 1)
        // What is read now comes from the copy.
        try SoundProbe(sound, samples).checkSeeks(seed: 1)
    }

    @Test("happens once: the next opening finds it, whole and at once")
    func found() async throws {
        let fixture = try CopyFixture()
        let source = try fixture.recording()
        let first = try await fixture.finished(source).copy.path
        try fixture.age(first, seconds: 1000)
        let before = try fixture.folder.bytes("cache/\(fixture.names[0])")
        let (sound, copy) = try await fixture.finished(source)
        #expect(copy.path == first)
        #expect(fixture.names.count == 1)
        #expect(try fixture.folder.bytes("cache/\(fixture.names[0])") == before)
        #expect(sound.progress == 1)
        let used = try FileManager.default.attributesOfItem(atPath: copy.path)[.modificationDate]
        #expect((used as? Date).map { -$0.timeIntervalSinceNow < 500 } == true)
        try SoundProbe(sound, decode(source).samples).checkSeeks(seed: 2)
    }

    @Test("lets be read what is decoded, before the rest is")
    func readWhileMaking() async throws {
        let fixture = try CopyFixture()
        let source = try fixture.recording(times: 40)
        let samples = try decode(source).samples
        let sound = try CallSound(source, copies: fixture.cache)
        let probe = SoundProbe(sound, samples)
        var seen: [Int] = []
        var lastProgress = 0.0
        while sound.frameCount == nil {
            let ready = sound.readyFrameCount
            #expect(sound.progress >= lastProgress)
            lastProgress = sound.progress
            guard ready > 0, ready != seen.last else { continue }
            seen.append(ready)
            #expect(try probe.read(ready - 1, 1) == [samples[ready - 1]])
            #expect(try probe.read(0, 100) == Array(samples[..<100]))
        }
        #expect(!seen.isEmpty)
        try await sound.whenReady()
        #expect(sound.readyFrameCount == samples.count)
        try probe.checkSeeks(seed: 3)
    }

    @Test("is known to be as long as the whole decode found, from the first instant on")
    func lengthFromRecording() async throws {
        let fixture = try CopyFixture()
        let source = try fixture.recording()
        let recording = try decode(source).call.recording
        let sound = try CallSound(source, recording: recording, copies: fixture.cache)
        #expect(sound.frameCount == recording.frameCount)
        try await sound.whenReady()
        #expect(sound.frameCount == recording.frameCount)
    }

    @Test("can be cancelled: what is ready stays so, and nothing is left in the cache")
    func cancelling() async throws {
        let fixture = try CopyFixture()
        let source = try fixture.recording(times: 40)
        let samples = try decode(source).samples
        // While another holds the copy ours is decoded, and never finished.
        try FileManager.default.createDirectory(
            atPath: fixture.cache.folder, withIntermediateDirectories: false)
        let lock = try ForeignLock(
            path: fixture.path(CopyName.partial(fixture.identity(source))))
        let sound = try CallSound(source, copies: fixture.cache)
        try await sound.whenReady()
        sound.cancel()
        await #expect(throws: CancellationError.self) { _ = try await sound.finishedCopy() }
        try SoundProbe(sound, samples).checkSeeks(seed: 4)
        withExtendedLifetime(lock) {}
        #expect(fixture.names.allSatisfy(CopyName.isPartial))
    }

    @Test("stops when the sound is let go", .timeLimit(.minutes(1)))
    func lettingGo() async throws {
        let fixture = try CopyFixture()
        let source = try fixture.recording(times: 40)
        try FileManager.default.createDirectory(
            atPath: fixture.cache.folder, withIntermediateDirectories: false)
        let lock = try ForeignLock(
            path: fixture.path(CopyName.partial(fixture.identity(source))))
        weak var maker: CopyMaker?
        do {
            let sound = try CallSound(source, copies: fixture.cache)
            if case .copied(let made) = sound.backing { maker = made }
            try await sound.whenReady()
            #expect(maker != nil)
        }
        // It would wait for the lock for ever.
        while maker != nil { try await Task.sleep(for: .milliseconds(5)) }
        withExtendedLifetime(lock) {}
    }

    @Test("gives up waiting for a copy when the waiting task is cancelled")
    func waitingTask() async throws {
        let fixture = try CopyFixture()
        let source = try fixture.recording()
        try FileManager.default.createDirectory(
            atPath: fixture.cache.folder, withIntermediateDirectories: false)
        let lock = try ForeignLock(
            path: fixture.path(CopyName.partial(fixture.identity(source))))
        let sound = try CallSound(source, copies: fixture.cache)
        let task = Task { _ = try await sound.finishedCopy() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        withExtendedLifetime(lock) {}
    }

    @Test("is refused for a file that has changed since it was taken in")
    func changed() async throws {
        let fixture = try CopyFixture()
        let source = try fixture.recording()
        var recording = try decode(source).call.recording
        recording.files[0].contentHash = ContentHash(String(repeating: "a", count: 64))
        let sound = try CallSound(source, recording: recording, copies: fixture.cache)
        await #expect { try await sound.whenReady() } throws: {
            ($0 as? AudioError)?.kind == .changed
        }
        #expect { _ = try SoundProbe(sound, []).read(0, 1) } throws: {
            ($0 as? AudioError)?.kind == .changed
        }
        #expect(fixture.names == [])
        recording.files[0].byteCount += 1
        #expect { _ = try CallSound(source, recording: recording) } throws: {
            ($0 as? AudioError)?.kind == .changed
        }
    }

    @Test("is made of every recording for who cannot play the recording itself")
    func always() async throws {
        let fixture = try CopyFixture()
        let samples = SampleSounds.voice(frames: 9000, channels: 2)
        let source = CallSource(
            path: try fixture.folder.file(
                "plain",
                fixture.folder.written(
                    samples, format: SF_FORMAT_AIFF | SF_FORMAT_PCM_16, channels: 2)
            ),
            layout: .customerFirst)
        let sound = try CallSound(source, copies: fixture.cache, copying: .always)
        let copy = try #require(try await sound.finishedCopy())
        #expect(copy.layout == .customerFirst)
        #expect(try decode(copy.path).samples == samples)
        let direct = try CallSound(source, copies: fixture.cache)
        #expect(direct.isDirect && direct.progress == 1)
        #expect(try await direct.finishedCopy() == nil)
    }

    @Test("of two files is shared by both orders of the sides, and each gets its own order back")
    func swappedSides() async throws {
        let fixture = try CopyFixture()
        func side(_ seed: UInt64, lead: Int) throws -> AudioSource {
            AudioSource(
                path: try fixture.folder.rawGSM("side-\(seed)", frames: 12_000, seed: seed),
                offset: CallTime(milliseconds: lead))
        }
        let (one, two) = (try side(1, lead: 0), try side(2, lead: 333))
        for source in [
            CallSource.sides(agent: one, customer: two), .sides(agent: two, customer: one),
        ] {
            let samples = try decode(source).samples
            let (sound, copy) = try await fixture.finished(source)
            #expect(sound.layout == .agentFirst)
            try SoundProbe(sound, samples).checkSeeks(seed: 5)
            let copied = try decode(.file(AudioSource(path: copy.path), layout: copy.layout))
                .samples
            let agent = try #require(copy.layout.channel(of: .agent))
            #expect(
                stride(from: agent, to: copied.count, by: 2).map { copied[$0] }
                    == stride(from: 0, to: samples.count, by: 2).map { samples[$0] })
        }
        #expect(fixture.names.count == 1)
    }

    @Test("is not possible where no folder has room, and the call is heard by decoding it again")
    func noRoom() async throws {
        let fixture = try CopyFixture()
        let source = try fixture.recording()
        let maker = CopyMaker(
            try CopyOrder(source, stream: SideBySide(source)), recording: nil,
            copies: fixture.cache,
            spool: DecodeSpool(folders: [fixture.folder.url.path], pieceByteCount: 30_000))
        try await maker.whenReady()
        try SoundProbe(maker, decode(source).samples).checkSeeks(seed: 10)
        await #expect { _ = try await maker.finishedCopy() } throws: {
            ($0 as? AudioError)?.kind == .noRoom
        }
        #expect(fixture.names == [])
    }

    @Test("of an empty recording is no file, and there is nothing to read")
    func empty() async throws {
        let fixture = try CopyFixture()
        let path = try fixture.folder.file(
            "empty", try fixture.folder.written([], format: SF_FORMAT_OGG | SF_FORMAT_VORBIS))
        let sound = try CallSound(CallSource(path: path), copies: fixture.cache)
        #expect(try await sound.finishedCopy() == nil)
        #expect(sound.frameCount == 0)
        #expect(try SoundProbe(sound, []).read(0, 10) == [])
        #expect(fixture.names == [])
    }
}
