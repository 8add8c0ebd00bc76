import CallWorkbench

/// What the sequences of xterm and its kin mean.
enum CSIKeys {
    /// A key sent as one ASCII character.
    static func key(ascii byte: UInt8, _ modifiers: Key.Modifiers) -> Key {
        switch byte {
        case 0x0D: Key(.enter, modifiers)
        // What Ctrl+Enter sends where it sends anything of its own.
        case 0x0A: Key(.enter, modifiers.union(.control))
        case 0x09: Key(.tab, modifiers)
        case 0x08, 0x7F: Key(.backspace, modifiers)
        case 0x00: Key(" ", modifiers.union(.control))
        case 0x01...0x1A:
            Key(Character(Unicode.Scalar(byte + 0x60)), modifiers.union(.control))
        case 0x1B: Key(.escape, modifiers)
        case 0x1C...0x1F:
            Key(Character(Unicode.Scalar(byte + 0x40)), modifiers.union(.control)).asCommand
        default: Key(Character(Unicode.Scalar(byte)), modifiers)
        }
    }

    /// A key sent as `CSI parameters final`, or as `SS3 final`.
    static func key(final: UInt8, parameters: [Int], isApplication: Bool) -> KeySequence.Outcome {
        let held = parameters.count > 1 ? modifiers(parameters[1]) : []
        switch Character(Unicode.Scalar(final)) {
        case "A": return .key(Key(.up, held))
        case "B": return .key(Key(.down, held))
        case "C": return .key(Key(.right, held))
        case "D": return .key(Key(.left, held))
        case "H": return .key(Key(.home, held))
        case "F": return .key(Key(.end, held))
        case "P", "Q", "R", "S":
            return .key(Key(.function(Int(final) - 0x4F), held))
        case "M" where isApplication: return .key(Key(.enter))
        case "Z": return .key(Key(.tab, .shift))
        // rxvt: small letters with Shift, and after SS3 with Ctrl.
        case "a", "b", "c", "d":
            let codes: [Key.Code] = [.up, .down, .right, .left]
            return .key(Key(codes[Int(final) - 0x61], isApplication ? .control : .shift))
        case "u": return character(parameters.first, held)
        case "~" where parameters.first == 27 && parameters.count > 2:
            return character(parameters[2], held)
        case "~": return numbered(parameters.first ?? 0, held)
        default: return .nothing
        }
    }

    private static func modifiers(_ parameter: Int) -> Key.Modifiers {
        let bits = max(0, parameter - 1)
        var held: Key.Modifiers = []
        if bits & 1 != 0 { held.insert(.shift) }
        if bits & 2 != 0 { held.insert(.alt) }
        if bits & 4 != 0 { held.insert(.control) }
        return held
    }

    private static func character(
        _ code: Int?, _ held: Key.Modifiers
    ) -> KeySequence.Outcome {
        guard let code, let scalar = Unicode.Scalar(UInt32(code)) else { return .nothing }
        switch code {
        case 13, 57_414: return .key(Key(.enter, held))
        case 27: return .key(Key(.escape))
        case 9: return .key(Key(.tab, held))
        case 8, 127: return .key(Key(.backspace, held))
        case 0..<32, 57_344..<63_744: return .nothing
        default: return .key(Key(Character(scalar), held))
        }
    }

    private static func numbered(_ number: Int, _ held: Key.Modifiers) -> KeySequence.Outcome {
        let codes: [Int: Key.Code] = [
            1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
            11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4),
            15: .function(5), 17: .function(6), 18: .function(7), 19: .function(8),
            20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
        ]
        return codes[number].map { .key(Key($0, held)) } ?? .nothing
    }
}
