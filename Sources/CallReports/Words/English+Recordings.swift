import CallModel

extension English {
    func recordingState(_ state: RecordingState, reason: String?) -> String? {
        switch state {
        case .decoded: nil
        case .none: "No recording was delivered for this call."
        case .retired: "The recording was deleted when its time was over."
        case .undecodable: reason ?? "The recording cannot be decoded."
        }
    }

    func shortState(_ state: RecordingState) -> String? {
        switch state {
        case .decoded: nil
        case .none: "no recording"
        case .retired: "recording deleted"
        case .undecodable: "does not decode"
        }
    }

    func flaw(_ flaw: RecordingFlaw, layout: ChannelLayout) -> String {
        switch flaw {
        case .headerNeverFinalised:
            "The recorder never finished the header; the sound is there and was recovered."
        case .truncated: "The file ends before its header says."
        case .empty: "No sound decodes."
        case .silent: "The whole recording is silent."
        case .clipped: "The sound is overdriven: it is clipped at full scale."
        case .firstChannelSilent: silent(layout.side(ofChannel: 0), channel: "first")
        case .secondChannelSilent: silent(layout.side(ofChannel: 1), channel: "second")
        case .damaged: "A part in the middle does not decode and was passed over."
        }
    }

    private func silent(_ side: Side?, channel: String) -> String {
        side.map { "The \(self.side($0))’s side is silent throughout." }
            ?? "The \(channel) channel is silent throughout."
    }

    func shortFlaw(_ flaw: RecordingFlaw) -> String {
        switch flaw {
        case .headerNeverFinalised: "header recovered"
        case .truncated: "cut off"
        case .empty: "empty"
        case .silent: "silent"
        case .clipped: "clipped"
        case .firstChannelSilent, .secondChannelSilent: "one side silent"
        case .damaged: "damaged"
        }
    }

    func format(
        container: AudioContainer, codec: AudioCodec, hertz: Int, layout: ChannelLayout
    ) -> String {
        let kilohertz = figures.tenths(Double(hertz) / 1000) + "\u{A0}kHz"
        let channels = layout == .mono ? "one channel" : "two sides"
        let coding = name(codec)
        let wrapping = name(container)
        let sound = coding == wrapping ? coding : "\(coding) in \(wrapping)"
        return [sound, kilohertz, channels].joined(separator: separator)
    }

    private func name(_ container: AudioContainer) -> String {
        switch container {
        case .wav: "WAV"
        case .wavex: "WAVEX"
        case .w64: "W64"
        case .rf64: "RF64"
        case .aiff: "AIFF"
        case .au: "AU"
        case .caf: "CAF"
        case .voc: "VOC"
        case .sphere: "SPHERE"
        case .flac: "FLAC"
        case .ogg: "Ogg"
        case .mp3: "MP3"
        case .gsm: "GSM 06.10"
        case .headerless: "a file without header"
        }
    }

    private func name(_ codec: AudioCodec) -> String {
        switch codec {
        case .pcm8: "PCM 8 bit"
        case .pcm16: "PCM 16 bit"
        case .pcm24: "PCM 24 bit"
        case .pcm32: "PCM 32 bit"
        case .float32: "float 32 bit"
        case .float64: "float 64 bit"
        case .muLaw: "mu-law"
        case .aLaw: "A-law"
        case .imaADPCM: "IMA ADPCM"
        case .msADPCM: "MS ADPCM"
        case .gsm610: "GSM 06.10"
        case .mp3: "MP3"
        case .flac: "FLAC"
        case .vorbis: "Vorbis"
        case .opus: "Opus"
        case .other: "another coding"
        }
    }
}
