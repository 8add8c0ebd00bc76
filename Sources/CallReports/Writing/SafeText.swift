/// Text that a person or a file wrote, made harmless to show on one line.
public enum SafeText {
    /// The text on one line: without control characters, terminal escape sequences, bidirectional
    /// controls and other invisible commands; runs of white space become one space.
    ///
    /// Joiners stay, since some scripts need them; marks on one letter are limited to eight, so that
    /// a letter cannot climb over the lines above it.
    public static func oneLine(_ text: String) -> String {
        if isPlain(text) { return text }
        var kept = String.UnicodeScalarView()
        var marks = 0
        var owesSpace = false
        for scalar in withoutEscapes(text.unicodeScalars) {
            if scalar.properties.isWhitespace || isBreak(scalar) {
                owesSpace = !kept.isEmpty
                continue
            }
            guard !isInvisible(scalar) else { continue }
            if isMark(scalar) {
                marks += 1
                guard marks <= 8 else { continue }
            } else {
                marks = 0
            }
            if owesSpace { kept.append(" ") }
            owesSpace = false
            kept.append(scalar)
        }
        return String(kept)
    }

    /// The beginning of a text that fits into a number of columns, with an ellipsis where something
    /// was left out; empty where not even that fits.
    public static func cut(_ text: String, width: Int) -> String {
        cut(text, width: width, ellipsis: "…")
    }

    /// The same with an ellipsis of one's own.
    public static func cut(_ text: String, width: Int, ellipsis: String) -> String {
        let room = width - DisplayWidth.of(ellipsis)
        var used = 0
        var end = text.startIndex
        // Reads no further than it must: a note may be very long.
        for index in text.indices {
            used += DisplayWidth.of(text[index])
            if used <= room { end = text.index(after: index) }
            if used > width {
                guard room >= 0 else { return "" }
                var kept = text[..<end]
                while kept.last == " " { kept.removeLast() }
                return kept + ellipsis
            }
        }
        return text
    }

    /// Whether nothing is to be done: printable ASCII with single spaces inside. Most text is.
    private static func isPlain(_ text: String) -> Bool {
        var previous: UInt8 = 0x20
        for byte in text.utf8 {
            guard byte >= 0x20, byte < 0x7F, byte != 0x20 || previous != 0x20 else { return false }
            previous = byte
        }
        return previous != 0x20
    }

    /// A text that must not turn the sentence around it: wrapped in a first-strong isolate (Unicode
    /// Standard Annex 9) where it has letters that run from right to left.
    package static func isolated(_ text: String) -> String {
        let turns = text.unicodeScalars.contains { scalar in
            rightToLeft.contains { $0.contains(scalar.value) }
        }
        return turns ? "\u{2068}\(text)\u{2069}" : text
    }

    /// Hebrew, Arabic and their neighbours.
    private static let rightToLeft: [ClosedRange<UInt32>] = [
        0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
    ]

    /// White space of the input that is a control character, and U+2028 and U+2029 with it.
    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0x85
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: isJoiner(scalar)
        }
    }

    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x200C || scalar.value == 0x200D
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .surrogate: return true
        case .format: return !isJoiner(scalar)
        default: break
        }
        // Characters that are none: XML refuses them, and nobody can see them.
        return scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
            || (0xE0000...0xE0FFF).contains(scalar.value)
    }

    /// Without sequences that command a terminal (ECMA-48: CSI, OSC, DCS and their kin, in their
    /// seven-bit and eight-bit forms).
    private static func withoutEscapes(_ scalars: String.UnicodeScalarView) -> [Unicode.Scalar] {
        var kept: [Unicode.Scalar] = []
        var rest = scalars[...]
        while let scalar = rest.popFirst() {
            var introducer = scalar.value
            if introducer == 0x1B {
                guard let next = rest.first, (0x20...0x7E).contains(next.value) else { continue }
                rest.removeFirst()
                // ESC and a letter are the eight-bit form less 0x40.
                introducer = next.value + 0x40
            }
            switch introducer {
            case 0x9B:
                while let next = rest.first, (0x20...0x3F).contains(next.value) {
                    rest.removeFirst()
                }
                if let next = rest.first, (0x40...0x7E).contains(next.value) { rest.removeFirst() }
            case 0x90, 0x98, 0x9D, 0x9E, 0x9F:
                skipString(&rest)
            default:
                if scalar.value != 0x1B { kept.append(scalar) }
            }
        }
        return kept
    }

    /// Leaves out a command string up to its terminator; one without a terminator loses nothing but
    /// its introducer, or a single escape could swallow a whole note.
    private static func skipString(_ rest: inout Substring.UnicodeScalarView) {
        guard
            let end = rest.firstIndex(where: {
                $0.value == 0x07 || $0.value == 0x9C || $0.value == 0x1B
            })
        else { return }
        let isEscape = rest[end].value == 0x1B
        rest = rest[rest.index(after: end)...]
        if isEscape, rest.first == "\\" { rest.removeFirst() }
    }
}
