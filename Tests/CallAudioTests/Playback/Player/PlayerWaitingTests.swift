import CallModel
import Testing

@testable import CallAudio

@Suite("A player that has to wait")
struct PlayerWaitingTests {
    private let noise = MemorySound.noise(seconds: 3)

    @Test("a seek to sound that is not ready shows how much is, and plays there as soon as it is")
    func preparing() throws {
        let sound = MemorySound(noise, ready: 8000)
        let playing = try Playing(sound)
        playing.player.play()
        playing.waitUntilFull()
        playing.player.seek(to: CallTime(milliseconds: 2000))
        playing.wait("the preparing", { playing.player.status.preparing == 0.5 })
        #expect(playing.player.status.isPlaying)
        #expect(playing.player.status.position == CallTime(milliseconds: 2000))
        sound.makeReady(12_000)
        playing.wait("more", { playing.player.status.preparing == 0.75 })
        sound.makeReady()
        playing.waitUntilFull()
        #expect(playing.player.status.preparing == nil)
        playing.device.play(400)
        #expect(playing.device.sounded[32...] == noise[16032..<16400])
    }

    @Test("pause gives the waiting seek up and goes back to where it was")
    func givingUp() throws {
        let playing = try Playing(MemorySound(noise, ready: 8000))
        playing.player.play()
        playing.waitUntilFull()
        playing.device.play(800)
        playing.wait(until: 100)
        playing.player.seek(to: CallTime(milliseconds: 2000))
        playing.player.seek(to: CallTime(milliseconds: 2500))
        playing.wait("the preparing", { playing.player.status.preparing != nil })
        playing.player.pause()
        playing.wait("the giving up", { playing.player.status.preparing == nil })
        #expect(playing.player.status.position == CallTime(milliseconds: 100))
        playing.player.play()
        playing.waitUntilFull()
        playing.device.play(400)
        #expect(playing.device.sounded == Array(noise[..<1200]))
    }

    @Test("another seek to what is ready ends the wait")
    func elsewhere() throws {
        let playing = try Playing(MemorySound(noise, ready: 8000))
        playing.player.play()
        playing.player.seek(to: CallTime(milliseconds: 2000))
        playing.wait("the preparing", { playing.player.status.preparing != nil })
        playing.player.seek(to: CallTime(milliseconds: 500))
        playing.wait("the end of it", { playing.player.status.preparing == nil })
        playing.waitUntilFull()
        playing.device.play(400)
        #expect(playing.device.sounded[32...] == noise[4032..<4400])
    }

    @Test("a player that has caught up with what is ready waits, and goes on without a gap")
    func caughtUp() throws {
        let sound = MemorySound(noise, ready: 1000)
        let playing = try Playing(sound, runsFree: true)
        playing.player.play()
        playing.wait("the preparing", { playing.player.status.preparing == 1 })
        sound.makeReady()
        playing.waitForEnd()
        #expect(playing.device.sounded == noise)
    }

    @Test("a device that goes away is told with a sentence, and play tries it again")
    func lostDevice() throws {
        let playing = try Playing(MemorySound(noise))
        playing.player.play()
        playing.waitUntilFull()
        playing.device.play(800)
        playing.wait(until: 100)
        playing.device.lose()
        playing.wait("the failure", { playing.player.status.failure != nil })
        #expect(playing.player.status.failure?.kind == .lost)
        #expect(playing.player.status.failure?.sentence.contains("--device NAME") == true)
        #expect(!playing.player.status.isPlaying)
        playing.player.seek(to: CallTime(milliseconds: 1000))
        #expect(playing.player.status.position == CallTime(milliseconds: 1000))

        playing.player.play()
        playing.wait("another failure", { playing.player.status.failure?.kind == .noDevice })
        playing.device.comeBack()
        playing.player.play()
        playing.waitUntilFull()
        #expect(playing.player.status.failure == nil)
        playing.device.play(400)
        playing.wait(until: 1050)
        #expect(
            playing.player.takeHeard().map(\.range) == [try .of(0, 100), try .of(1000, 1050)])
    }

    @Test("a recording that cannot be read on is told with its sentence")
    func unreadable() throws {
        let playing = try Playing(MemorySound(noise, failsFrom: 8000), runsFree: true)
        playing.player.play()
        playing.wait("the failure", { playing.player.status.failure != nil })
        #expect(playing.player.status.failure?.kind == .unreadable)
        #expect(playing.player.status.failure?.sentence == "call.wav: The disk is gone.")
        playing.player.seek(to: .zero)
        playing.player.play()
        playing.wait("the sound", { playing.device.sounded.count > 8000 })
    }

    @Test("without a device there is no player, and the error says what to set")
    func noDevice() throws {
        let error = #expect(throws: PlaybackError.self) {
            try CallPlayer(
                sound: MemorySound(noise), layout: .mono, plan: .none, device: "no-such-device")
        }
        #expect(error?.kind == .noDevice)
        let sentence = error?.sentence ?? ""
        #expect(sentence.contains("\"no-such-device\""), "\(sentence)")
        #expect(sentence.contains("Unknown PCM no-such-device"), "\(sentence)")
        #expect(sentence.contains("device: under listening:"), "\(sentence)")
    }

    @Test("closing is quick, final, and may be done again")
    func closing() throws {
        let playing = try Playing(MemorySound(noise))
        playing.player.play()
        playing.waitUntilFull()
        playing.player.close()
        playing.player.close()
        #expect(!playing.player.status.isPlaying)
        playing.player.play()
        #expect(playing.device.sounded == [])
    }
}
