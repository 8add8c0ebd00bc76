import CallWorkbench
import CallAudio
import CallModel
import Foundation

extension PlayerModel {
    static let speeds = 0.5...3.0
    /// How often what was heard is kept while nothing else happens.
    static let reportSeconds = 5.0

    /// Does what plays the call; false where the action is another.
    mutating func playback(_ action: PlayerAction) -> Bool {
        switch action {
        case .play: playOrPause()
        case .back10: seek(bySeconds: -10)
        case .on10: seek(bySeconds: 10)
        case .back5: seek(bySeconds: -5)
        case .on5: seek(bySeconds: 5)
        case .back1: seek(bySeconds: -1)
        case .on1: seek(bySeconds: 1)
        case .slower: setSpeed(speed - 0.25)
        case .faster: setSpeed(speed + 0.25)
        case .normalSpeed: setSpeed(1)
        case .skipSilence:
            skips.toggle()
            tellSound(.skip(skips))
        case .agentOnly: hear(.agent)
        case .customerOnly: hear(.customer)
        case .bothSides: hear(nil)
        case .level:
            levels.toggle()
            tellSound(.level(levels))
            say(levels ? PlayerWords.levelled : PlayerWords.notLevelled)
        case .regionStart: markRegionStart()
        case .regionEnd: markRegionEnd()
        case .loop: toggleLoop()
        case .playRegion: playRegion()
        default: return false
        }
        return true
    }

    private mutating func tellSound(_ command: SoundCommand) {
        if sound == .ready { emit(.sound(command)) }
    }

    private mutating func playOrPause() {
        switch sound {
        case .ready:
            if reading.isPlaying || reading.preparing != nil {
                emit(.sound(.pause))
                reading.isPlaying = false
                emit(.collectHeard)
            } else {
                if reading.hasEnded { jump(to: .zero) }
                emit(.sound(.play))
                reading.isPlaying = true
                reading.failure = nil
            }
        case .opening: wantsPlay.toggle()
        case .unavailable(let sentence): say(sentence, .trouble)
        case .none:
            say(call?.obstacle?.sentence ?? PlayerWords.nothingToHear, .refusal)
        }
    }

    private mutating func seek(bySeconds seconds: Int) {
        guard let call, call.length > .zero else { return }
        let target = max(0, position.milliseconds + seconds * 1000)
        jump(to: CallTime(milliseconds: min(target, call.length.milliseconds)))
    }

    mutating func jump(to time: CallTime) {
        position = time
        reading.position = time
        reading.hasEnded = false
        tellSound(.seek(time))
    }

    /// Gives up waiting for sound that is not ready, and stays where it was last heard.
    mutating func cancelSeek() {
        emit(.sound(.pause))
        emit(.sound(.seek(lastHeard)))
        position = lastHeard
        reading.preparing = nil
        reading.isPlaying = false
        say(PlayerWords.seekCancelled)
    }

    private var lastHeard: CallTime {
        (unsaved.last ?? underway.last)?.range.end ?? heardCall?.heard.last?.end ?? .zero
    }

    private mutating func setSpeed(_ wanted: Double) {
        speed = min(max(wanted, Self.speeds.lowerBound), Self.speeds.upperBound)
        tellSound(.speed(speed))
    }

    private mutating func hear(_ side: Side?) {
        if side != nil, call?.call.recording?.layout == .mono {
            return say(PlayerWords.oneChannel, .refusal)
        }
        self.side = side
        tellSound(.side(side))
    }

    /// Takes in what the sound says of itself.
    mutating func take(_ reading: PlayerStatus) {
        guard sound == .ready else { return }
        if reading.underrunCount > self.reading.underrunCount {
            say(PlayerWords.dropouts(reading.underrunCount), .refusal)
        }
        self.reading = reading
        position = reading.position
    }

    mutating func soundOpened(_ id: CallID, skippable: [CallTimeRange]) {
        guard id == call?.id, sound == .opening else { return }
        sound = .ready
        self.skippable = skippable
        reading = PlayerStatus()
        reading.position = position
        emit(.sound(.speed(speed)))
        emit(.sound(.skip(skips)))
        emit(.sound(.side(side)))
        emit(.sound(.level(levels)))
        if position > .zero { emit(.sound(.seek(position))) }
        if wantsPlay {
            emit(.sound(.play))
            reading.isPlaying = true
        }
        wantsPlay = false
    }

    mutating func soundFailed(_ id: CallID, _ sentence: String) {
        guard id == call?.id, sound == .opening else { return }
        sound = .unavailable(sentence)
        wantsPlay = false
    }

    // What was heard.

    mutating func took(_ stretches: [HeardStretch], of id: CallID) {
        guard !stretches.isEmpty else { return }
        guard id == call?.id else { return emit(.keep(.heard(id, stretches))) }
        unsaved += stretches
        unsavedSince = unsavedSince ?? now
        reportHeard(isUrgent: !reading.isPlaying)
    }

    /// Has kept what was heard, where it is time.
    mutating func reportHeard(isUrgent: Bool) {
        guard let id = call?.id, !unsaved.isEmpty else { return }
        let waited = unsavedSince.map { now.timeIntervalSince($0) } ?? 0
        guard isUrgent || waited >= Self.reportSeconds else { return }
        emit(.keep(.heard(id, unsaved)))
        underway += unsaved
        unsaved = []
        unsavedSince = nil
    }
}
