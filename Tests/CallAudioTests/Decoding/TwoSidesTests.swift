import CSndFile
import CallAudio
import CallModel
import Testing

@Suite("Two mono files as one call")
struct TwoSidesTests {
    private func file(
        _ folder: SampleFolder, _ name: String, _ samples: [Int16], subtype: Int = SF_FORMAT_PCM_16,
        rate: Int = 8000, channels: Int = 1, offset: Int = 0
    ) throws -> AudioSource {
        let bytes = try folder.written(
            samples, format: SF_FORMAT_WAV | subtype, channels: channels, rate: rate)
        return AudioSource(
            path: try folder.file(name, bytes), offset: CallTime(milliseconds: offset))
    }

    @Test("stand beside one another, padded to the longer, the later one moved back")
    func joins() throws {
        let folder = try SampleFolder()
        let agent = SampleSounds.voice(frames: 30_000, seed: 1)
        let customer = SampleSounds.voice(frames: 9_500, seed: 2)
        let source = CallSource.sides(
            agent: try file(folder, "agent", agent),
            customer: try file(folder, "customer", customer, offset: 1250))
        let (call, samples) = try decode(source)
        let lead = 10_000
        #expect(call.recording.frameCount == 30_000)
        #expect(call.recording.layout == .agentFirst)
        #expect(call.recording.files.map(\.side) == [.agent, .customer])
        #expect(call.recording.files.map(\.frameCount) == [30_000, 9_500])
        #expect(call.recording.files[1].offset == CallTime(milliseconds: 1250))
        #expect(call.metadata.count == 2)
        #expect(stride(from: 0, to: samples.count, by: 2).map { samples[$0] } == agent)
        let expected =
            [Int16](repeating: 0, count: lead) + customer
            + [Int16](repeating: 0, count: 30_000 - lead - 9_500)
        #expect(stride(from: 1, to: samples.count, by: 2).map { samples[$0] } == expected)
        #expect(call.recording.flaws == [])
    }

    @Test("lose and gain no sample where one begins an odd number of frames later")
    func oddLead() throws {
        let folder = try SampleFolder()
        let agent = try file(
            folder, "agent", SampleSounds.voice(frames: 30_000, seed: 1),
            subtype: SF_FORMAT_IMA_ADPCM,
            rate: 11_025)
        let customer = try file(
            folder, "customer", SampleSounds.voice(frames: 20_000, seed: 2),
            subtype: SF_FORMAT_IMA_ADPCM, rate: 11_025, offset: 1000)
        let lead = 11_025
        let samples = try decode(.sides(agent: agent, customer: customer)).samples
        let alone = try decode(.file(customer, layout: .mono)).samples
        #expect(
            stride(from: 1, to: samples.count, by: 2).map { samples[$0] }.dropFirst(lead)
                .prefix(alone.count).elementsEqual(alone))
        let first = try decode(.file(agent, layout: .mono)).samples
        #expect(
            stride(from: 0, to: samples.count, by: 2).map { samples[$0] }.prefix(first.count)
                .elementsEqual(first))
    }

    @Test("may differ in codec, and the later one may end the call")
    func mixed() throws {
        let folder = try SampleFolder()
        let source = CallSource.sides(
            agent: try file(
                folder, "agent", SampleSounds.voice(frames: 4000), subtype: SF_FORMAT_ULAW),
            customer: try file(
                folder, "customer", SampleSounds.voice(frames: 4000), subtype: SF_FORMAT_GSM610,
                offset: 500))
        let decoder = try CallDecoder(source)
        #expect(decoder.expectedFrameCount == 8000)
        let isExact = decoder.seeksExactly
        #expect(!isExact)
        #expect(decoder.fullScale == 32_124)
        #expect(try decode(source).call.recording.frameCount == 8000)
    }

    @Test("say which side is silent throughout, or that all is")
    func silentSides() throws {
        let folder = try SampleFolder()
        let quiet = [Int16](repeating: 0, count: 2000)
        let voice = SampleSounds.voice(frames: 2000)
        func flaws(_ agent: [Int16], _ customer: [Int16]) throws -> [RecordingFlaw] {
            try decode(
                .sides(
                    agent: file(folder, "agent", agent),
                    customer: file(folder, "customer", customer))
            ).call.recording.flaws
        }
        #expect(try flaws(quiet, voice) == [.firstChannelSilent])
        #expect(try flaws(voice, quiet) == [.secondChannelSilent])
        #expect(try flaws(quiet, quiet) == [.silent])
        #expect(try flaws(voice, []) == [.secondChannelSilent])
        #expect(try flaws([], []) == [.empty])
    }

    @Test("of different rates, or that are not mono, are refused with the way out")
    func mismatch() throws {
        let folder = try SampleFolder()
        let voice = SampleSounds.voice(frames: 2000)
        let slow = try file(folder, "slow", voice)
        let fast = try file(folder, "fast", voice, rate: 16_000)
        let wide = try file(folder, "wide", voice, channels: 2)
        let rates = try #require(refusal(.sides(agent: slow, customer: fast)))
        #expect(rates.kind == .mismatch)
        #expect(rates.path == fast.path)
        #expect(rates.sentence.contains("16000 Hz and the agent's 8000 Hz"))
        var late = slow
        late.offset = CallTime(milliseconds: 90_000_000)
        #expect(refusal(.sides(agent: slow, customer: late))?.sentence.contains("90000 s") == true)
        #expect(refusal(.file(late, layout: .agentFirst)) == nil)
        #expect(refusal(.sides(agent: wide, customer: slow))?.path == wide.path)
        #expect(
            refusal(.sides(agent: slow, customer: AudioSource(path: "/nowhere")))?.kind
                == .unreadable)
    }

    @Test("in one file keep the layout that is asked for, and mono stays mono")
    func layouts() throws {
        let folder = try SampleFolder()
        let voice = SampleSounds.voice(frames: 2000)
        let wide = try file(folder, "wide", voice, channels: 2)
        let mono = try file(folder, "mono", voice)
        #expect(
            try decode(.file(wide, layout: .customerFirst)).call.recording.layout == .customerFirst)
        #expect(try decode(.file(mono, layout: .customerFirst)).call.recording.layout == .mono)
    }
}
