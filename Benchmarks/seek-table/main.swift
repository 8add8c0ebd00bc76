import CallAudio
import CallModel
import Foundation

// Opens one recording twice, as a player does, and prints how soon it can be heard, as one JSON
// object: at the first opening, where a copy may have to be made, and at the next.
//
// usage: seek-table FILE CACHE-FOLDER

/// Milliseconds since the process began to measure.
func milliseconds(since start: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - start) / .milliseconds(1)
}

/// One opening: how long until the first second is there, and the one after nine tenths.
struct Opening: Codable {
    var isDirect = true
    var firstSecond = 0.0
    var farSeek = 0.0
    var copyFinished: Double?

    init(_ path: String, copies: CopyCache, recording: Recording) async throws {
        let start = ContinuousClock.now
        let sound = try CallSound(CallSource(path: path), recording: recording, copies: copies)
        isDirect = sound.isDirect
        try Self.wait(for: 0, in: sound)
        firstSecond = milliseconds(since: start)
        let wanted = ContinuousClock.now
        try Self.wait(for: recording.frameCount / 10 * 9, in: sound)
        farSeek = milliseconds(since: wanted)
        if try await sound.finishedCopy() != nil { copyFinished = milliseconds(since: start) }
    }

    private static func wait(for frame: Int, in sound: CallSound) throws {
        let length = min(sound.sampleRate, sound.frameCount.map { $0 - frame } ?? .max)
        var second = [Int16](repeating: 0, count: length * sound.channelCount)
        while try second.withUnsafeMutableBufferPointer({ try sound.read(at: frame, into: $0) })
            < length
        {
            usleep(200)
        }
    }
}

/// Keeps the samples of some stretches of a sequential decode.
struct Stretches: SampleConsumer {
    static let length = 2000
    let starts: [Int]
    private(set) var samples: [[Int16]]
    private var position = 0

    init(starts: [Int]) {
        self.starts = starts
        samples = starts.map { _ in [] }
    }

    mutating func consume(_ block: SampleBlock) {
        for (index, start) in starts.enumerated() {
            let first = max(start, position)
            let end = min(start + Self.length, position + block.frameCount)
            guard first < end else { continue }
            let channels = block.channelCount
            samples[index] +=
                block.samples[
                    ((first - position) * channels)..<((end - position) * channels)]
        }
        position += block.frameCount
    }
}

/// Whether stretches of a sound, read in any order, are those of the sequential decode.
func isExact(_ path: String, copies: CopyCache, recording: Recording) async throws -> Bool {
    var chance = SystemRandomNumberGenerator()
    let last = max(1, recording.frameCount - 1)
    var stretches = Stretches(
        starts: [0, last] + (0..<200).map { _ in Int.random(in: 0..<last, using: &chance) })
    _ = try CallDecoder(CallSource(path: path)).decode(into: &stretches)
    let sound = try CallSound(CallSource(path: path), recording: recording, copies: copies)
    try await sound.whenReady()
    var buffer = [Int16](repeating: 0, count: Stretches.length * sound.channelCount)
    for (start, wanted) in zip(stretches.starts, stretches.samples).shuffled(using: &chance) {
        let got = try buffer.withUnsafeMutableBufferPointer { try sound.read(at: start, into: $0) }
        guard buffer.prefix(got * sound.channelCount).elementsEqual(wanted) else { return false }
    }
    return true
}

struct Row: Codable {
    let minutes: Double
    let isExact: Bool
    let first: Opening
    let next: Opening
}

let (path, folder) = (CommandLine.arguments[1], CommandLine.arguments[2])
let copies = CopyCache(folder: folder, capacityMiB: 4096)
var nothing = NoConsumer()
let recording = try CallDecoder(CallSource(path: path)).decode(into: &nothing).recording
let first = try await Opening(path, copies: copies, recording: recording)
let next = try await Opening(path, copies: copies, recording: recording)
let row = Row(
    minutes: recording.seconds / 60,
    isExact: try await isExact(path, copies: copies, recording: recording), first: first, next: next
)
print(String(decoding: try JSONEncoder().encode(row), as: UTF8.self))
