/// A key of the keyboard, as far as a terminal can tell.
struct Key: Sendable, Hashable {
    /// Which key, or what it types.
    enum Code: Sendable, Hashable {
        /// What it types.
        case character(Character)
        case enter, escape, tab, backspace, delete, insert
        case up, down, left, right, home, end, pageUp, pageDown
        case function(Int)
    }

    /// What is held with it.
    struct Modifiers: OptionSet, Sendable, Hashable {
        let rawValue: Int
        static let shift = Modifiers(rawValue: 1)
        static let alt = Modifiers(rawValue: 2)
        static let control = Modifiers(rawValue: 4)
    }

    var code: Code
    var modifiers: Modifiers

    init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }

    /// The key that types a character.
    init(_ character: Character, _ modifiers: Modifiers = []) {
        self.init(.character(character), modifiers)
    }

    /// The same key as a command: letters mean the same in either case, and Shift is in what a key
    /// types already, except where Ctrl or Alt keeps it from typing.
    var asCommand: Key {
        guard case .character(let character) = code else { return self }
        let lower = Character(character.lowercased())
        guard modifiers.contains(.control) || modifiers.contains(.alt) else {
            return Key(lower)
        }
        return Key(lower, modifiers)
    }

    /// What it types into a text; nil where it types nothing.
    var typed: Character? {
        guard case .character(let character) = code, modifiers.isSubset(of: .shift) else {
            return nil
        }
        return character
    }

    /// A digit 0...9 that it types.
    var digit: Int? {
        typed.flatMap { $0.isASCII ? $0.wholeNumberValue : nil }
    }

    /// Whether every terminal tells it from other keys: many send a plain Enter for Ctrl+Enter, and
    /// the same for a letter with Ctrl whether Shift is held or not.
    var isTold: Bool {
        guard modifiers.contains(.control) else { return true }
        return switch code {
        case .enter: false
        case .character: !modifiers.contains(.shift)
        default: true
        }
    }
}
