import Yams

/// A mapping of the settings file, which knows where it stands and what may stand in it.
struct SettingsSection {
    let path: String
    /// The name of the section with a dot at its end; empty at the top.
    let name: String
    private let entries: [(key: String, line: Int?, value: Node)]

    /// Reads a section; throws ``SettingsError`` where it is no mapping or has a key not in
    /// `known`.
    init(_ node: Node, path: String, name: String, known: [String]?) throws(SettingsError) {
        self.path = path
        self.name = name
        guard let mapping = node.mapping else {
            throw SettingsError(
                path: path, line: node.mark?.line,
                message: name.isEmpty
                    ? "The settings must be lines of the form `name: value`."
                    : "`\(name.dropLast())` must have lines of the form `name: value` under it.")
        }
        var entries: [(key: String, line: Int?, value: Node)] = []
        for (key, value) in mapping {
            let text = key.scalar?.string ?? ""
            if let known, !known.contains(text) {
                let near = NearestName.of(text, among: known).map { " Did you mean `\($0)`?" }
                throw SettingsError(
                    path: path, line: key.mark?.line,
                    message: "There is no setting `\(name)\(text)`."
                        + (near ?? " Known here: \(known.joined(separator: ", "))."))
            }
            entries.append((text, key.mark?.line, value))
        }
        self.entries = entries
    }

    /// The keys in the order of the file.
    var keys: [String] { entries.map(\.key) }

    /// The value of a key, where the file gives one that is not empty.
    func node(_ key: String) -> Node? {
        guard let node = entries.first(where: { $0.key == key })?.value else { return nil }
        return isEmpty(node) ? nil : node
    }

    /// The section under a key.
    func section(_ key: String, known: [String]?) throws(SettingsError) -> SettingsSection? {
        guard let node = node(key) else { return nil }
        return try SettingsSection(node, path: path, name: name + key + ".", known: known)
    }

    /// The text of a key.
    func text(_ key: String) throws(SettingsError) -> String? {
        guard let node = node(key) else { return nil }
        guard let text = node.scalar?.string else { throw wrong(key, "must be one word or number") }
        return text
    }

    /// The number of a key, within limits.
    func number(_ key: String, in limits: ClosedRange<Double>) throws(SettingsError) -> Double? {
        guard let text = try text(key) else { return nil }
        guard let value = Double(text), limits.contains(value) else {
            let (low, high) = (Self.short(limits.lowerBound), Self.short(limits.upperBound))
            throw wrong(key, "must be a number from \(low) to \(high), and is `\(text)`")
        }
        return value
    }

    /// The whole number of a key, within limits.
    func whole(_ key: String, in limits: ClosedRange<Int>) throws(SettingsError) -> Int? {
        guard let text = try text(key) else { return nil }
        guard let value = Int(text), limits.contains(value) else {
            throw wrong(
                key,
                "must be a whole number from \(limits.lowerBound) to \(limits.upperBound),"
                    + " and is `\(text)`")
        }
        return value
    }

    /// The answer of a key: yes or no, true or false, on or off.
    func flag(_ key: String) throws(SettingsError) -> Bool? {
        guard let text = try text(key) else { return nil }
        switch text.lowercased() {
        case "yes", "true", "on": return true
        case "no", "false", "off": return false
        default: throw wrong(key, "must be yes or no, and is `\(text)`")
        }
    }

    /// The list of a key.
    func list(_ key: String) throws(SettingsError) -> [Node]? {
        guard let node = node(key) else { return nil }
        guard let sequence = node.sequence else { throw wrong(key, "must be a list") }
        return Array(sequence)
    }

    /// The words of a key: a list, or one word.
    func words(_ key: String) throws(SettingsError) -> [String]? {
        guard let node = node(key) else { return nil }
        if let word = node.scalar?.string { return [word] }
        guard let sequence = node.sequence else { throw wrong(key, "must be a list of words") }
        var words: [String] = []
        for item in sequence {
            guard let word = item.scalar?.string else {
                throw wrong(key, "must be a list of words")
            }
            words.append(word)
        }
        return words
    }

    /// The error that a key's value is not what it must be.
    func wrong(_ key: String, _ demand: String) -> SettingsError {
        let entry = entries.first { $0.key == key }
        return SettingsError(
            path: path, line: entry?.line, message: "`\(name)\(key)` \(demand).")
    }

    private func isEmpty(_ node: Node) -> Bool {
        guard let scalar = node.scalar else { return false }
        return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    }

    private static func short(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}
