import CSndFile
import CallAudio
import CallModel
import Testing

@Suite("A sound that any frame can be read from")
struct SeekTests {
    @Test(
        "gives after a seek what the sequential decode gives, sample for sample, in every format",
        arguments: SoundCase.all)
    func exact(_ sample: SoundCase) async throws {
        let folder = try SampleFolder()
        let source = try sample.make(folder)
        let (call, samples) = try decode(source)
        let sound = try CallSound(source)
        try await sound.whenReady()
        #expect(sound.isDirect == sample.isDirect)
        #expect(sound.frameCount == call.recording.frameCount)
        #expect(sound.sampleRate == call.recording.sampleRate)
        #expect(sound.layout == call.recording.layout)
        try SoundProbe(sound, samples).checkSeeks(seed: 7)
    }

    @Test("is not worn out by any number of seeks")
    func manySeeks() throws {
        let folder = try SampleFolder()
        let samples = SampleSounds.voice(frames: 40_000, channels: 2)
        let bytes = try folder.written(
            samples, format: SF_FORMAT_AIFF | SF_FORMAT_PCM_16, channels: 2)
        let probe = SoundProbe(
            try CallSound(CallSource(path: try folder.file("recording", bytes))), samples)
        // More bytes than a library may read of a file of this size in one go.
        var wrong = 0
        for turn in 0..<900 {
            let frame = turn % 3 * 12_000
            if try probe.read(frame, 1) != Array(samples[(2 * frame)..<(2 * frame + 2)]) {
                wrong += 1
            }
        }
        #expect(wrong == 0)
    }

    @Test(
        "is read in place where a whole decode found a FLAC to be sound, and exact there too",
        arguments: SoundCase.all.filter { $0.description.contains("FLAC") })
    func flac(_ sample: SoundCase) async throws {
        let folder = try SampleFolder()
        let source = try sample.make(folder)
        let (call, samples) = try decode(source)
        let sound = try CallSound(source, recording: call.recording)
        #expect(sound.frameCount == call.recording.frameCount)
        try await sound.whenReady()
        #expect(sound.isDirect == call.recording.flaws.isEmpty)
        try SoundProbe(sound, samples).checkSeeks(seed: 8)
    }
}
