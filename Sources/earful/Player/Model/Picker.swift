import CallWorkbench

/// Something that can be chosen from a list.
struct Choice: Sendable, Hashable {
    /// Its name in data.
    var key: String
    /// Its name for people.
    var label: String
    /// What else is said of it.
    var detail = ""
    /// How far below others it stands.
    var depth = 0
    /// The digit that chooses it.
    var digit: Int?
}

/// A list that typing narrows.
struct Picker: Sendable, Hashable {
    /// What is chosen from it.
    enum Subject: Sendable, Hashable {
        case reason, painPoint, call, skipReason, expectation
    }

    let subject: Subject
    private(set) var field = TextField(limit: 500)
    private(set) var choices: [Choice]
    private(set) var selected = 0
    /// Whether the listener moved in the list.
    private(set) var wasMoved = false

    init(_ subject: Subject, choices: [Choice]) {
        self.subject = subject
        self.choices = choices
    }

    /// What Enter chooses; nil where nothing fits what was typed.
    var choice: Choice? { choices.indices.contains(selected) ? choices[selected] : nil }

    /// What a digit chooses while nothing is typed.
    func choice(digit: Int) -> Choice? {
        field.text.isEmpty ? choices.first { $0.digit == digit } : nil
    }

    /// Does what a key does in the list, where `find` looks up what fits a text; false for other keys.
    mutating func handle(_ key: Key, find: (String) -> [Choice]) -> Bool {
        switch key.code {
        case .up where key.modifiers.isEmpty: move(by: -1)
        case .down where key.modifiers.isEmpty: move(by: 1)
        case .tab: move(by: key.modifiers.contains(.shift) ? -1 : 1)
        case .pageUp: move(by: -8, wraps: false)
        case .pageDown: move(by: 8, wraps: false)
        default:
            let before = field.text
            guard field.handle(key) else { return false }
            if field.text != before { narrow(to: find(field.text)) }
        }
        return true
    }

    /// Puts text in, as a paste does.
    mutating func insert(_ text: String, find: (String) -> [Choice]) {
        field.insert(text)
        narrow(to: find(field.text))
    }

    private mutating func narrow(to found: [Choice]) {
        choices = found
        selected = 0
        wasMoved = false
    }

    private mutating func move(by step: Int, wraps: Bool = true) {
        guard !choices.isEmpty else { return }
        wasMoved = true
        let next = selected + step
        selected =
            wraps
            ? (next + choices.count) % choices.count : min(max(0, next), choices.count - 1)
    }
}
