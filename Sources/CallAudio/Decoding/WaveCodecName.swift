/// Names of codecs by their format tag in WAVE files (Microsoft mmreg.h, RFC 2361), for saying what
/// is not supported. Those that are decoded are not here.
enum WaveCodecName {
    /// The name of a format tag, "Codec 0x1234" where it is not a known one.
    static func name(ofTag tag: UInt16) -> String {
        names[tag] ?? "Codec 0x\(String(tag, radix: 16, uppercase: true))"
    }

    private static let names: [UInt16: String] = [
        0x0000: "An unnamed codec", 0x0005: "CVSD", 0x0008: "DTS", 0x000A: "Windows Media Voice",
        0x0010: "OKI ADPCM", 0x0014: "G.723 ADPCM", 0x0017: "Dialogic OKI ADPCM",
        0x0020: "Yamaha ADPCM", 0x0022: "TrueSpeech", 0x0034: "Control Resources VQLPC",
        0x0036: "Digital ADPCM", 0x0038: "NMS VBX ADPCM", 0x003B: "Rockwell ADPCM",
        0x0041: "G.728", 0x0042: "G.723.1", 0x0045: "G.726", 0x0059: "Lucent G.723",
        0x0062: "VoxWare", 0x0064: "G.726", 0x0065: "G.722", 0x0069: "VoxWare",
        0x0070: "VoxWare AC8", 0x0071: "VoxWare AC10", 0x0072: "VoxWare AC16",
        0x0073: "VoxWare AC20", 0x0074: "VoxWare RT24", 0x0075: "VoxWare RT29",
        0x0083: "G.729A", 0x0085: "DataFusion G.726", 0x0086: "DataFusion GSM 6.10",
        0x0092: "AC-3", 0x00FF: "AAC", 0x0111: "Vivo G.723", 0x0123: "Digital G.723",
        0x0125: "Sanyo LD-ADPCM", 0x0130: "ACELP.net", 0x0131: "ACELP 4800",
        0x0132: "ACELP 8V3", 0x0133: "G.729", 0x0134: "G.729A", 0x0136: "AMR",
        0x0140: "G.726", 0x0150: "QUALCOMM PureVoice", 0x0160: "WMA version 1", 0x0161: "WMA",
        0x0162: "WMA Professional", 0x0163: "WMA Lossless", 0x0200: "Creative ADPCM",
        0x028F: "G.722", 0x1000: "Olivetti GSM", 0x1600: "AAC (ADTS)", 0x1610: "AAC",
        0x2000: "AC-3", 0x2001: "DTS", 0x566F: "Vorbis", 0x674F: "Vorbis", 0x6750: "Vorbis",
        0x6751: "Vorbis", 0x676F: "Vorbis", 0x6770: "Vorbis", 0x6771: "Vorbis", 0x7A21: "AMR",
        0x7A22: "AMR-WB", 0xA100: "Comverse G.723.1", 0xA103: "G.729A", 0xA104: "AMR-WB",
        0xA105: "G.726", 0xA106: "AAC", 0xA107: "G.726", 0xA109: "Speex",
        0xA10D: "GSM 6.10 (0xA10D)",
        0xA112: "G.722", 0xA113: "G.728", 0xA114: "G.729A", 0xA115: "Siren", 0xF1AC: "FLAC",
    ]
}
