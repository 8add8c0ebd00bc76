import CSndFile
import CallAudio
import CallModel

/// A recording of one kind, made in a folder, and whether the recording itself can be sought.
struct SoundCase: Sendable, CustomStringConvertible {
    let description: String
    let isDirect: Bool
    let make: @Sendable (SampleFolder) throws -> CallSource

    /// Longer than two of our blocks, and a multiple of no codec's block.
    static let frames = 20_011

    init(
        _ description: String, isDirect: Bool,
        make: @escaping @Sendable (SampleFolder) throws -> CallSource
    ) {
        self.description = description
        self.isDirect = isDirect
        self.make = make
    }

    /// A file that libsndfile writes, its bytes changed on the way.
    init(
        _ description: String, _ format: Int, channels: Int = 2, rate: Int = 8000,
        isDirect: Bool = true, flaw: @escaping @Sendable ([UInt8]) throws -> [UInt8] = { $0 }
    ) {
        self.init(description, isDirect: isDirect) { folder in
            let samples = SampleSounds.voice(frames: Self.frames, channels: channels)
            let bytes = try folder.written(samples, format: format, channels: channels, rate: rate)
            return CallSource(path: try folder.file("recording", try flaw(bytes)))
        }
    }

    /// Every format that libsndfile writes and the decoder takes.
    static let written: [SoundCase] = (WrittenFormat.wav + WrittenFormat.others).map { format in
        let isSought = ![.gsm610, .other, .vorbis, .opus, .flac].contains(format.codec)
        return SoundCase(
            format.description, format.format, channels: format.channels, isDirect: isSought)
    }

    /// The same containers with the other codecs that they have.
    static let more: [SoundCase] = [
        Self("float 32 in WAV", SF_FORMAT_WAV | SF_FORMAT_FLOAT),
        Self("float 64 in WAVEX", SF_FORMAT_WAVEX | SF_FORMAT_DOUBLE),
        Self("PCM 32 in RF64", SF_FORMAT_RF64 | SF_FORMAT_PCM_32, channels: 1),
        Self("MS ADPCM in W64", SF_FORMAT_W64 | SF_FORMAT_MS_ADPCM),
        Self("GSM 6.10 in W64", SF_FORMAT_W64 | SF_FORMAT_GSM610, channels: 1, isDirect: false),
        Self("PCM 8 in AIFF", SF_FORMAT_AIFF | SF_FORMAT_PCM_S8),
        Self("PCM 32 in AIFF", SF_FORMAT_AIFF | SF_FORMAT_PCM_32),
        Self("float 32 in AIFF", SF_FORMAT_AIFF | SF_FORMAT_FLOAT),
        Self("float 64 in AIFF", SF_FORMAT_AIFF | SF_FORMAT_DOUBLE),
        Self("IMA ADPCM in AIFF", SF_FORMAT_AIFF | SF_FORMAT_IMA_ADPCM, channels: 1),
        Self("IMA ADPCM in AIFF, stereo", SF_FORMAT_AIFF | SF_FORMAT_IMA_ADPCM),
        Self("GSM 6.10 in AIFF", SF_FORMAT_AIFF | SF_FORMAT_GSM610, channels: 1, isDirect: false),
        Self("PCM 24 in AU", SF_FORMAT_AU | SF_FORMAT_PCM_24),
        Self("float 32 in AU", SF_FORMAT_AU | SF_FORMAT_FLOAT),
        Self("float 64 in AU", SF_FORMAT_AU | SF_FORMAT_DOUBLE),
        Self("G.723 in AU", SF_FORMAT_AU | SF_FORMAT_G723_24, channels: 1, isDirect: false),
        Self("PCM 24 in CAF", SF_FORMAT_CAF | SF_FORMAT_PCM_24),
        Self("float 32 in CAF", SF_FORMAT_CAF | SF_FORMAT_FLOAT),
        Self("PCM 8 in VOC", SF_FORMAT_VOC | SF_FORMAT_PCM_U8),
        Self("PCM 24 in SPHERE", SF_FORMAT_NIST | SF_FORMAT_PCM_24),
        Self("A-law in SPHERE", SF_FORMAT_NIST | SF_FORMAT_ALAW),
        Self("PCM 8 in FLAC", SF_FORMAT_FLAC | SF_FORMAT_PCM_S8, isDirect: false),
        Self(
            "PCM 16 in FLAC at 44.1 kHz", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, rate: 44_100,
            isDirect: false),
        Self(
            "Vorbis in Ogg at 44.1 kHz", SF_FORMAT_OGG | SF_FORMAT_VORBIS, rate: 44_100,
            isDirect: false),
        Self(
            "Opus in Ogg at 16 kHz", SF_FORMAT_OGG | SF_FORMAT_OPUS, channels: 1, rate: 16_000,
            isDirect: false),
        Self(
            "MP3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, channels: 1, rate: 16_000,
            isDirect: false),
        Self(
            "MP3 without a Xing header", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, rate: 8000,
            isDirect: false, flaw: { try MP3Tests.bare($0) }),
        Self("MP3 in WAV", isDirect: false) { folder in
            let bytes = try folder.written(
                SampleSounds.voice(frames: frames), format: MP3Tests.format)
            return CallSource(
                path: try folder.file(
                    "recording",
                    .riff(
                        .chunk("fmt ", .format(tag: 0x55, block: 1, bits: 0)),
                        .chunk("data", bytes))))
        },
    ]

