import Foundation
import Testing

/// Plays through ALSA's `file` plugin, which writes what a device gets into a file, in front of
/// devices that refuse what their like refuses.
@Suite("Playing from the command line")
struct PlayTests {
    /// A call in which the agent speaks, nobody does for eight seconds, and the customer speaks.
    private func talk() -> [Int16] {
        (0..<128_000).flatMap { frame -> [Int16] in
            let time = Double(frame) / 8000
            let voice = (1...10).reduce(0.0) { $0 + sin(2 * .pi * 130 * time * Double($1)) / 4 }
            let syllable = max(0, sin(2 * .pi * 3 * time))
            let sample = Int16(6000 * voice * syllable)
            return [time < 4 ? sample : 0, time >= 12 ? sample : 0]
        }
    }

    @Test("as it was recorded, the device gets the decode bit for bit and the command ends with 0")
    func bitExact() throws {
        let room = try PlayRoom()
        let samples = PlayRoom.noise(32_000)
        let file = try room.record(samples, channels: 2)
        let result = try room.play(file, "--device", "capture", "--no-level")
        #expect(result.status == 0, "\(result.errors)")
        // No terminal, no line about it.
        #expect(result.errors == "")
        #expect(result.output == "")
        #expect(try room.played() == samples)
    }

    @Test("it begins where it is told, on the very frame")
    func from() throws {
        let room = try PlayRoom()
        let samples = PlayRoom.noise(32_000)
        let file = try room.record(samples, channels: 2)
        try #expect(
            room.play(file, "--device", "capture", "--no-level", "--from", "0:01.5").status == 0)
        #expect(try room.played() == Array(samples[24_000...]))
    }

    @Test("one side alone, the silence gone, twice as fast")
    func manner() throws {
        let room = try PlayRoom()
        let samples = talk()
        let file = try room.record(samples, channels: 2)
        try #expect(
            room.play(file, "--device", "capture", "--no-level", "--side", "agent").status == 0)
        let agent = (0..<128_000).flatMap { [samples[2 * $0], samples[2 * $0]] }
        #expect(try room.played() == agent)

        try #expect(room.play(file, "--device", "capture", "--no-level", "--skip").status == 0)
        let kept = Double(try room.played().count / 2) / 8000
        // Both speak for four seconds, and 0.3 s of silence stay at each end of the gap, the detector
        // keeping a little more.
        #expect((8.4...9.8).contains(kept), "\(kept) s")

        try #expect(
            room.play(file, "--device", "capture", "--no-level", "--speed", "2").status == 0)
        let fast = Double(try room.played().count / 2) / 8000
        #expect(abs(fast - 8) < 0.1, "\(fast) s")
    }

    @Test("a device of another rate, coding and channel count is negotiated with")
    func negotiation() throws {
        let room = try PlayRoom()
        let samples = PlayRoom.noise(32_000)
        let file = try room.record(samples, channels: 2)
        try #expect(room.play(file, "--device", "card48", "--no-level").status == 0)
        let card48 = try room.played(as: Int32.self)
        #expect(abs(card48.count / 2 - 96_000) <= 2, "\(card48.count)")
        #expect(card48.contains { $0 & 0xFFFF != 0 })

        try #expect(room.play(file, "--device", "card44", "--no-level").status == 0)
        let card44 = try room.played(as: Float.self)
        #expect(abs(card44.count - 88_200) <= 2, "\(card44.count)")
        #expect(card44.allSatisfy { abs($0) <= 1 })

        try #expect(room.play(file, "--device", "mono", "--no-level").status == 0)
        let means = (0..<16_000).map { frame -> Int16 in
            Int16((Int(samples[2 * frame]) + Int(samples[2 * frame + 1])) / 2)
        }
        #expect(try room.played() == means)
    }

    @Test("without a device it ends with 5 and says what to set, in one line")
    func noDevice() throws {
        let room = try PlayRoom()
        let file = try room.record(PlayRoom.noise(800), channels: 1)
        let result = try room.play(file, "--device", "hw:77")
        #expect(result.status == 5)
        #expect(result.errors.contains("\"hw:77\" cannot be opened"), "\(result.errors)")
        #expect(result.errors.contains("--device NAME"), "\(result.errors)")
        #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    }

    @Test("what cannot be played is refused with a sentence")
    func refusals() throws {
        let room = try PlayRoom()
        let file = try room.record(PlayRoom.noise(800), channels: 1)
        let mono = try room.play(file, "--device", "capture", "--side", "agent")
        #expect(mono.status == 1)
        #expect(mono.errors.contains("one channel"), "\(mono.errors)")
        let missing = try room.play("no-such-call")
        #expect(missing.status == 1)
        #expect(missing.errors.contains("There is no file no-such-call"), "\(missing.errors)")
        let fast = try room.play(file, "--speed", "4")
        #expect(fast.status == 64)
        #expect(fast.errors.contains("--speed 4.0 is out of range: 0.5 to 3."), "\(fast.errors)")
    }

    @Test("a call of the workspace plays by its name, on the device of the settings")
    func callOfTheWorkspace() throws {
        let room = try PlayRoom()
        let workspace = try TemporaryWorkspace()
        try "listening:\n  device: capture\n".write(
            to: workspace.folder.appending(path: "Annotations/settings.yml"), atomically: true,
            encoding: .utf8)
        try workspace.record("A-1_c-1_20261118-101000_call7.wav", seconds: 3, seed: 3)
        try #expect(workspace.earful("ingest").status == 0)
        let result = try EarfulProcess.run(
            ["play", "call7", "--no-level"],
            environment: ["ALSA_CONFIG_PATH": room.path("asound.conf")], in: workspace.folder)
        #expect(result.status == 0, "\(result.errors)")
        #expect(try room.played().count == 48_000)
    }
}
