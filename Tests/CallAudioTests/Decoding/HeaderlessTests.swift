import CSndFile
import CallModel
import Testing

@testable import CallAudio

@Suite("Headerless recordings")
struct HeaderlessTests {
    @Test("expand mu-law and A-law as libsndfile does, code by code")
    func companding() throws {
        let folder = try SampleFolder()
        let codes = (0...255).map { UInt8($0) } + (0...255).reversed().map { UInt8($0) }
        _ = try folder.file("codes", codes)
        let muLaw = try folder.libraryReading(
            "codes", headerlessFormat: SF_FORMAT_RAW | SF_FORMAT_ULAW)
        #expect(muLaw[..<256].elementsEqual(G711.muLaw))
        let aLaw = try folder.libraryReading(
            "codes", headerlessFormat: SF_FORMAT_RAW | SF_FORMAT_ALAW)
        #expect(aLaw[..<256].elementsEqual(G711.aLaw))
        // ITU-T G.711 tables 1 and 2: the largest values, in 16 bits.
        #expect(G711.muLaw.max() == 32124 && G711.muLaw[0xFF] == 0 && G711.muLaw[0x7F] == 0)
        #expect(G711.aLaw.max() == 32256 && G711.aLaw[0xD5] == 8 && G711.aLaw[0x55] == -8)
    }

    @Test(
        "go by their extension, in any case",
        arguments: [
            ("a.ulaw", HeaderlessFormat.muLaw), ("a.ul", .muLaw), ("a.PCMU", .muLaw),
            ("a.alaw", .aLaw), ("a.Al", .aLaw), ("a.pcma", .aLaw), ("a.sln", .linear16),
            ("a.raw", .linear16),
        ])
    func extensions(_ name: String, _ format: HeaderlessFormat) throws {
        let folder = try SampleFolder()
        let samples = SampleSounds.voice(frames: 4001)
        let path = try folder.file(name, bytes(samples))
        let (call, decoded) = try decode(path)
        let file = call.recording.files[0]
        #expect(file.container == .headerless)
        #expect(file.sampleRate == 8000 && file.channelCount == 1)
        #expect(file.headerFrameCount == nil)
        #expect(decoded.count == (format == .linear16 ? 4001 : 8002))
        if format == .linear16 { #expect(decoded == samples) }
        if format == .muLaw { #expect(decoded == bytes(samples).map { G711.muLaw[Int($0)] }) }
        if format == .aLaw { #expect(decoded == bytes(samples).map { G711.aLaw[Int($0)] }) }
    }

    @Test("go by the explicit option, which wins over the extension")
    func option() throws {
        let folder = try SampleFolder()
        let path = try folder.file("sound.raw", [UInt8](repeating: 0xD5, count: 8000))
        let source = AudioSource(path: path, headerless: .aLaw)
        let (call, decoded) = try decode(.file(source, layout: .agentFirst))
        #expect(call.recording.files[0].codec == .aLaw)
        #expect(decoded.count == 8000)
        #expect(call.recording.flaws == [.silent])
    }

    @Test("are never what a real header says is something else")
    func headerWins() throws {
        let folder = try SampleFolder()
        let wav = try folder.written(
            SampleSounds.voice(frames: 500), format: SF_FORMAT_WAV | SF_FORMAT_PCM_16)
        let path = try folder.file("sound.ulaw", wav)
        #expect(try decode(path).call.recording.files[0].codec == .pcm16)
        let forced = CallSource.file(
            AudioSource(path: path, headerless: .muLaw), layout: .agentFirst)
        #expect(try decode(forced).call.recording.frameCount == 500)
        let text = try folder.file(
            "notes.raw", [UInt8](String(repeating: "hello, caller\n", count: 9)))
        #expect(refusal(text)?.sentence == "This is text, not a recording.")
    }

    @Test("of 16 bits that end in half a sample are truncated")
    func halfSample() throws {
        let folder = try SampleFolder()
        let path = try folder.file("half.sln", bytes(SampleSounds.voice(frames: 100)) + [1])
        let recording = try decode(path).call.recording
        #expect(recording.frameCount == 100)
        #expect(recording.flaws == [.truncated])
    }

    @Test("of GSM 6.10 are told by their frames' mark, not by their name")
    func rawGSM() throws {
        let folder = try SampleFolder()
        let frames = try folder.written(
            SampleSounds.voice(frames: 1600), format: SF_FORMAT_RAW | SF_FORMAT_GSM610)
        #expect(frames.count == 330)
        let path = try folder.file("recording", frames)
        let (call, decoded) = try decode(path)
        #expect(call.recording.files[0].container == .gsm)
        #expect(
            decoded
                == (try folder.libraryReading(
                    "recording", headerlessFormat: SF_FORMAT_RAW | SF_FORMAT_GSM610)))
        #expect(decoded.count == 1600)
        let cut = try decode(folder.file("cut.gsm", Array(frames.dropLast(5)))).call.recording
        #expect(cut.frameCount == 1440)
        #expect(cut.flaws == [.truncated])
        // Noise, and A-law silence, whose every byte bears the mark.
        var noise = SampleSounds.Noise(state: 7)
        let random = (0..<3300).map { _ in UInt8.random(in: 0...255, using: &noise) }
        #expect(refusal(try folder.file("noise.gsm", random))?.kind == .malformed)
        let silence = [UInt8](repeating: 0xD5, count: 3300)
        #expect(refusal(try folder.file("silence.gsm", silence))?.kind == .malformed)
    }
}
