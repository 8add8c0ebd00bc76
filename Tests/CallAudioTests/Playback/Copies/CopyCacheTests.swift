import CallModel
import Foundation
import Testing

@testable import CallAudio

@Suite("The cache of playable copies")
struct CopyCacheTests {
    @Test("is written by one maker at a time, however many ask at once")
    func manyAtOnce() async throws {
        let fixture = try CopyFixture()
        let source = try fixture.recording(times: 4)
        let samples = try decode(source).samples
        let cache = fixture.cache
        try await withThrowingTaskGroup(of: String?.self) { group in
            for seed in 0..<6 as Range<UInt64> {
                group.addTask {
                    let sound = try CallSound(source, copies: cache)
                    let path = try await sound.finishedCopy()?.path
                    try SoundProbe(sound, samples).checkSeeks(seed: seed, count: 10)
                    return path
                }
            }
            var paths: Set<String?> = []
            for try await path in group { paths.insert(path) }
            #expect(paths.count == 1 && !paths.contains(nil))
        }
        #expect(fixture.names.count == 1)
        #expect(try decode(fixture.path(fixture.names[0])).samples == samples)
    }

    @Test("gives what another process made meanwhile, and makes no second one")
    func foreignMaker() async throws {
        let (fixture, other) = (try CopyFixture(), try CopyFixture())
        let source = try fixture.recording()
        let made = try await other.finished(source).copy.path
        try FileManager.default.createDirectory(
            atPath: fixture.cache.folder, withIntermediateDirectories: false)
        let partial = fixture.path(CopyName.partial(try fixture.identity(source)))
        var lock: ForeignLock? = try ForeignLock(path: partial)
        let sound = try CallSound(source, copies: fixture.cache)
        // Nobody has to wait for it to hear the call.
        try await sound.whenReady()
        let name = URL(filePath: made).lastPathComponent
        try FileManager.default.copyItem(atPath: made, toPath: partial + ".theirs")
        try FileManager.default.moveItem(atPath: partial + ".theirs", toPath: fixture.path(name))
        let copy = try #require(try await sound.finishedCopy())
        #expect(copy.path == fixture.path(name))
        lock = nil
        withExtendedLifetime(lock) {}
        _ = try await fixture.finished(fixture.recording(seed: 2))
        #expect(fixture.names.count == 2)
    }

