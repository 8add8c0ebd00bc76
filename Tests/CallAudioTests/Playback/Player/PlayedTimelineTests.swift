import Testing

@testable import CallAudio

@Suite("What left the loudspeaker")
struct PlayedTimelineTests {
    private func span(_ frames: Int, _ source: Range<Int>, speed: Double = 1)
        -> PlayedTimeline.Span
    {
        .init(deviceFrames: frames, source: source, speed: speed)
    }

    @Test("what is only queued was not heard, and what was heard is joined")
    func heard() {
        var timeline = PlayedTimeline()
        timeline.restart(at: 50)
        #expect(timeline.frame() == 50)
        timeline.submit(span(100, 50..<150))
        timeline.submit(span(100, 150..<250))
        timeline.submit(span(100, 400..<500))
        timeline.submit(span(100, 500..<800, speed: 3))
        timeline.advance(toPlayed: 150)
        #expect(timeline.frame() == 200)
        #expect(timeline.frame(ahead: 60) == 410)
        #expect(timeline.takeHeard() == [.init(source: 50..<200, speed: 1)])
        timeline.advance(toPlayed: 350)
        #expect(timeline.frame() == 650)
        #expect(
            timeline.takeHeard() == [
                .init(source: 200..<250, speed: 1), .init(source: 400..<500, speed: 1),
                .init(source: 500..<650, speed: 3),
            ])
        timeline.dropQueued()
        #expect(timeline.frame() == 650)
        #expect(timeline.takeHeard() == [])
        timeline.advance(toPlayed: 1000)
        #expect(timeline.takeHeard() == [])
    }

    @Test("the loudspeaker never goes back, whatever a device says of its delay")
    func forward() {
        var timeline = PlayedTimeline()
        timeline.submit(span(100, 0..<100))
        timeline.advance(toPlayed: 60)
        timeline.advance(toPlayed: 40)
        timeline.advance(toPlayed: -5)
        #expect(timeline.frame() == 60)
        #expect(timeline.takeHeard() == [.init(source: 0..<60, speed: 1)])
    }

    @Test("a bit of the recording too short for a frame of its own breaks no stretch")
    func shortPieces() {
        var timeline = PlayedTimeline()
        timeline.submit(span(10, 0..<30, speed: 3))
        timeline.submit(span(0, 30..<32, speed: 3))
        timeline.submit(span(10, 32..<60, speed: 3))
        timeline.submit(span(0, 60..<61, speed: 3))
        timeline.advance(toPlayed: 20)
        #expect(timeline.takeHeard() == [.init(source: 0..<61, speed: 3)])
        #expect(timeline.frame() == 61)
    }
}
