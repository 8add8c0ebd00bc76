import CallWorkbench
import CallAudio
import CallModel
import Foundation
import Synchronization
import Testing

@testable import earful

@Suite("What the player has done")
struct PlayerRoundTests {
    /// A sound that notes what it is told.
    private final class NotedSound: SoundPlaying {
        let skippable: [CallTimeRange] = []
        let log = Mutex<[String]>([])
        private let heard = Mutex<[HeardStretch]>([])

        init(heard stretches: [HeardStretch] = []) {
            heard.withLock { $0 = stretches }
        }

        var reading: PlayerStatus { PlayerStatus() }
        func tell(_ command: SoundCommand) { log.withLock { $0.append("\(command)") } }
        func takeHeard() -> [HeardStretch] {
            heard.withLock { stretches in
                defer { stretches = [] }
                return stretches
            }
        }
        func close() { log.withLock { $0.append("close") } }
    }

    private struct NoSounds: SoundOpening {
        func open(_ call: PlayerCall) async throws -> any SoundPlaying {
            throw PlaybackError(kind: .noDevice, sentence: "No device.")
        }
    }

    private struct NoSitting: SittingKeeping {
        func keep(_ act: SittingAct) async throws -> SittingAnswer { throw CancellationError() }
        func next(after call: CallID) async throws -> PlayerCall? { nil }
    }

    /// Carries out what `body` has done; returns the acts that were to be kept, in order.
    private func acts(
        _ body: (inout PlayerRound, inout DiscardingTaskGroup) -> Void
    ) async -> [SittingAct] {
        let (stream, pen) = AsyncStream<SittingAct>.makeStream()
        let mailbox = Mailbox<PlayerShell.Letter>()
        let session = Session(
            id: SessionID("S1"), purpose: .tagging, listener: ListenerID("ana"),
            startedAt: PlayerSample.began)
        let model = PlayerModel(
            setup: PlayerSample.setup(), calls: ["C-1", "C-2"].map { PlayerSample.call($0) },
            session: session, size: ScreenSize(columns: 80, rows: 24), now: PlayerSample.began)
        var round = PlayerRound(
            model: model, sitting: NoSitting(), sounds: NoSounds(), pen: pen, mailbox: mailbox)
        await withDiscardingTaskGroup { group in
            round.begin(in: &group)
            body(&round, &group)
            pen.finish()
        }
        var acts: [SittingAct] = []
        for await act in stream { acts.append(act) }
        return acts
    }

    private let stretch = HeardStretch(range: PlayerSample.range(0, 4), speed: 1)

    @Test("what was heard is kept before the sitting ends")
    func endsLast() async {
        let sound = NotedSound(heard: [stretch])
        let acts = await acts { round, group in
            round.take(.opened(CallID("C-1"), sound), in: &group)
            for key in ["q", "e"] { round.take(.input(.key(Key(Character(key)))), in: &group) }
        }
        #expect(
            acts == [.open(CallID("C-1")), .heard(CallID("C-1"), [stretch]), .end])
        #expect(sound.log.withLock { $0.last } == "close")
    }

    @Test("what was heard of a call is kept as heard of that call")
    func heardOfTheOldCall() async {
        let sound = NotedSound(heard: [stretch])
        let acts = await acts { round, group in
            round.take(.opened(CallID("C-1"), sound), in: &group)
            round.take(.input(.key(Key(.down, .control))), in: &group)
        }
        #expect(
            acts == [
                .open(CallID("C-1")), .heard(CallID("C-1"), [stretch]), .open(CallID("C-2")),
            ])
    }

    @Test("a sound that opens when the listener has gone on is closed, and never played")
    func late() async {
        let sound = NotedSound()
        _ = await acts { round, group in
            round.take(.input(.key(Key(.down, .control))), in: &group)
            round.take(.opened(CallID("C-1"), sound), in: &group)
        }
        #expect(sound.log.withLock { $0 } == ["close"])
    }

    @Test("letters are taken in the order in which they were put down")
    func mailbox() async {
        let mailbox = Mailbox<Int>()
        for number in 0..<100 { mailbox.post(number) }
        for await _ in mailbox.signals { break }
        #expect(mailbox.takeAll() == Array(0..<100))
        #expect(mailbox.takeAll().isEmpty)
    }
}
