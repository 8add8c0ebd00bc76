internal import CallModel

// The rules of opening, hearing, skipping and finishing a call.

extension SessionState {
    /// The slowest and the fastest speed that can be listened at.
    static let speeds = 0.25...4.0
    /// How far after the end of a call a range may end and still be cut to it, in milliseconds.
    static let roundingMilliseconds = 1000
    /// The longest reason of a skip, in characters.
    static let longestReason = 500

    func opening(
        _ call: CallID, _ selection: Selection, context: SessionContext
    ) throws(Refusal) -> SessionEvent.Body {
        _ = try extent(of: call, context: context)
        return .callOpened(call: call, selection: selection)
    }

    func hearing(
        _ call: CallID, _ range: CallTimeRange, speed: Double, context: SessionContext
    ) throws(Refusal) -> SessionEvent.Body {
        _ = try opened(call)
        guard Self.speeds.contains(speed) else {
            throw Refusal(
                .badSpeed,
                "Nobody listens at \(speed) times normal speed: give a speed from "
                    + "\(Self.speeds.lowerBound) to \(Self.speeds.upperBound).")
        }
        return .heard(
            call: call, range: try fitted(range, to: call, context: context), speed: speed)
    }

    func skipping(_ call: CallID, reason: String) throws(Refusal) -> SessionEvent.Body {
        let track = try unfinished(call)
        guard track.markCount == 0 else {
            throw Refusal(
                .callTagged,
                "Call \(call) is tagged, so it cannot count as passed over: finish it, or remove "
                    + "its reason and pain points first.")
        }
        try checkText(reason, of: "The reason of a skip", longest: Self.longestReason)
        return .skipped(call: call, reason: reason)
    }

    /// A call of this sitting, whatever became of it.
    func opened(_ call: CallID) throws(Refusal) -> CallTrack {
        guard let track = track(call) else {
            throw Refusal(
                .callNotOpened, "Call \(call) was not opened in sitting \(id): open it first.")
        }
        return track
    }

    /// A call of this sitting that is neither skipped nor finished.
    func unfinished(_ call: CallID) throws(Refusal) -> CallTrack {
        let track = try opened(call)
        switch track.progress {
        case .open: return track
        case .finished:
            throw Refusal(
                .callFinished,
                "Call \(call) is finished already: go on with the next one. What was said of it "
                    + "can still be changed.")
        case .skipped:
            throw Refusal(
                .callSkipped, "Call \(call) was skipped: open it again to take it up.")
        }
    }

    /// What there is of a call to hear.
    func extent(of call: CallID, context: SessionContext) throws(Refusal) -> CallExtent {
        guard let extent = context.calls[call] else {
            throw Refusal(
                .unknownCall,
                "There is no call \(call) in this workspace: check its id in the list of calls, or "
                    + "ingest it first.")
        }
        return extent
    }

    /// The range, cut to the call where it ends no more than a rounding after it.
    func fitted(
        _ range: CallTimeRange, to call: CallID, context: SessionContext
    ) throws(Refusal) -> CallTimeRange {
        guard case .recorded(let length) = try extent(of: call, context: context) else {
            throw Refusal(
                .noRecording,
                "Call \(call) has no recording to mark a stretch of: speak of the whole call, or "
                    + "skip it.")
        }
        let overshoot = range.end.milliseconds - length.milliseconds
        if overshoot <= 0 { return range }
        guard overshoot <= Self.roundingMilliseconds,
            let cut = CallTimeRange(start: range.start, end: length)
        else {
            throw Refusal(
                .outsideCall,
                "\(range.start.seconds) to \(range.end.seconds) s does not lie within call "
                    + "\(call), which is \(length.seconds) s long: give a range that does.")
        }
        return cut
    }

    /// Text that says something and is no longer than `longest` characters.
    func checkText(_ text: String, of what: String, longest: Int) throws(Refusal) {
        guard !text.allSatisfy(\.isWhitespace) else {
            throw Refusal(.badText, "\(what) is empty: put it in words.")
        }
        guard text.count <= longest else {
            throw Refusal(
                .badText,
                "\(what) has \(text.count) characters: say it in \(longest) or fewer.")
        }
    }
}
