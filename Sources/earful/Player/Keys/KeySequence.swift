import CallWorkbench

/// Reads one key from the front of some bytes.
struct KeySequence {
    enum Outcome {
        case key(Key)
        case pasteBegins
        /// Something that is no key: passed over.
        case nothing
        /// More bytes must come before it can be told.
        case incomplete
    }

    private(set) var rest: ArraySlice<UInt8>
    /// Whether no more bytes will come: an Esc is the key Esc then.
    let isFinal: Bool

    init(rest: ArraySlice<UInt8>, isFinal: Bool) {
        self.rest = rest
        self.isFinal = isFinal
    }

    mutating func next() -> Outcome {
        guard let first = rest.first else { return .incomplete }
        guard first == 0x1B else { return plain(with: []) }
        let whole = rest
        rest = rest.dropFirst()
        let outcome = afterEscape()
        guard case .incomplete = outcome else { return outcome }
        if isFinal, whole.count == 1 { return .key(Key(.escape)) }
        if isFinal, whole.count == 2, let letter = whole.last {
            // Nothing follows "Esc [" or "Esc O": it was Alt and that letter.
            rest = []
            return .key(Key(Character(Unicode.Scalar(letter)), .alt).asCommand)
        }
        rest = isFinal ? [] : whole
        return isFinal ? .nothing : .incomplete
    }

    private mutating func afterEscape() -> Outcome {
        guard let next = rest.first else { return .incomplete }
        switch next {
        case UInt8(ascii: "["):
            rest = rest.dropFirst()
            return controlSequence()
        case UInt8(ascii: "O"):
            rest = rest.dropFirst()
            guard let letter = rest.popFirst() else { return .incomplete }
            return CSIKeys.key(final: letter, parameters: [], isApplication: true)
        case 0x1B:
            return .key(Key(.escape))
        default:
            return plain(with: .alt)
        }
    }

    /// What follows `ESC [`: parameters, then one final byte.
    private mutating func controlSequence() -> Outcome {
        if rest.first == UInt8(ascii: "[") {
            // The Linux console's first function keys.
            rest = rest.dropFirst()
            guard let letter = rest.popFirst() else { return .incomplete }
            guard (0x41...0x45).contains(letter) else { return .nothing }
            return .key(Key(.function(Int(letter) - 0x40)))
        }
        var parameters: [Int] = []
        var number: Int?
        var isPrivate = false
        // Of `33:63;5` only the first number of each group counts.
        var isSubordinate = false
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if !isSubordinate {
                    number = min((number ?? 0) * 10 + Int(byte) - 0x30, 0x110000)
                }
            case UInt8(ascii: ":"):
                isSubordinate = true
            case UInt8(ascii: ";"):
                parameters.append(number ?? 0)
                number = nil
                isSubordinate = false
            case UInt8(ascii: "<")...UInt8(ascii: "?"):
                isPrivate = true
            case 0x40...0x7E:
                if let number { parameters.append(number) }
                if isPrivate { return .nothing }
                if byte == UInt8(ascii: "~"), parameters.first == 200 { return .pasteBegins }
                return CSIKeys.key(final: byte, parameters: parameters, isApplication: false)
            case 0x20...0x2F:
                continue
            default:
                // No sequence goes on like this: what came is dropped.
                return .nothing
            }
        }
        return .incomplete
    }

    /// A character, or a control character as the key that sends it.
    private mutating func plain(with modifiers: Key.Modifiers) -> Outcome {
        guard let first = rest.first else { return .incomplete }
        if first < 0x80 {
            rest = rest.dropFirst()
            return .key(CSIKeys.key(ascii: first, modifiers))
        }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
        let bytes = rest.prefix(length)
        if bytes.count < length, !isFinal { return .incomplete }
        guard bytes.count == length, length > 1,
            let text = String(validating: bytes, as: UTF8.self), let character = text.first
        else {
            rest = rest.dropFirst()
            return .nothing
        }
        rest = rest.dropFirst(length)
        return .key(Key(character, modifiers))
    }
}
