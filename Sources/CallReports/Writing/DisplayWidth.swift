/// How many columns of a terminal a text takes.
///
/// Combining marks and format characters take none, East Asian wide characters and emoji two
/// (Unicode Standard Annex 11, with every pictograph counted as wide). A sequence of emoji joined
/// into one picture is counted by its parts, because terminals that cannot join them draw the parts:
/// the answer is never too small.
public enum DisplayWidth {
    /// The columns of a text on one line, >= 0.
    public static func of(_ text: String) -> Int {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
        return text.reduce(0) { $0 + of($1) }
    }

    /// The columns of one character, 0 or more.
    public static func of(_ character: Character) -> Int {
        var width = 0
        for scalar in character.unicodeScalars {
            // The selector asks for the coloured picture, which is two columns wide.
            width = scalar == "\u{FE0F}" && width == 1 ? 2 : width + of(scalar)
        }
        return width
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return scalar.value < 0x20 ? 0 : 1 }
        if hangulVowelsAndFinals.contains(scalar.value) { return 0 }
        if regionalIndicators.contains(scalar.value) { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        let isWide =
            scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) }
        return isWide ? 2 : 1
    }

    /// Two of them are one flag of two columns.
    private static let regionalIndicators: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF

    /// They join the consonant before them into one syllable.
    private static let hangulVowelsAndFinals: ClosedRange<UInt32> = 0x1160...0x11FF

    /// Blocks whose characters are wide, or wide often enough to be counted so.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
        0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D376,
        0x1F000...0x1F02B, 0x1F18E...0x1F19A, 0x1F200...0x1F265, 0x1F300...0x1F64F,
        0x1F680...0x1F6FF, 0x1F7E0...0x1F7F0, 0x1F900...0x1FAFF, 0x20000...0x3FFFD,
    ]
}
