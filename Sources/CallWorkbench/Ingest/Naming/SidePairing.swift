import CallModel

/// Finds the files that are the two sides of one call by their names: two files of one folder and
/// one kind whose names differ in nothing but the word that marks the side.
struct SidePairing {
    /// Two files, by their place among those that were given.
    struct Pair: Hashable {
        var agent: Int
        var customer: Int
    }

    /// The pairs among paths; a name with three or more files on it (an agent's and two customers')
    /// is left alone.
    static func pairs(among paths: [String], words: SideWords) -> [Pair] {
        struct Place: Hashable {
            var folder, before, after, suffix: String
        }
        var sides: [Place: (agent: [Int], customer: [Int])] = [:]
        for (index, path) in paths.enumerated() {
            let (stem, suffix) = FilePlace.split(FilePlace.name(of: path))
            guard let mark = words.mark(in: stem) else { continue }
            let place = Place(
                folder: FilePlace.folder(of: path), before: mark.before, after: mark.after,
                suffix: suffix)
            switch mark.side {
            case .agent: sides[place, default: ([], [])].agent.append(index)
            case .customer: sides[place, default: ([], [])].customer.append(index)
            }
        }
        return sides.values.compactMap { files in
            guard files.agent.count == 1, files.customer.count == 1 else { return nil }
            return Pair(agent: files.agent[0], customer: files.customer[0])
        }.sorted { min($0.agent, $0.customer) < min($1.agent, $1.customer) }
    }

    /// The names that the other side of a file may have; empty where nothing marks a side.
    static func otherNames(of name: String, words: SideWords) -> [String] {
        let (stem, suffix) = FilePlace.split(name)
        guard let mark = words.mark(in: stem) else { return [] }
        let ending = suffix.isEmpty ? "" : name.suffix(suffix.count + 1)
        let others = mark.side == .agent ? words.customer : words.agent
        return others.map { mark.before + $0 + mark.after + ending }
    }
}
