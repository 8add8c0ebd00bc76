extension PlayerEngine {
    /// What a thread waits for; an order always ends the wait.
    enum Wait {
        /// Nothing else.
        case order
        /// Nothing: there is more to do.
        case nothing
        /// The device asks for more.
        case device
        /// A time, in milliseconds.
        case milliseconds(Int)
    }

    /// Fills the device as far as it takes. A device that takes everything at once is left after a
    /// buffer of it, so that orders are heard.
    func fill() throws(PlaybackError) -> Wait {
        guard let device else { return .order }
        var budget = device.format.bufferFrames
        let piece = min(device.format.periodFrames, max(1, device.format.rate / 50))
        var isIdle = true
        while budget > 0 {
            let room = try device.room()
            if room < piece { break }
            if unsentSpans.isEmpty {
                switch try made(piece) {
                case .spans(let spans): unsentSpans = spans
                case .notReady:
                    let frame = desk.with { $0.timeline.frame(ahead: .max / 2) }
                    phase = .preparing(target: frame, origin: frame)
                    return .milliseconds(Self.readinessInterval)
                case .end:
                    device.start()
                    phase = .finishing
                    return .nothing
                }
            }
            let sent = try send(to: device)
            if sent == 0 { break }
            isIdle = false
            budget -= sent
        }
        if budget <= 0 { return .nothing }
        // A device that says that it asks for more and then takes nothing is not asked in a circle.
        return isIdle ? .milliseconds(max(1, 500 * piece / device.format.rate)) : .device
    }

    /// Waits for the sound at a frame; goes on where it is there.
    func prepare(_ target: Int) throws(PlaybackError) -> Wait {
        guard SourceReader.isReady(score.sound, at: target) else {
            return .milliseconds(Self.readinessInterval)
        }
        phase = .playing
        return .nothing
    }

    /// Waits for the last of the sound to leave the loudspeaker, then rests.
    func finish() throws(PlaybackError) -> Wait {
        guard let device else { return .order }
        let rate = device.format.rate
        // The drain cannot be called off, so only the very last is left to it.
        let left = device.delay * 1000 / rate
        if left > Self.drainedMilliseconds {
            return .milliseconds(left - Self.drainedMilliseconds / 2)
        }
        try device.drain()
        let isOver = desk.with { state in
            state.timeline.advance(toPlayed: state.timeline.submitted)
            // What was ordered meanwhile finds a player that still plays.
            guard state.orders.isEmpty else { return false }
            state.status.isPlaying = false
            state.status.hasEnded = region == nil
            return true
        }
        guard isOver else { return .nothing }
        region = nil
        chain = nil
        phase = .resting
        return .order
    }

    private static let readinessInterval = 20
    private static let drainedMilliseconds = 30

    private func made(_ frames: Int) throws(PlaybackError) -> PlaybackChain.Outcome {
        do {
            return try chain?.make(frames) ?? .end
        } catch {
            throw PlaybackError(error)
        }
    }

    /// Hands over what the device did not take yet; returns how many frames it took.
    private func send(to device: any PlaybackOutput) throws(PlaybackError) -> Int {
        guard let bytes = chain?.bytes else { return 0 }
        var taken = 0
        var failure: PlaybackError?
        bytes.withUnsafeBytes { all in
            do throws(PlaybackError) {
                taken = try device.write(UnsafeRawBufferPointer(rebasing: all[unsentFrom...]))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        unsentFrom += taken * device.format.frameBytes
        if unsentFrom >= bytes.count {
            let spans = unsentSpans
            desk.with { state in for span in spans { state.timeline.submit(span) } }
            forgetUnsent()
        }
        return taken
    }

    /// Sleeps until there is an order, or what is waited for.
    func sleep(_ wait: Wait) {
        switch wait {
        case .nothing: return
        case .order: desk.wakeUp.wait(milliseconds: nil)
        case .milliseconds(let count): desk.wakeUp.wait(milliseconds: count)
        // A device that lost its clock is looked at all the same.
        case .device: device?.wait(for: desk.wakeUp, milliseconds: 100)
        }
    }
}
