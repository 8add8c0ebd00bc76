import Foundation

/// Something like a voice: a buzz of a wandering pitch in syllables.
enum SpokenSound {
    static func voice(seconds: Double, rate: Int = 8000, level: Double = 6000) -> [Int16] {
        var phase = 0.0
        return (0..<Int(seconds * Double(rate))).map { frame in
            let time = Double(frame) / Double(rate)
            phase += (120 + 20 * sin(time * 2)) / Double(rate)
            let buzz = (1...8).reduce(0.0) { $0 + sin(2 * .pi * phase * Double($1)) / Double($1) }
            let syllable = 0.5 - 0.5 * cos(2 * .pi * 4 * time)
            return Int16(level * buzz * syllable / 2)
        }
    }
}

extension SpokenSound {
    /// A buzz of one pitch, in hertz.
    static func steady(seconds: Double, pitch: Double, rate: Int = 8000) -> [Int16] {
        (0..<Int(seconds * Double(rate))).map { frame in
            let phase = Double(frame) * pitch / Double(rate)
            let buzz = (1...8).reduce(0.0) { $0 + sin(2 * .pi * phase * Double($1)) / Double($1) }
            return Int16(4000 * buzz)
        }
    }
}
