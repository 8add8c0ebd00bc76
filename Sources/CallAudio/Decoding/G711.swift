/// ITU-T G.711 companding, as tables of 16-bit samples by code byte.
enum G711 {
    /// Mu-law, -32124...32124; code 0xFF and code 0x7F are silence.
    static let muLaw: [Int16] = (0...255).map { code in
        let bits = ~code & 0xFF
        let magnitude = (((bits & 0x0F) << 3) + 0x84) << ((bits & 0x70) >> 4) - 0x84
        return Int16(bits & 0x80 == 0 ? magnitude : -magnitude)
    }

    /// A-law, -32256...32256; it has no zero: silence is 8 or -8.
    static let aLaw: [Int16] = (0...255).map { code in
        let bits = code ^ 0x55
        let segment = (bits & 0x70) >> 4
        let step = (bits & 0x0F) << 4
        let magnitude = segment == 0 ? step + 8 : (step + 0x108) << (segment - 1)
        return Int16(bits & 0x80 == 0 ? -magnitude : magnitude)
    }
}
