import CallModel
import Foundation

@testable import CallAudio

/// A folder with recordings of a codec that cannot be sought, and a cache beside them.
final class CopyFixture {
    let folder: SampleFolder
    let cache: CopyCache

    init(capacity: Int = 64 << 20) throws {
        folder = try SampleFolder()
        cache = CopyCache(folder: folder.path("cache"), capacity: capacity)
    }

    /// A GSM recording; another seed, another recording.
    func recording(seed: UInt64 = 1, frames: Int = 20_000, times: Int = 1) throws -> CallSource {
        CallSource(
            path: try folder.rawGSM(
                "call-\(seed)-\(times)", frames: frames, times: times, seed: seed))
    }

    /// A sound of it whose copy is made or found.
    func finished(_ source: CallSource) async throws -> (sound: CallSound, copy: PlayableCopy) {
        let sound = try CallSound(source, copies: cache)
        guard let copy = try await sound.finishedCopy() else {
            throw SampleError(words: "no copy was made")
        }
        return (sound, copy)
    }

    /// The identity of the copy of a source.
    func identity(_ source: CallSource) throws -> CopyIdentity {
        try CopyOrder(source, stream: SideBySide(source)).resolved().identity
    }

    /// The names in the cache's folder.
    var names: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: cache.folder).sorted()) ?? []
    }

    func path(_ name: String) -> String { "\(cache.folder)/\(name)" }

    /// Makes a copy look as if it had last been used so long ago.
    func age(_ copy: String, seconds: Double) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: copy)
    }

    func permissions(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? -1
    }
}

/// A lock on a file, as another process would hold it.
final class ForeignLock {
    private let descriptor: Int32

    init(path: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw SampleError(words: "the lock is taken")
        }
    }

    deinit { close(descriptor) }
}
