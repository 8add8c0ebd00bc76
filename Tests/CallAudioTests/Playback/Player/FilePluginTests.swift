import CallModel
import Foundation
import Testing

@testable import CallAudio

/// ALSA itself, by its plugin that writes what a device gets into a file and then throws it away.
@Suite("Through ALSA's file plugin")
struct FilePluginTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "earful-playing-\(UUID().uuidString)")

    /// Plays on a device of its own; returns what the device got.
    private func captured(
        _ sound: MemorySound, layout: ChannelLayout = .mono, plan: PlaybackPlan = .none,
        _ play: (CallPlayer) throws -> Void
    ) throws -> [Int16] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "played.raw")
        let player = try CallPlayer(
            sound: sound, layout: layout, plan: plan, device: "file:FILE=\(file.path()),FORMAT=raw")
        try play(player)
        for _ in 0..<10_000 where player.status.isPlaying { Thread.sleep(forTimeInterval: 0.001) }
        #expect(player.status.failure == nil)
        player.close()
        let data = try Data(contentsOf: file)
        return data.withUnsafeBytes { Array($0.bindMemory(to: Int16.self)) }
    }

    @Test("what comes out is the decode bit for bit", arguments: [1, 2])
    func bitExact(channels: Int) throws {
        let samples = MemorySound.noise(seconds: 5, channels: channels)
        let played = try captured(
            MemorySound(samples, channels: channels),
            layout: channels == 2 ? .agentFirst : .mono
        ) { $0.play() }
        #expect(played == samples)
    }

    @Test("a seek lands on the very frame, and a region ends on its own")
    func exactSeek() throws {
        let samples = MemorySound.noise(seconds: 5)
        let sought = try captured(MemorySound(samples)) { player in
            player.seek(to: CallTime(milliseconds: 2345))
            player.play()
        }
        #expect(sought == Array(samples[18_760...]))
        let region = try captured(MemorySound(samples)) { $0.playRegion(try .of(1000, 1125)) }
        #expect(region[32...] == samples[8032..<9000])
    }

    @Test("at 2x it is half as long")
    func doubleSpeed() throws {
        let played = try captured(MemorySound(SpokenSound.voice(seconds: 10))) { player in
            player.setSpeed(2)
            player.play()
        }
        #expect(abs(Double(played.count) / 40_000 - 1) < 0.01, "\(played.count)")
    }
}
