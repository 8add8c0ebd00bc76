import CallWorkbench
import CallAudio
import CallModel
import CallReports

extension PlayerModel {
    mutating func markRegionStart() {
        guard let call, call.length > .zero else { return }
        if let region, let moved = CallTimeRange(start: position, end: region.end) {
            self.region = moved
        } else {
            region = nil
            regionStart = position
        }
        loopRegion()
    }

    mutating func markRegionEnd() {
        guard let start = region?.start ?? regionStart else {
            return say(
                PlayerWords.regionNeedsStart(setup.keys.name(of: .regionStart)), .refusal)
        }
        guard let marked = CallTimeRange(start: start, end: position) else {
            return say(PlayerWords.regionIsEmpty(ClockText.position(start)), .refusal)
        }
        region = marked
        regionStart = nil
        loopRegion()
    }

    mutating func clearRegion() {
        region = nil
        regionStart = nil
        isLooping = false
        loopRegion()
    }

    mutating func toggleLoop() {
        guard stretchAtHand != nil else {
            return say(PlayerWords.nothingToLoop(setup.keys), .refusal)
        }
        isLooping.toggle()
        loopRegion()
    }

    mutating func playRegion() {
        guard let stretch = stretchAtHand else {
            return say(PlayerWords.nothingToLoop(setup.keys), .refusal)
        }
        guard sound == .ready else { return say(PlayerWords.nothingToHear, .refusal) }
        emit(.sound(.playRegion(stretch)))
        reading.isPlaying = true
    }

    /// The region, or the stretch of the selected tag.
    var stretchAtHand: CallTimeRange? {
        region ?? tags.first { $0.id == selectedTag }?.range
    }

    private mutating func loopRegion() {
        if stretchAtHand == nil { isLooping = false }
        guard sound == .ready else { return }
        emit(.sound(.loop(isLooping ? stretchAtHand : nil)))
    }

    /// What something said now is said of: the region; else the last seconds before the cursor, since
    /// people speak up after they have heard it; the whole call where nothing was heard yet.
    var rangeAtHand: CallTimeRange? {
        if let region { return region }
        guard let call, call.length > .zero else { return nil }
        let end = min(position, call.length)
        let start = CallTime(milliseconds: end.milliseconds - Self.reactionMilliseconds)
        return CallTimeRange(start: start, end: end)
    }

    /// How far before the cursor what is said is taken to begin.
    static let reactionMilliseconds = 10_000
}
