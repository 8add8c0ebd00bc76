/// What is wrong with the keys of a settings file.
public enum KeyTableError: Error, Sendable, Hashable, CustomStringConvertible {
    case unknownAction(String, known: [String])
    case unknownKey(String, action: String)
    case reserved(String, action: String)
    case indispensable(action: String)
    case conflict(String, String, String, isSet: Set<String>)

    /// What is wrong, and what to do.
    public var description: String {
        let place = "keys: in settings.yml: "
        switch self {
        case .unknownAction(let name, let known):
            return place + "there is no action `\(name)`. The actions are: "
                + known.joined(separator: ", ") + "."
        case .unknownKey(let word, let action):
            return place + "`\(action)` names the key `\(word)`, which is none. Keys are written "
                + "like A, 7, [, Space, Enter, Tab, Del, F5, PgUp, Left, Shift+Left, Ctrl+Z."
        case .reserved(let key, let action):
            return place + "`\(action)` names \(key), which always closes what is open. Choose "
                + "another key."
        case .indispensable(let action):
            return place + "`\(action)` has no key, and nobody could find the way without it. "
                + "Give it one."
        case .conflict(let key, let first, let second, let isSet):
            // Whoever set one of the two did not know of the other.
            let other = isSet.contains(first) && !isSet.contains(second) ? second : first
            let mine = other == first ? second : first
            return place + "\(key) is the key of `\(mine)` and of `\(other)`. Give `\(other)` "
                + "another key, or none with `\(other): []`."
        }
    }
}
