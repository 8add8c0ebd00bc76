// How keys are written in settings and in help: `Ctrl+Shift+Z`, `Shift+Left`, `Space`, `[`.

extension Key {
    private static let names: [(code: Code, name: String)] = [
        (.character(" "), "Space"), (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"),
        (.backspace, "Backspace"), (.delete, "Del"), (.insert, "Ins"), (.up, "Up"),
        (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"), (.end, "End"),
        (.pageUp, "PgUp"), (.pageDown, "PgDn"),
    ]

    private static let others: [String: Code] = [
        "escape": .escape, "delete": .delete, "return": .enter, "insert": .insert,
        "pageup": .pageUp, "pagedown": .pageDown,
    ]

    /// Reads a name, in any case of letters; nil where it names no key.
    public init?(named name: String) {
        var rest = Substring(name)
        var modifiers: Modifiers = []
        while let plus = rest.dropLast().firstIndex(of: "+"), plus > rest.startIndex {
            switch rest[..<plus].lowercased() {
            case "ctrl", "control": modifiers.insert(.control)
            case "alt": modifiers.insert(.alt)
            case "shift": modifiers.insert(.shift)
            default: return nil
            }
            rest = rest[rest.index(after: plus)...]
        }
        guard let code = Key.code(of: String(rest)) else { return nil }
        self = Key(code, modifiers).asCommand
    }

    private static func code(of word: String) -> Code? {
        if word.count == 1, let character = word.first {
            return character.isWhitespace ? nil : .character(character)
        }
        let lower = word.lowercased()
        if let known = names.first(where: { $0.name.lowercased() == lower }) { return known.code }
        if let other = others[lower] { return other }
        guard lower.first == "f", let number = Int(lower.dropFirst()), (1...12).contains(number)
        else { return nil }
        return .function(number)
    }

    /// Its name.
    public var name: String {
        var parts: [String] = []
        if modifiers.contains(.control) { parts.append("Ctrl") }
        if modifiers.contains(.alt) { parts.append("Alt") }
        if modifiers.contains(.shift) { parts.append("Shift") }
        return (parts + [codeName]).joined(separator: "+")
    }

    private var codeName: String {
        if let known = Key.names.first(where: { $0.code == code }) { return known.name }
        return switch code {
        case .character(let character): character.uppercased()
        case .function(let number): "F\(number)"
        default: ""
        }
    }
}
