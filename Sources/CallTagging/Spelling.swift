/// Finds the word that was probably meant.
enum Spelling {
    /// The key that a misspelt one was probably meant to be, by its key or label; nil where nothing
    /// is near. Near is one slip (a letter wrong, missing, added, or two exchanged) in every three
    /// letters, or being a part of it.
    static func nearest(
        to word: String, among offered: [(key: String, label: String)]
    ) -> String? {
        let wanted = plain(word)
        guard !wanted.isEmpty, wanted.count <= longestWord else { return nil }
        let ranked = offered.map { entry in
            (
                key: entry.key,
                slips: min(
                    slips(wanted, plain(entry.key)), slips(wanted, plain(entry.label)))
            )
        }
        if let best = ranked.min(by: { $0.slips < $1.slips }),
            best.slips <= max(1, wanted.count / 3)
        {
            return best.key
        }
        guard wanted.count >= 3 else { return nil }
        let part = String(wanted)
        return offered.first { entry in
            String(plain(entry.key)).contains(part) || String(plain(entry.label)).contains(part)
        }?.key
    }

    /// The key among a few that a misspelt one was probably meant to be; nil where nothing is near.
    static func nearest(to word: String, among keys: [String]) -> String? {
        nearest(to: word, among: keys.map { (key: $0, label: $0) })
    }

    /// Longer text is not a misspelt key; comparing it would only cost time.
    private static let longestWord = 80

    /// Lower case, with hyphens for everything that is neither a letter nor a digit.
    private static func plain(_ word: String) -> [Character] {
        word.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    }

    /// The optimal string alignment distance.
    private static func slips(_ left: [Character], _ right: [Character]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in 1...left.count {
            var current = [row] + [Int](repeating: 0, count: right.count)
            for column in 1...right.count {
                let same = left[row - 1] == right[column - 1]
                var least = min(
                    last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2],
                    left[row - 2] == right[column - 1]
                {
                    least = min(least, beforeLast[column - 2] + 1)
                }
                current[column] = least
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
