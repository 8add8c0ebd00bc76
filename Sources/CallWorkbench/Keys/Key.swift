/// A key of the keyboard, as far as a terminal can tell.
public struct Key: Sendable, Hashable {
    /// Which key, or what it types.
    public enum Code: Sendable, Hashable {
        /// What it types.
        case character(Character)
        case enter, escape, tab, backspace, delete, insert
        case up, down, left, right, home, end, pageUp, pageDown
        case function(Int)
    }

    /// What is held with it.
    public struct Modifiers: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: Int
        /// Shift.
        public static let shift = Modifiers(rawValue: 1)
        /// Alt.
        public static let alt = Modifiers(rawValue: 2)
        /// Ctrl.
        public static let control = Modifiers(rawValue: 4)

        /// Modifiers of some bits.
        public init(rawValue: Int) { self.rawValue = rawValue }
    }

    /// Which key.
    public var code: Code
    /// What is held with it.
    public var modifiers: Modifiers

    /// A key.
    public init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }

    /// The key that types a character.
    public init(_ character: Character, _ modifiers: Modifiers = []) {
        self.init(.character(character), modifiers)
    }

    /// The same key as a command: letters mean the same in either case, and Shift is in what a key
    /// types already, except where Ctrl or Alt keeps it from typing.
    public var asCommand: Key {
        guard case .character(let character) = code else { return self }
        let lower = Character(character.lowercased())
        guard modifiers.contains(.control) || modifiers.contains(.alt) else {
            return Key(lower)
        }
        return Key(lower, modifiers)
    }

    /// What it types into a text; nil where it types nothing.
    public var typed: Character? {
        guard case .character(let character) = code, modifiers.isSubset(of: .shift) else {
            return nil
        }
        return character
    }

    /// A digit 0...9 that it types.
    public var digit: Int? {
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
