import CallAudio
import CallModel
import Testing

@Suite("Content magic")
struct AudioMagicTests {
    private func sniff(_ bytes: [UInt8]) -> AudioMagic {
        bytes.withUnsafeBytes { AudioMagic.sniff($0) }
    }

    @Test(
        "names what is not decoded",
        arguments: [
            ("#!AMR\n", "AMR"), ("#!AMR-WB\n", "AMR-WB"),
            ("\0\0\0\u{18}ftypM4A ", "MP4, M4A or 3GP"),
            ("RIFF\0\0\0\0AVI ", "AVI video"), ("wvpk", "WavPack"),
            ("FORM\0\0\0\08SVX", "IFF other than AIFF"),
            ("%PDF-1.7", "PDF"), ("agent,caller\n1,2\n", "Text"),
        ])
    func foreign(_ text: String, _ name: String) {
        #expect(sniff([UInt8](text)) == .unsupported(name: name))
    }

    @Test("names containers by their bytes")
    func binary() {
        #expect(sniff([0x1A, 0x45, 0xDF, 0xA3, 1]) == .unsupported(name: "WebM or Matroska"))
        #expect(
            sniff([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11])
                == .unsupported(name: "WMA (ASF)"))
        #expect(sniff([0xFF, 0xF1, 0x50, 0x80, 1, 0x1F, 0xFC]) == .unsupported(name: "AAC (ADTS)"))
        #expect(sniff([UInt8](repeating: 0, count: 4096)) == .unknown)
    }

    @Test(
        "tells the streams in Ogg apart",
        arguments: [
            ("Speex   1.2", AudioMagic.unsupported(name: "Speex in Ogg")),
            ("\u{7F}FLAC", .unsupported(name: "FLAC in Ogg")), ("OpusHead", .audio(.ogg)),
            ("\u{1}vorbis", .audio(.ogg)),
            ("something", .unsupported(name: "Ogg with an unknown codec")),
        ])
    func ogg(_ payload: String, _ expected: AudioMagic) {
        let page = [UInt8]("OggS") + [UInt8](repeating: 0, count: 22) + [1, 30] + [UInt8](payload)
        #expect(sniff(page + [UInt8](repeating: 0, count: 30)) == expected)
    }

    @Test("gives a sentence and a way out for each refusal")
    func sentences() throws {
        let folder = try SampleFolder()
        #expect(
            refusal(try folder.file("a.amr", [UInt8]("#!AMR\n123")))?.sentence
                == "AMR is not supported; convert it with: ffmpeg -i IN -c:a pcm_s16le OUT.wav")
        #expect(
            refusal(try folder.file("a.g729", [1, 2, 3, 4, 5, 6, 7, 8]))?.sentence
                == "Headerless G.729 is not supported; convert it with: ffmpeg -i IN -c:a pcm_s16le OUT.wav"
        )
        #expect(
            refusal(try folder.file("zeros.wav", [UInt8](repeating: 0, count: 999)))?.kind
                == .malformed)
        #expect(
            refusal(try folder.file("notes.wav", [UInt8]("just some words")))?.kind == .unsupported)
        let empty = try #require(refusal(try folder.file("empty.wav", [])))
        #expect(empty.kind == .empty)
        #expect(empty.sentence == "The file is empty (0 bytes): the recorder wrote nothing.")
        let missing = try #require(refusal(folder.path("missing.wav")))
        #expect(missing.kind == .unreadable)
        #expect(
            missing.description
                == "\(folder.path("missing.wav")): The file cannot be opened: No such file or directory."
        )
        #expect(refusal(folder.path("."))?.sentence.hasPrefix("This is not a plain file") == true)
    }
}
