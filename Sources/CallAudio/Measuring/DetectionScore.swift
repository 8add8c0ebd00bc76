public import CallModel

/// How well found speech agrees with true speech, whoever speaks.
///
/// Detection error (NIST): false alarm and miss over true speech. With a collar, so much around each
/// true boundary is left out of the count (NIST md-eval's collar is this one; pyannote's is the total
/// width, twice as much). Frames of 10 ms are judged at their midpoints.
public struct DetectionScore: Sendable, Hashable {
    /// True speech that counts, in seconds.
    public let speechSeconds: Double
    /// Found where there is none, in seconds.
    public let falseAlarmSeconds: Double
    /// Not found where there is some, in seconds.
    public let missSeconds: Double
    /// Frames of 10 ms that are both found and true.
    public let hitFrameCount: Int
    /// Frames that are found.
    public let foundFrameCount: Int
    /// Frames that are true.
    public let trueFrameCount: Int
    /// True boundaries with a found one of the same kind (start or end) within 0.25 s, each found one
    /// used once.
    public let boundaryHitCount: Int
    /// Starts and ends of true segments.
    public let boundaryCount: Int

    /// How near a found boundary must lie, in milliseconds.
    private static let boundaryReach = 250

    /// Scores within `scope`; `collar` in seconds on each side of each true boundary. Pauses of the
    /// truth are bridged by the caller (``bridged(_:upTo:)``), where that is wanted.
    public init(
        truth: [CallTimeRange], found: [CallTimeRange], scope: CallTimeRange, collar: Double = 0
    ) {
        let truth = truth.compactMap { $0.intersection(scope) }.union()
        let found = found.compactMap { $0.intersection(scope) }.union()
        let counted = ScoredScope(scope: scope, truth: truth, collar: collar)
        let scoredTruth = counted.crop(truth)
        let scoredFound = counted.crop(found)
        let common = Self.common(scoredTruth, scoredFound).totalMilliseconds
        speechSeconds = Double(scoredTruth.totalMilliseconds) / 1000
        missSeconds = Double(scoredTruth.totalMilliseconds - common) / 1000
        falseAlarmSeconds = Double(scoredFound.totalMilliseconds - common) / 1000
        hitFrameCount = Self.frames(Self.common(truth, found))
        foundFrameCount = Self.frames(found)
        trueFrameCount = Self.frames(truth)
        boundaryHitCount =
            Self.hits(truth.map(\.start), found.map(\.start))
            + Self.hits(truth.map(\.end), found.map(\.end))
        boundaryCount = 2 * truth.count
    }

    /// False alarm and miss over true speech; nil where there is none.
    public var detectionErrorRate: Double? {
        speechSeconds > 0 ? (falseAlarmSeconds + missSeconds) / speechSeconds : nil
    }
    /// The share of found frames that are true; nil where none is found.
    public var precision: Double? {
        foundFrameCount > 0 ? Double(hitFrameCount) / Double(foundFrameCount) : nil
    }
    /// The share of true frames that are found; nil where none is true.
    public var recall: Double? {
        trueFrameCount > 0 ? Double(hitFrameCount) / Double(trueFrameCount) : nil
    }
    /// The harmonic mean of precision and recall; nil where no frame is found or true.
    public var f1: Double? {
        let frames = foundFrameCount + trueFrameCount
        return frames > 0 ? 2 * Double(hitFrameCount) / Double(frames) : nil
    }

    /// Segments with pauses up to a number of seconds bridged (DIHARD: 0.2 s).
    public static func bridged(_ ranges: [CallTimeRange], upTo seconds: Double) -> [CallTimeRange] {
        let pause = Int((seconds * 1000).rounded())
        var bridged: [CallTimeRange] = []
        for range in ranges.union() {
            if let last = bridged.last,
                range.start.milliseconds - last.end.milliseconds <= pause,
                let joined = CallTimeRange(start: last.start, end: range.end)
            {
                bridged[bridged.count - 1] = joined
            } else {
                bridged.append(range)
            }
        }
        return bridged
    }

    /// What lies in both lists (each in order and apart).
    static func common(_ left: [CallTimeRange], _ right: [CallTimeRange]) -> [CallTimeRange] {
        var common: [CallTimeRange] = []
        var i = 0
        var j = 0
        while i < left.count, j < right.count {
            if let both = left[i].intersection(right[j]) { common.append(both) }
            if left[i].end < right[j].end { i += 1 } else { j += 1 }
        }
        return common
    }

    private static func frames(_ ranges: [CallTimeRange]) -> Int {
        // The midpoint of frame n is 10 n + 5 ms.
        ranges.reduce(0) {
            $0 + ($1.end.milliseconds + 4) / 10 - ($1.start.milliseconds + 4) / 10
        }
    }

    private static func hits(_ truth: [CallTime], _ found: [CallTime]) -> Int {
        var hits = 0
        var next = 0
        for time in truth {
            while next < found.count,
                found[next].milliseconds < time.milliseconds - boundaryReach
            {
                next += 1
            }
            if next < found.count, found[next].milliseconds <= time.milliseconds + boundaryReach {
                hits += 1
                next += 1
            }
        }
        return hits
    }
}
