internal import CallModel
internal import Foundation
internal import Yams

// From a node of a list to an entry: the fields one by one.

extension TaxonomyReader {
    /// The longest key, in characters.
    private static let longestKey = 60

    /// The entry that a node spells, as far as it can be read; nil where it has no fields at all.
    mutating func entry(of list: WordList, from node: Node) -> TaxonomyEntry? {
        guard case .mapping(let fields) = node else {
            note(
                .error, at: Place(node.mark),
                "This is not a \(list.word): begin it with \"- key: …\" and give it a label.")
            return nil
        }
        var entry = TaxonomyEntry(place: fields.first.map { Place($0.key.mark) } ?? .start)
        for (field, value) in fields {
            read(field, value, of: list, into: &entry)
        }
        if !fields.contains(where: { $0.key.string == "key" }) {
            note(
                .error, at: entry.place,
                "This \(list.word) has no key: add \"key:\" with lower-case words joined by "
                    + "hyphens.")
        }
        let name = entry.key.map { "\(list.word) \"\($0.value)\"" } ?? "this \(list.word)"
        if entry.label == nil, !fields.contains(where: { $0.key.string == "label" }) {
            note(
                .error, at: entry.place,
                "\(name) has no label: add \"label:\" with its name for people.".opened)
        }
        if entry.description == nil {
            note(
                .warning, at: entry.place,
                "\(name) has no description: say when to choose it, or listeners will differ."
                    .opened)
        }
        return entry
    }

    private mutating func read(
        _ field: Node, _ value: Node, of list: WordList, into entry: inout TaxonomyEntry
    ) {
        guard let name = field.string, list.entryFields.contains(name) else {
            unknown(field, among: list.entryFields, of: "a \(list.word)")
            return
        }
        if name == "retired" { entry.saysRetired = true }
        guard case .scalar(let scalar) = value else {
            note(
                .error, at: Place(value.mark),
                "\"\(name)\" holds a list or more fields: give it a single value.")
            return
        }
        let place = Place(scalar.mark)
        if scalar.isAbsent {
            noteAbsent(name, of: list, at: place, field: field)
            return
        }
        let text = Located(value: scalar.string, place: place)
        switch name {
        case "key":
            checkSpelling(of: text, list: list)
            entry.key = text
        case "label": entry.label = text
        case "description": entry.description = text
        case "parent": entry.parent = text
        case "merged-into": entry.mergedInto = text
        case "number-key": entry.numberKey = numberKey(text)
        case "regulated": entry.regulated = isTrue(text)
        default: entry.retired = day(text)
        }
    }

    private mutating func noteAbsent(
        _ name: String, of list: WordList, at place: Place, field: Node
    ) {
        // The parser puts an empty value wherever the next token begins; the field is what to mend.
        let place = Place(field.mark)
        switch name {
        case "key":
            note(
                .error, at: place,
                "This \(list.word)'s key is empty: give it lower-case words joined by hyphens.")
        case "label":
            note(
                .error, at: place,
                "This \(list.word)'s label is empty: give it its name for people.")
        case "retired":
            note(
                .error, at: place,
                "\"retired\" says no date: give the day from which it is no longer offered, such "
                    + "as 2026-11-18, or remove the field.")
        case "description": break
        default:
            note(.error, at: place, "\"\(name)\" is empty: give it a value or remove it.")
        }
    }

    private mutating func checkSpelling(of key: Located<String>, list: WordList) {
        let words = key.value.folding(
            options: [.diacriticInsensitive, .caseInsensitive], locale: nil
        ).split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let proper = words.joined(separator: "-")
        if proper != key.value {
            note(
                .error, at: key.place,
                "\"\(key.value)\" is not spelt as a key: use lower-case words (a-z, 0-9) joined by "
                    + "hyphens" + (proper.isEmpty ? "." : ", such as \"\(proper)\"."))
        } else if key.value.count > Self.longestKey {
            note(
                .error, at: key.place,
                "The key has \(key.value.count) characters: use \(Self.longestKey) or fewer.")
        }
    }

    private mutating func numberKey(_ text: Located<String>) -> Located<Int>? {
        if let number = Int(text.value), (1...9).contains(number) {
            return Located(value: number, place: text.place)
        }
        note(
            .error, at: text.place,
            "\"\(text.value)\" is not a number key: use 1 to 9, or remove the field.")
        return nil
    }

    private mutating func isTrue(_ text: Located<String>) -> Bool {
        switch text.value.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            note(
                .error, at: text.place,
                "\"\(text.value)\" does not say whether it is regulated: write true or false.")
            return false
        }
    }

    private mutating func day(_ text: Located<String>) -> Located<CalendarDay>? {
        if let day = CalendarDay(text.value) { return Located(value: day, place: text.place) }
        note(
            .error, at: text.place,
            "\"\(text.value)\" is not a date: write the day from which it is no longer offered, "
                + "such as 2026-11-18.")
        return nil
    }
}
