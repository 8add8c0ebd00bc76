import CallModel

extension PlayerEngine {
    /// Carries out an order; `wanted` are the settings as the callers want them now.
    func carryOut(_ order: PlayerOrder, wanted: PlaybackSettings) throws(PlaybackError) {
        switch order {
        case .play: try play()
        case .pause: try pause()
        case .seek(let frame):
            region = nil
            try go(to: frame, plays: isActive)
        case .playRegion(let frames):
            region = frames
            try go(to: frames.lowerBound, plays: true)
        case .adoptSettings: try adopt(wanted)
        }
    }

    /// Whether it plays, or will by itself.
    private var isActive: Bool { phase != .resting && phase != .held }

    private func play() throws(PlaybackError) {
        if isActive { return }
        if phase == .held, device?.resume() == true {
            phase = .playing
            return
        }
        let hasEnded = desk.with { state in
            defer { state.status.hasEnded = false }
            return state.status.hasEnded
        }
        let place = try cutOff()
        try begin(at: hasEnded ? 0 : place, origin: place, fadesIn: false)
    }

    private func pause() throws(PlaybackError) {
        switch phase {
        case .resting, .held: return
        case .preparing(_, let origin):
            try cutOff()
            desk.with { state in
                state.timeline.restart(at: origin)
                state.aim = nil
            }
            phase = .resting
        case .playing, .finishing:
            if device?.pause() == true {
                noteProgress()
                phase = .held
            } else {
                try cutOff()
            }
        }
    }

    /// Goes to a frame; one past the end is the end.
    private func go(to frame: Int, plays: Bool) throws(PlaybackError) {
        var origin = try cutOff()
        if case .preparing(_, let first) = phase { origin = first }
        let aim = score.sound.frameCount.map { min(frame, $0) } ?? frame
        desk.with { state in
            state.timeline.restart(at: aim)
            state.aim = nil
        }
        phase = .resting
        if plays { try begin(at: aim, origin: origin, fadesIn: true) }
    }

    private func adopt(_ wanted: PlaybackSettings) throws(PlaybackError) {
        guard wanted != settings else { return }
        settings = wanted
        switch phase {
        case .resting, .preparing: return
        case .held:
            try cutOff()
            phase = .resting
        case .playing, .finishing:
            let place = try cutOff()
            try begin(at: place, origin: place, fadesIn: true)
        }
    }

    /// Begins to play at a frame, or to wait for it.
    private func begin(at frame: Int, origin: Int, fadesIn: Bool) throws(PlaybackError) {
        try open()
        guard let device else { return }
        var frame = frame
        if region == nil, let loop = settings.loop, !loop.contains(frame) {
            frame = loop.lowerBound
        }
        chain = try PlaybackChain(
            score, settings: settings, from: frame, region: region, for: device.format,
            fadesIn: fadesIn)
        desk.with { $0.timeline.restart(at: frame) }
        phase =
            SourceReader.isReady(score.sound, at: frame)
            ? .playing : .preparing(target: frame, origin: origin)
    }

    /// Silences the device at once; returns the frame that left the loudspeaker last. The phase is
    /// resting then, but for a wait that goes on.
    @discardableResult
    private func cutOff() throws(PlaybackError) -> Int {
        noteProgress()
        forgetUnsent()
        chain = nil
        let place = desk.with { state in
            state.timeline.dropQueued()
            return state.timeline.frame()
        }
        if phase != .resting { try device?.drop() }
        if case .preparing = phase {} else { phase = .resting }
        return place
    }
}
