import CallModel
import Foundation
import Testing

@testable import CallAudio

@Suite("Playing a call")
struct CallPlayerTests {
    private let noise = MemorySound.noise(seconds: 3)

    @Test("at 1x and without levelling the device gets the decode bit for bit", arguments: [1, 2])
    func bitExact(channels: Int) throws {
        let samples = MemorySound.noise(seconds: 2, channels: channels)
        let playing = try Playing(
            MemorySound(samples, channels: channels),
            layout: channels == 2 ? .agentFirst : .mono, on: .init(channels: channels),
            runsFree: true)
        playing.player.play()
        playing.waitForEnd()
        #expect(playing.device.sounded == samples)
        #expect(playing.player.status.position == CallTime(milliseconds: 2000))
        #expect(playing.player.takeHeard() == [HeardStretch(range: try .of(0, 2000), speed: 1)])
        #expect(playing.player.takeHeard() == [])
    }

    @Test("a seek lands on the very frame, whether it plays or rests")
    func seeks() throws {
        let playing = try Playing(MemorySound(noise))
        playing.player.seek(to: CallTime(milliseconds: 1234))
        #expect(playing.player.status.position == CallTime(milliseconds: 1234))
        playing.player.play()
        playing.waitUntilFull()
        playing.device.play(80)
        #expect(playing.device.sounded == Array(noise[9872..<9952]))

        playing.wait(until: 1244)
        playing.player.seek(to: CallTime(milliseconds: 2000))
        // The clock carries the position on from there as soon as the thread has gone there.
        let position = playing.player.status.position.milliseconds
        #expect((2000..<2200).contains(position))
        playing.wait("the seek", { playing.device.dropCount == 1 })
        playing.waitUntilFull()
        playing.device.play(400)
        // What sounds in the middle of a call fades in over 4 ms.
        #expect(playing.device.sounded[112...] == noise[16032..<16400])
        playing.wait(until: 2050)
        #expect(
            playing.player.takeHeard().map(\.range) == [try .of(1234, 1244), try .of(2000, 2050)])
    }

    @Test("the position is that of the loudspeaker, not of what is queued")
    func position() throws {
        let playing = try Playing(MemorySound(noise))
        playing.player.play()
        playing.waitUntilFull()
        #expect(playing.player.takeHeard() == [])
        playing.device.play(800)
        playing.wait(until: 100)
        playing.pause()
        #expect(playing.device.isPaused)
        #expect(playing.player.status.position == CallTime(milliseconds: 100))
        #expect(!playing.player.status.isPlaying)
        #expect(playing.player.takeHeard().map(\.range) == [try .of(0, 100)])
        playing.player.play()
        playing.wait("going on", { !playing.device.isPaused })
        playing.device.play(800)
        playing.wait(until: 200)
        #expect(playing.device.sounded == Array(noise[..<1600]))
    }

    @Test("a device that cannot stand still is emptied on pause, and nothing is lost")
    func pauseByDropping() throws {
        let playing = try Playing(MemorySound(noise), on: .init(canPause: false))
        playing.player.play()
        playing.waitUntilFull()
        playing.device.play(800)
        playing.pause()
        #expect(playing.device.queuedFrames == 0)
        playing.player.play()
        playing.waitUntilFull()
        playing.device.play(800)
        playing.wait(until: 200)
        #expect(playing.device.sounded == Array(noise[..<1600]))
        #expect(playing.player.takeHeard().map(\.range) == [try .of(0, 200)])
    }

    @Test("dead air is left out, all else is whole, and what was left out was not heard")
    func skipping() throws {
        let playing = try Playing(
            MemorySound(noise), plan: .skipping(700, 2300, of: 3), runsFree: true)
        playing.player.setSkipping(true)
        playing.player.play()
        playing.waitForEnd()
        // 0.3 s stay at each end, and 4 ms of the jump are a cross-fade.
        let sounded = playing.device.sounded
        #expect(sounded.count == 16_000)
        #expect(sounded[..<8000] == noise[..<8000])
        #expect(sounded[8032...] == noise[16032...])
        #expect(sounded[8000..<8032] != noise[16000..<16032])
        #expect(
            playing.player.takeHeard().map(\.range) == [try .of(0, 1000), try .of(2000, 3000)])
    }

    @Test("a loop goes round until it is taken away")
    func loops() throws {
        let playing = try Playing(MemorySound(noise))
        // No multiple of what is handed to the device at once.
        playing.player.setLoop(try .of(500, 611))
        playing.player.play()
        for turn in 1...3 {
            playing.waitUntilFull()
            playing.device.play(888)
            // Each round but the first begins with a cross-fade of 4 ms.
            let faded = turn == 1 ? 0 : 32
            let round = playing.device.sounded[((turn - 1) * 888 + faded)..<turn * 888]
            #expect(round == noise[(4000 + faded)..<4888])
        }
        playing.player.setLoop(nil)
        playing.wait("the change", { playing.device.dropCount == 1 })
        playing.waitUntilFull()
        playing.device.play(1600)
        playing.wait(until: 660)
        playing.pause()
        let heard = playing.player.takeHeard().map(\.range)
        #expect(heard.first == (try .of(500, 611)))
        #expect(heard.union() == [try .of(500, playing.player.status.position.milliseconds)])
    }

    @Test("a region is played once, whole although it is quiet, and the player stops at its end")
    func regions() throws {
        let playing = try Playing(
            MemorySound(noise), plan: .skipping(700, 2300, of: 3), runsFree: true)
        playing.player.setSkipping(true)
        playing.player.playRegion(try .of(1100, 1300))
        playing.wait("the end of the region", { !playing.player.status.isPlaying })
        #expect(playing.device.sounded.suffix(1568) == noise[8832..<10400])
        #expect(playing.player.status.position == CallTime(milliseconds: 1300))
        #expect(!playing.player.status.hasEnded)
        playing.player.play()
        playing.waitForEnd()
        #expect(playing.player.takeHeard().last?.range.end == CallTime(milliseconds: 3000))
    }

    @Test("one side alone is on both channels; a mono recording refuses politely")
    func sides() throws {
        let samples = MemorySound.noise(seconds: 1, channels: 2)
        for (side, channel) in [(Side.agent, 1), (.customer, 0)] {
            let playing = try Playing(
                MemorySound(samples, channels: 2), layout: .customerFirst, on: .init(channels: 2),
                runsFree: true)
            try playing.player.setSides(.only(side))
            playing.player.play()
            playing.waitForEnd()
            let wanted = (0..<8000).flatMap { frame in
                [samples[2 * frame + channel], samples[2 * frame + channel]]
            }
            #expect(playing.device.sounded == wanted)
        }
        let mono = try Playing(MemorySound(noise))
        #expect(throws: PlaybackError.sidesUnknown) { try mono.player.setSides(.only(.agent)) }
        #expect(mono.player.status.sides == .both)
        try mono.player.setSides(.both)
    }

    @Test(
        "the cursor and what was heard count what was used up, at any speed",
        arguments: [
            0.5, 0.75, 1.5, 2, 3,
        ])
    func speeds(speed: Double) throws {
        let playing = try Playing(
            MemorySound(SpokenSound.voice(seconds: 6)), runsFree: true)
        playing.player.setSpeed(speed)
        playing.player.play()
        playing.waitForEnd()
        let frames = Double(playing.device.sounded.count)
        #expect(abs(frames / (48_000 / speed) - 1) < 0.02, "\(frames)")
        #expect(playing.player.takeHeard() == [HeardStretch(range: try .of(0, 6000), speed: speed)])
        #expect(playing.player.status.position == CallTime(milliseconds: 6000))
    }

    @Test("a change of speed goes on where the loudspeaker is")
    func changeOfSpeed() throws {
        let playing = try Playing(MemorySound(SpokenSound.voice(seconds: 6)))
        playing.player.play()
        playing.waitUntilFull()
        playing.device.play(800)
        playing.wait(until: 100)
        playing.player.setSpeed(9)
        #expect(playing.player.status.speed == 3)
        playing.wait("the change", { playing.device.dropCount == 1 })
        playing.waitUntilFull()
        playing.device.play(800)
        playing.wait(until: 350)
        playing.pause()
        let position = playing.player.status.position.milliseconds
        #expect((350...430).contains(position), "\(position)")
        #expect(playing.player.takeHeard().map(\.speed) == [1, 3])
    }
}