    /// Files without a header.
    static let headerless: [SoundCase] =
        ["ulaw", "alaw", "sln"].map { name in
            Self("headerless .\(name)", isDirect: true) { folder in
                let samples = SampleSounds.voice(frames: frames)
                return CallSource(path: try folder.file("recording.\(name)", bytes(samples) + [7]))
            }
        } + [
            Self("raw GSM", isDirect: false) { folder in
                CallSource(path: try folder.rawGSM("recording", frames: frames))
            }
        ]

    /// Files whose header was never finished, or that were cut off.
    static let flawed: [SoundCase] =
        [
            ("PCM 16", SF_FORMAT_PCM_16, true), ("PCM 24", SF_FORMAT_PCM_24, true),
            ("mu-law", SF_FORMAT_ULAW, true), ("IMA ADPCM", SF_FORMAT_IMA_ADPCM, true),
            ("MS ADPCM", SF_FORMAT_MS_ADPCM, true), ("GSM 6.10", SF_FORMAT_GSM610, false),
        ].flatMap { name, codec, isDirect in
            [
                Self(
                    "\(name) in a WAV that was never finalised", SF_FORMAT_WAV | codec,
                    channels: 1, isDirect: isDirect, flaw: { Self.unfinalised($0) }),
                Self(
                    "\(name) in a WAV that was cut off", SF_FORMAT_WAV | codec, channels: 1,
                    isDirect: isDirect, flaw: { $0.dropLast($0.count / 3 | 1) }),
            ]
        }
        + [
            ("AIFF", SF_FORMAT_AIFF), ("AU", SF_FORMAT_AU), ("CAF", SF_FORMAT_CAF),
            ("W64", SF_FORMAT_W64), ("RF64", SF_FORMAT_RF64), ("SPHERE", SF_FORMAT_NIST),
            ("VOC", SF_FORMAT_VOC),
        ].map { name, container in
            Self(
                "a \(name) that was cut off", container | SF_FORMAT_PCM_16,
                flaw: { $0.dropLast($0.count / 3 | 1) })
        }
        + [("FLAC", SF_FORMAT_FLAC | SF_FORMAT_PCM_16), ("Ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS)]
        .flatMap { name, format in
            [
                Self(
                    "\(name) that was cut off", format, isDirect: false,
                    flaw: { $0.dropLast($0.count / 3) }),
                Self(
                    "\(name) with damage in the middle", format, isDirect: false,
                    flaw: { Self.damaged($0) }),
                Self(
                    "\(name) with one bit changed in the middle", format, isDirect: false,
                    flaw: { bytes in
                        var bytes = bytes
                        bytes[bytes.count / 2] ^= 1
                        return bytes
                    }),
            ]
        }

    /// Two files that are one call.
    static let pairs: [SoundCase] = [
        pair("PCM and mu-law, the customer later", SF_FORMAT_PCM_16, SF_FORMAT_ULAW, lead: 1250),
        pair("mu-law and PCM, the agent later", SF_FORMAT_ULAW, SF_FORMAT_PCM_24, agentLead: 777),
        pair(
            "IMA ADPCM on both sides, an odd number of frames apart", SF_FORMAT_IMA_ADPCM,
            SF_FORMAT_IMA_ADPCM, rate: 11_025, lead: 1000),
        pair("a lead longer than the other side", SF_FORMAT_MS_ADPCM, SF_FORMAT_PCM_16, lead: 9000),
        pair("GSM and PCM", SF_FORMAT_GSM610, SF_FORMAT_PCM_16, lead: 40, isDirect: false),
    ]

    private static func pair(
        _ name: String, _ agent: Int, _ customer: Int, rate: Int = 8000, agentLead: Int = 0,
        lead: Int = 0, isDirect: Bool = true
    ) -> SoundCase {
        SoundCase("two files: \(name)", isDirect: isDirect) { folder in
            func file(_ name: String, _ codec: Int, _ frames: Int, _ lead: Int) throws
                -> AudioSource
            {
                let bytes = try folder.written(
                    SampleSounds.voice(frames: frames, seed: UInt64(frames)),
                    format: SF_FORMAT_WAV | codec, rate: rate)
                return AudioSource(
                    path: try folder.file(name, bytes), offset: CallTime(milliseconds: lead))
            }
            return .sides(
                agent: try file("agent", agent, frames, agentLead),
                customer: try file("customer", customer, 12_345, lead))
        }
    }

    static func unfinalised(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let data = (12..<bytes.count - 4).first { bytes[$0..<$0 + 4].elementsEqual("data".utf8) }!
        bytes.replaceSubrange(4..<8, with: [0, 0, 0, 0])
        bytes.replaceSubrange(data + 4..<data + 8, with: [0, 0, 0, 0])
        return bytes
    }

    static func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let middle = bytes.count / 2
        for index in middle..<middle + 300 { bytes[index] = UInt8(truncatingIfNeeded: index &* 31) }
        return bytes
    }

    static let all = written + more + headerless + flawed + pairs
}

extension SampleFolder {
    /// GSM 06.10 frames of a voice, without a header.
    func rawGSM(_ name: String, frames: Int, times: Int = 1, seed: UInt64 = 1) throws -> String {
        let bytes = try written(
            SampleSounds.voice(frames: frames, seed: seed), format: SF_FORMAT_RAW | SF_FORMAT_GSM610
        )
        return try file(name, Array([[UInt8]](repeating: bytes, count: times).joined()))
    }
}
