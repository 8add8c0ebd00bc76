import CallModel
import Foundation

/// The state of a running player around its model: the sound that is open, and what is to be done.
struct PlayerRound {
    private(set) var model: PlayerModel
    /// The listener left.
    private(set) var isOver = false
    var wantsRedraw = false
    var wantsStop = false

    private let sitting: any SittingKeeping
    private let sounds: any SoundOpening
    private let pen: AsyncStream<SittingAct>.Continuation
    private let mailbox: Mailbox<PlayerShell.Letter>
    private var sound: (call: CallID, player: any SoundPlaying)?

    init(
        model: PlayerModel, sitting: any SittingKeeping, sounds: any SoundOpening,
        pen: AsyncStream<SittingAct>.Continuation, mailbox: Mailbox<PlayerShell.Letter>
    ) {
        self.model = model
        self.sitting = sitting
        self.sounds = sounds
        self.pen = pen
        self.mailbox = mailbox
    }

    mutating func begin(in group: inout DiscardingTaskGroup) {
        carryOut(model.begin(), in: &group)
    }

    mutating func take(_ message: PlayerMessage, in group: inout DiscardingTaskGroup) {
        carryOut(model.update(message), in: &group)
    }

    mutating func take(_ letter: PlayerShell.Letter, in group: inout DiscardingTaskGroup) {
        switch letter {
        case .message(let message): take(message, in: &group)
        case .tick:
            collectHeard(in: &group)
            take(.clock(Date(), sound?.player.reading), in: &group)
        case .opened(let call, let player):
            guard call == model.call?.id, sound == nil, !isOver else {
                // The listener went on before it was open.
                return close(player, in: &group)
            }
            sound = (call, player)
            take(.soundOpened(call, skippable: player.skippable), in: &group)
        case .stop: take(.stopped, in: &group)
        case .resized: break
        }
    }

    /// Takes in the last answers, after everything was kept.
    mutating func settle() {
        for case .message(let message) in mailbox.takeAll() { _ = model.update(message) }
    }

    private mutating func carryOut(
        _ effects: [PlayerEffect], in group: inout DiscardingTaskGroup
    ) {
        for effect in effects {
            switch effect {
            case .keep(let act): pen.yield(act)
            case .findNext(let call): find(after: call, in: &group)
            case .openSound(let id): open(id, in: &group)
            case .closeSound:
                collectHeard(in: &group)
                if let player = sound?.player { close(player, in: &group) }
                sound = nil
            case .collectHeard: collectHeard(in: &group)
            case .sound(let command): sound?.player.tell(command)
            case .suspend: wantsStop = true
            case .redraw: wantsRedraw = true
            case .leave: isOver = true
            }
        }
    }

    private mutating func collectHeard(in group: inout DiscardingTaskGroup) {
        guard let sound else { return }
        let heard = sound.player.takeHeard()
        if !heard.isEmpty { take(.heard(sound.call, heard), in: &group) }
    }

    private func open(_ id: CallID, in group: inout DiscardingTaskGroup) {
        guard let call = model.calls.first(where: { $0.id == id }) else { return }
        group.addTask { [sounds, mailbox] in
            do {
                mailbox.post(.opened(id, try await sounds.open(call)))
            } catch {
                mailbox.post(.message(.soundFailed(id, "\(error)")))
            }
        }
    }

    private func find(after call: CallID, in group: inout DiscardingTaskGroup) {
        group.addTask { [sitting, mailbox] in
            do {
                mailbox.post(.message(.found(try await sitting.next(after: call))))
            } catch {
                mailbox.post(.message(.notFound("\(error)")))
            }
        }
    }

    private func close(_ player: any SoundPlaying, in group: inout DiscardingTaskGroup) {
        group.addTask { player.close() }
    }
}
