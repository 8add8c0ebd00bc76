import CallWorkbench
import CallModel
import Dispatch
import Foundation

/// Runs the player: takes in keys, signals, time and answers, lets the model decide, carries out what
/// it wants, and draws. Storing and opening sound go on beside it; nothing here waits for them.
struct PlayerShell {
    private let sitting: any SittingKeeping
    private let sounds: any SoundOpening

    init(sitting: any SittingKeeping, sounds: any SoundOpening) {
        self.sitting = sitting
        self.sounds = sounds
    }

    /// What is put into the mailbox.
    enum Letter: Sendable {
        case message(PlayerMessage)
        case tick
        case resized
        case stop
        case opened(CallID, any SoundPlaying)
    }

    /// Shows the player until the listener leaves; returns the state that it was left in.
    ///
    /// Throws ``ScreenError`` before anything was shown.
    func run(
        setup: PlayerSetup, calls: [PlayerCall], callsAhead: Int = 0, session: Session?,
        places: [CallID: CallTime] = [:],
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) async throws -> PlayerModel {
        try CursesScreen.check(environment)
        let mailbox = Mailbox<Letter>()
        let signals = PlayerSignals { event in
            switch event {
            case .resized: mailbox.post(.resized)
            case .stop: mailbox.post(.stop)
            case .continued:
                mailbox.post(.message(.continued))
                // The window may have changed meanwhile.
                mailbox.post(.resized)
            // A terminal that is gone takes what is written to it without complaint.
            case .end: mailbox.post(.message(.interrupted))
            }
        }
        let screen = try CursesScreen(form: setup.form, environment: environment)
        let reader = InputReader { inputs in
            guard let inputs else { return mailbox.post(.message(.interrupted)) }
            for input in inputs { mailbox.post(.message(.input(input))) }
        }
        defer {
            screen.close()
            withExtendedLifetime((signals, reader)) {}
        }
        let model = PlayerModel(
            setup: setup, calls: calls, callsAhead: callsAhead, session: session,
            places: places, size: screen.currentSize(), now: Date())
        return await run(model, on: screen, mailbox: mailbox)
    }

    private func run(
        _ model: PlayerModel, on screen: CursesScreen, mailbox: Mailbox<Letter>
    ) async -> PlayerModel {
        let (acts, pen) = AsyncStream<SittingAct>.makeStream()
        let ticker = Ticker { mailbox.post(.tick) }
        var round = PlayerRound(
            model: model, sitting: sitting, sounds: sounds, pen: pen, mailbox: mailbox)
        await withDiscardingTaskGroup { group in
            group.addTask { await keep(acts, mailbox: mailbox) }
            round.begin(in: &group)
            screen.draw(PlayerView.picture(of: round.model))
            ticker.tick(every: round.model.tickMilliseconds)
            for await _ in mailbox.signals {
                for letter in mailbox.takeAll() {
                    if case .resized = letter {
                        let size = screen.currentSize()
                        round.take(.resized(size), in: &group)
                    }
                    round.take(letter, in: &group)
                    carryOut(&round, on: screen)
                }
                if round.isOver { break }
                screen.draw(PlayerView.picture(of: round.model))
                ticker.tick(every: round.model.tickMilliseconds)
            }
            // What is still to be kept is kept before anybody is told that it is over.
            pen.finish()
        }
        round.settle()
        return round.model
    }

    /// What only the owner of the screen can do.
    private func carryOut(_ round: inout PlayerRound, on screen: CursesScreen) {
        if round.wantsRedraw { screen.forget() }
        if round.wantsStop {
            screen.pause()
            PlayerSignals.stop()
            // From here on it was continued.
            screen.resume()
        }
        round.wantsRedraw = false
        round.wantsStop = false
    }

    /// Keeps acts one after the other, in order.
    private func keep(_ acts: AsyncStream<SittingAct>, mailbox: Mailbox<Letter>) async {
        for await act in acts {
            do {
                mailbox.post(.message(.kept(act, try await sitting.keep(act))))
            } catch {
                mailbox.post(.message(.refused(act, "\(error)")))
            }
        }
    }
}
