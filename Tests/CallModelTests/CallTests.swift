import CallModel
import Testing

@Suite("Calls and recordings")
struct CallTests {
    private func call(recorded: Double, header: Double?, record: Double?) -> Call {
        let file = RecordedFile(
            contentHash: ContentHash("00"), byteCount: 1, container: .wav, codec: .pcm16,
            sampleRate: 8_000, channelCount: 1, frameCount: Int(recorded * 8_000),
            headerFrameCount: header.map { Int($0 * 8_000) })
        return Call(
            id: CallID("c"), record: CallRecord(seconds: record), recordingState: .decoded,
            recording: Recording(
                files: [file], sampleRate: 8_000, frameCount: file.frameCount, layout: .mono,
                flaws: []))
    }

    @Test("a call is as complete as the longest promise lets it be")
    func completeness() {
        #expect(call(recorded: 62, header: 62, record: 124).completeness == 0.5)
        #expect(call(recorded: 62, header: 124, record: 62).completeness == 0.5)
        #expect(call(recorded: 119.2, header: nil, record: 120).completeness == 1)
        #expect(call(recorded: 130, header: nil, record: 120).completeness == 1)
    }

    @Test("without a promise completeness is absent, not whole")
    func completenessIsAbsent() {
        #expect(call(recorded: 62, header: nil, record: nil).completeness == nil)
    }

    @Test("swapping sides twice changes nothing")
    func swappingSides() {
        for layout in ChannelLayout.allCases {
            #expect(layout.swapped.swapped == layout)
            for side in Side.allCases {
                #expect(layout.channel(of: side) == layout.swapped.channel(of: side.other))
            }
        }
        #expect(ChannelLayout.mono.swapped == .mono)
    }

    @Test("a record keeps what it says and takes what it lacks")
    func filledRecords() {
        let mine = CallRecord(queue: "Billing", metadata: ["a": "1"])
        let other = CallRecord(queue: "Sales", site: "Dublin", metadata: ["a": "2", "b": "3"])
        let filled = mine.filled(from: other)
        #expect(filled.queue == "Billing")
        #expect(filled.site == "Dublin")
        #expect(filled.metadata == ["a": "1", "b": "3"])
    }

    @Test("coarser waveforms keep the extremes")
    func coarserWaveforms() {
        let fine = Waveform(
            sampleRate: 8_000, framesPerPoint: 10, channelCount: 2,
            extremes: [-1, 1, -10, 10, -5, 0, -2, 20, -3, 7, 0, 0])
        let coarse = fine.coarser(by: 2)
        #expect(coarse.extremes == [-5, 1, -10, 20, -3, 7, 0, 0])
        #expect(coarse.framesPerPoint == 20)
        #expect(coarse.pointCount == 2)
    }
}
