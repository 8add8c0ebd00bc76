import CSndFile
import CallModel
import Testing

@testable import CallAudio

@Suite("Words in recordings")
struct EmbeddedMetadataTests {
    static let format = [UInt8].chunk("fmt ", .format(tag: 1, block: 2, bits: 16))
    static let data = [UInt8].chunk("data", bytes(SampleSounds.voice(frames: 50)))

    @Test("are read from RIFF INFO, before or after the sound, Latin-1 where they are not UTF-8")
    func info() throws {
        let folder = try SampleFolder()
        let list = [UInt8].chunk(
            "LIST",
            [UInt8]("INFO") + .chunk("INAM", [0x47, 0x72, 0xFC, 0xDF, 0x65, 0, 0x41])
                + .chunk("IART", [UInt8]("Zoë")) + .chunk("ICRD", [UInt8]("2026-11-18\0"))
                + .chunk("ISFT", [UInt8]("  Recorder\u{1}\u{7F} 9 "))
                + .chunk("ICMT", [UInt8]("  ")))
        for bytes in [
            [UInt8].riff(Self.format, list, Self.data), .riff(Self.format, Self.data, list),
        ] {
            let words = try decode(folder.file("recording", bytes)).call.metadata[0]
            #expect(words.title == "Grüße")
            #expect(words.artist == "Zoë")
            #expect(words.date == "2026-11-18")
            #expect(words.software == "Recorder 9")
            #expect(words.comment == nil)
        }
    }

    @Test("are read from a Broadcast Wave header, field by field")
    func broadcast() throws {
        func field(_ text: String, _ count: Int) -> [UInt8] {
            [UInt8](text) + [UInt8](repeating: 0, count: count - text.utf8.count)
        }
        let bext =
            field("Call 17 of queue billing", 256) + field("Recorder 9", 32) + field("REF-1", 32)
            + field("2026-11-18", 10) + field("09:15:00", 8) + [UInt8](repeating: 0, count: 264)
            + [UInt8]("A=G711U,F=8000,M=mono\r\n")
        let folder = try SampleFolder()
        let path = try folder.file("recording", .riff(.chunk("bext", bext), Self.format, Self.data))
        let words = try decode(path).call.metadata[0]
        #expect(words.description == "Call 17 of queue billing")
        #expect(words.originator == "Recorder 9")
        #expect(words.originatorReference == "REF-1")
        #expect(words.date == "2026-11-18")
        #expect(words.time == "09:15:00")
        #expect(words.codingHistory == "A=G711U,F=8000,M=mono")
        let short = try folder.file(
            "short", .riff(.chunk("bext", Array(bext[..<300])), Self.format, Self.data))
        #expect(try decode(short).call.metadata[0].originatorReference == "REF-1")
    }

    @Test("are read through libsndfile elsewhere")
    func elsewhere() throws {
        let folder = try SampleFolder()
        let voice = SampleSounds.voice(frames: 500)
        for format in [SF_FORMAT_FLAC | SF_FORMAT_PCM_16, SF_FORMAT_OGG | SF_FORMAT_VORBIS] {
            let bytes = try folder.written(
                voice, format: format, strings: [SF_STR_TITLE: "Call 4", SF_STR_DATE: "2026"])
            let words = try decode(folder.file("recording", bytes)).call.metadata[0]
            #expect(words.title == "Call 4")
            #expect(words.date == "2026")
        }
    }

    @Test("are bounded, and lies about their size are not believed")
    func bounded() throws {
        let folder = try SampleFolder()
        let long = [UInt8](String(repeating: "x", count: 100_000))
        let list = [UInt8]("INFO") + [UInt8]("INAM") + .little(0x7FFF_FFFF, 4) + long
        let path = try folder.file("recording", .riff(Self.format, Self.data, .chunk("LIST", list)))
        #expect(try decode(path).call.metadata[0].title?.count == 1024)
        #expect(EmbeddedMetadata.bounded(" \u{0}\t ") == nil)
        var merged = EmbeddedMetadata()
        merged.title = "mine"
        var other = EmbeddedMetadata()
        other.title = "theirs"
        other.time = "10:00"
        #expect(merged.filled(from: other).title == "mine")
        #expect(merged.filled(from: other).time == "10:00")
        #expect(EmbeddedMetadata().isEmpty && !other.isEmpty)
    }
}