    @Test("makes the copy itself where another process died over it, and removes what that left")
    func killedMaker() async throws {
        let fixture = try CopyFixture()
        let source = try fixture.recording()
        try FileManager.default.createDirectory(
            atPath: fixture.cache.folder, withIntermediateDirectories: false)
        let leftovers = [
            CopyName.partial(try fixture.identity(source)),
            CopyName.partial(try fixture.identity(fixture.recording(seed: 2))), "spool-1f",
        ]
        for name in leftovers {
            try Data("rubbish".utf8).write(to: URL(filePath: fixture.path(name)))
        }
        try Data("mine".utf8).write(to: URL(filePath: fixture.path("notes.txt")))
        let (_, copy) = try await fixture.finished(source)
        #expect(try decode(copy.path).samples == decode(source).samples)
        #expect(
            fixture.names == [URL(filePath: copy.path).lastPathComponent, "notes.txt"].sorted())
    }

    @Test(
        "never plays a copy that is not what was written, and makes it again",
        arguments: ["changed", "cut off", "emptied"])
    func damaged(_ how: String) async throws {
        let fixture = try CopyFixture()
        let source = try fixture.recording()
        let samples = try decode(source).samples
        let path = try await fixture.finished(source).copy.path
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        switch how {
        case "changed": bytes[bytes.count / 2] ^= 4
        case "cut off": bytes.removeLast(1000)
        default: bytes = []
        }
        try Data(bytes).write(to: URL(filePath: path))
        let (sound, copy) = try await fixture.finished(source)
        #expect(try decode(copy.path).samples == samples)
        #expect(fixture.names.count == 1)
        try SoundProbe(sound, samples).checkSeeks(seed: 6)
    }

    @Test("throws out what was used longest ago, and never what is in use, until all fits")
    func eviction() async throws {
        let measure = try CopyFixture()
        let size = try await measure.finished(measure.recording()).copy.byteCount
        let fixture = try CopyFixture(capacity: size * 7 / 2)
        var paths: [String] = []
        for seed in 1...3 as ClosedRange<UInt64> {
            paths.append(try await fixture.finished(fixture.recording(seed: seed)).copy.path)
            try fixture.age(paths.last!, seconds: 1000 - 10 * Double(seed))
        }
        #expect(fixture.cache.byteCount > size * 5 / 2)
        // The first is used again: now the second is the one used longest ago.
        _ = try await fixture.finished(fixture.recording(seed: 1))
        paths.append(try await fixture.finished(fixture.recording(seed: 4)).copy.path)
        let kept = Set(fixture.names.map(fixture.path))
        #expect(kept == [paths[0], paths[2], paths[3]])
        #expect(fixture.cache.byteCount <= fixture.cache.capacity)
        // The third is next, but somebody listens to it.
        try fixture.age(paths[0], seconds: 500)
        let inUse = try await fixture.finished(fixture.recording(seed: 3)).copy
        try fixture.age(paths[2], seconds: 2000)
        paths.append(try await fixture.finished(fixture.recording(seed: 5)).copy.path)
        #expect(Set(fixture.names.map(fixture.path)) == [paths[2], paths[3], paths[4]])
        withExtendedLifetime(inUse) {}
    }

    @Test("does not keep a copy that is larger than itself, and the call is heard all the same")
    func tooLarge() async throws {
        let fixture = try CopyFixture(capacity: 5000)
        let source = try fixture.recording()
        let sound = try CallSound(source, copies: fixture.cache)
        await #expect { _ = try await sound.finishedCopy() } throws: {
            ($0 as? AudioError)?.kind == .noRoom
        }
        #expect(fixture.names == [])
        try SoundProbe(sound, decode(source).samples).checkSeeks(seed: 7)
    }

    @Test("that cannot be written to says so, and the call is heard all the same")
    func unwritable() async throws {
        let fixture = try CopyFixture()
        let source = try fixture.recording()
        let blocked = CopyCache(
            folder: try fixture.folder.file("file", [1]) + "/cache", capacityMiB: 8)
        let sound = try CallSound(source, copies: blocked)
        await #expect { _ = try await sound.finishedCopy() } throws: {
            ($0 as? AudioError)?.kind == .noRoom
        }
        try SoundProbe(sound, decode(source).samples).checkSeeks(seed: 8)
        let nowhere = try CallSound(source)
        #expect(try await nowhere.finishedCopy() == nil)
        try SoundProbe(nowhere, decode(source).samples).checkSeeks(seed: 9)
    }

    @Test("forgets the copies of recordings that are gone, and of no others")
    func removing() async throws {
        let fixture = try CopyFixture()
        let alone = try fixture.recording(seed: 1)
        let first = AudioSource(path: try fixture.recording(seed: 2).path)
        let second = AudioSource(path: try fixture.recording(seed: 3).path)
        let pair = CallSource.sides(agent: first, customer: second)
        func hashes(_ source: CallSource) throws -> [String] {
            try fixture.identity(source).hashes.map(CopyIdentity.part)
        }
        let kept = try await fixture.finished(alone).copy.path
        _ = try await fixture.finished(pair)
        try Data("half".utf8).write(
            to: URL(filePath: fixture.path(CopyName.partial(fixture.identity(pair)))))
        try Data("mine".utf8).write(to: URL(filePath: fixture.path("notes.txt")))
        #expect(fixture.cache.sources == Set(try (hashes(alone) + hashes(pair))))
        fixture.cache.remove(copiesOf: [try hashes(pair)[1]])
        #expect(Set(fixture.names.map(fixture.path)) == [kept, fixture.path("notes.txt")])
    }
}
