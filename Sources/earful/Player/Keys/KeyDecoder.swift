import CallWorkbench

/// What came from the terminal.
enum TerminalInput: Sendable, Hashable {
    case key(Key)
    /// Text that was pasted, in one piece, so that it is never taken for commands.
    case paste(String)
}

/// Turns the bytes that a terminal sends into keys: UTF-8, the sequences of ECMA-48 terminals as
/// xterm sends them, and the two newer forms in which keys tell their modifiers (`CSI u` and
/// `CSI 27 ; … ~`).
///
/// Bytes may come in any pieces. A lone Esc is told from the start of a sequence by time: whoever
/// feeds it calls ``flush()`` when nothing more has come for a moment.
struct KeyDecoder: Sendable {
    private var pending: [UInt8] = []
    private var pasted: [UInt8]?

    /// Longer sequences than this are noise.
    private static let longestSequence = 64
    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    /// Whether the last bytes may be the start of more.
    var isWaiting: Bool { !pending.isEmpty }

    /// What the bytes say, with what came before.
    mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalInput] {
        pending += bytes
        return drain(isFinal: false)
    }

    /// Takes what is pending as it stands.
    mutating func flush() -> [TerminalInput] {
        drain(isFinal: true)
    }

    private mutating func drain(isFinal: Bool) -> [TerminalInput] {
        var found: [TerminalInput] = []
        var rest = pending[...]
        while !rest.isEmpty {
            if pasted != nil {
                guard let text = takePaste(&rest) else { break }
                found.append(.paste(text))
                continue
            }
            var reader = KeySequence(rest: rest, isFinal: isFinal)
            let outcome = reader.next()
            if case .incomplete = outcome, rest.count <= Self.longestSequence { break }
            rest = reader.rest
            switch outcome {
            case .key(let key): found.append(.key(key))
            case .pasteBegins: pasted = []
            case .nothing: break
            case .incomplete: rest = []
            }
        }
        pending = Array(rest)
        return found
    }

    /// Takes bytes up to the end of the paste; nil while the end has not come.
    private mutating func takePaste(_ rest: inout ArraySlice<UInt8>) -> String? {
        var text = pasted ?? []
        while let byte = rest.first {
            if byte == 0x1B {
                if rest.starts(with: Self.pasteEnd) {
                    rest = rest.dropFirst(Self.pasteEnd.count)
                    pasted = nil
                    return String(decoding: text, as: UTF8.self)
                }
                if Self.pasteEnd.starts(with: rest) { break }
            }
            text.append(byte)
            rest = rest.dropFirst()
        }
        pasted = text
        return nil
    }
}
