import CallAudio
import CallModel
import Testing

/// Reference case S26: the example of the pyannote.metrics documentation and its test suite, computed
/// with pyannote.metrics 4.2.0. Its collar is the total width, ours each side's.
@Suite("Scores of a detector")
struct DetectionScoreTests {
    private static let truth = [(0, 10, "A"), (12, 20, "B"), (24, 27, "A"), (30, 40, "C")]
    private static let found = [
        (2, 13, "a"), (13, 14, "d"), (14, 20, "b"), (22, 38, "c"), (38, 40, "d"),
    ]

    private static func segments(_ list: [(Int, Int, String)]) -> [DiarizationScore.Segment] {
        list.compactMap { start, end, speaker in
            CallTimeRange(milliseconds: start * 1000, end * 1000).map {
                DiarizationScore.Segment(range: $0, speaker: speaker)
            }
        }
    }

    private static func scope() throws -> CallTimeRange {
        try #require(CallTimeRange(milliseconds: 0, 40_000))
    }

    @Test("the published diarization error comes out, without and with a collar")
    func diarization() throws {
        let plain = DiarizationScore(
            truth: Self.segments(Self.truth), found: Self.segments(Self.found),
            scope: try Self.scope())
        #expect(abs(try #require(plain.errorRate) - 0.516129032258) < 1e-6)
        #expect(plain.falseAlarmSeconds == 7)
        #expect(plain.missSeconds == 2)
        #expect(plain.confusionSeconds == 7)
        #expect(plain.speechSeconds == 31)
        #expect(plain.mapping == ["a": "A", "b": "B", "c": "C"])
        let collared = DiarizationScore(
            truth: Self.segments(Self.truth), found: Self.segments(Self.found),
            scope: try Self.scope(), collar: 0.25)
        #expect(abs(try #require(collared.errorRate) - 0.465517241379) < 1e-6)
        #expect(collared.falseAlarmSeconds == 5.75)
        #expect(collared.missSeconds == 1.75)
        #expect(collared.confusionSeconds == 6)
        #expect(collared.speechSeconds == 29)
    }

    @Test("the published detection error comes out, without and with a collar")
    func detection() throws {
        let truth = Self.segments(Self.truth).map(\.range)
        let found = Self.segments(Self.found).map(\.range)
        let plain = DetectionScore(truth: truth, found: found, scope: try Self.scope())
        #expect(abs(try #require(plain.detectionErrorRate) - 0.290322580645) < 1e-6)
        #expect(plain.falseAlarmSeconds == 7)
        #expect(plain.missSeconds == 2)
        let collared = DetectionScore(
            truth: truth, found: found, scope: try Self.scope(), collar: 0.25)
        #expect(abs(try #require(collared.detectionErrorRate) - 0.258620689655) < 1e-6)
        #expect(collared.falseAlarmSeconds == 5.75)
        #expect(collared.missSeconds == 1.75)
        #expect(collared.speechSeconds == 29)
    }

    @Test("frames are judged at their midpoints, and boundaries within a quarter of a second")
    func frames() throws {
        let truth = [try #require(CallTimeRange(milliseconds: 1000, 2000))]
        let found = [
            try #require(CallTimeRange(milliseconds: 1004, 1206)),
            try #require(CallTimeRange(milliseconds: 1500, 2300)),
        ]
        let score = DetectionScore(
            truth: truth, found: found, scope: try #require(CallTimeRange(milliseconds: 0, 4000)))
        #expect(score.trueFrameCount == 100)
        // 1005...1205 and 1505...2295.
        #expect(score.foundFrameCount == 21 + 80)
        #expect(score.hitFrameCount == 21 + 50)
        #expect(abs(try #require(score.f1) - 2.0 * 71 / 201) < 1e-12)
        #expect(score.boundaryCount == 2)
        #expect(score.boundaryHitCount == 1)
    }

    @Test("nothing found of nothing has no score")
    func empty() throws {
        let score = DetectionScore(truth: [], found: [], scope: try Self.scope())
        #expect(score.f1 == nil)
        #expect(score.detectionErrorRate == nil)
        #expect(score.precision == nil)
        #expect(score.recall == nil)
    }

    @Test("short pauses are bridged, longer ones stay")
    func bridging() throws {
        let ranges = [(0, 1000), (1200, 2000), (2201, 3000)]
            .compactMap { CallTimeRange(milliseconds: $0.0, $0.1) }
        let bridged = DetectionScore.bridged(ranges, upTo: 0.2)
        #expect(bridged.map(\.milliseconds) == [2000, 799])
    }
}
