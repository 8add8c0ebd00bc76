/// Which key does what: the one table that binds keys and that help is made from.
public struct KeyTable: Sendable, Hashable {
    private let actions: [Key: PlayerAction]
    private let keys: [PlayerAction: [Key]]

    /// The keys as they come.
    public static let standard = KeyTable(
        keys: Dictionary(uniqueKeysWithValues: PlayerAction.allCases.map { ($0, $0.defaultKeys) }))

    private init(keys: [PlayerAction: [Key]]) {
        self.keys = keys
        actions = Dictionary(
            keys.flatMap { action, keys in keys.map { ($0, action) } }, uniquingKeysWith: { $1 })
    }

    /// The keys with what a settings file says instead: the names of keys for the name of an action;
    /// an empty list frees the keys of the action. A key that an action of the file takes must be free
    /// or freed in the file: nothing is unbound silently.
    ///
    /// Throws ``KeyTableError`` that names the action and the key.
    public init(settings: [String: [String]]) throws(KeyTableError) {
        var keys = Self.standard.keys
        let known = Dictionary(
            uniqueKeysWithValues: PlayerAction.allCases.map { ($0.name, $0) })
        for (name, words) in settings.sorted(by: { $0.key < $1.key }) {
            guard let action = known[name] else {
                throw KeyTableError.unknownAction(
                    name, known: PlayerAction.allCases.map(\.name))
            }
            var named: [Key] = []
            for word in words {
                guard let key = Key(named: word) else {
                    throw KeyTableError.unknownKey(word, action: name)
                }
                guard key.code != .escape else {
                    throw KeyTableError.reserved(key.name, action: name)
                }
                if !named.contains(key) { named.append(key) }
            }
            if named.isEmpty, [.help, .leave].contains(action) {
                throw KeyTableError.indispensable(action: name)
            }
            keys[action] = named
        }
        var owners: [Key: PlayerAction] = [:]
        for action in PlayerAction.allCases {
            for key in keys[action] ?? [] {
                if let owner = owners[key] {
                    throw KeyTableError.conflict(
                        key.name, owner.name, action.name,
                        isSet: Set(settings.keys))
                }
                owners[key] = action
            }
        }
        self.init(keys: keys)
    }

    /// What a key does; nil where it does nothing.
    public func action(of key: Key) -> PlayerAction? { actions[key.asCommand] }

    /// The keys of an action, the first one foremost.
    public func keys(of action: PlayerAction) -> [Key] { keys[action] ?? [] }

    /// The foremost key of an action that every terminal tells from others, by its name; nil where
    /// none does it.
    public func name(of action: PlayerAction) -> String? {
        let keys = keys(of: action)
        return (keys.first(where: \.isTold) ?? keys.first)?.name
    }
}
