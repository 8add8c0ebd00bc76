/// The known name that somebody probably meant.
enum NearestName {
    /// The nearest of the known names by edit distance (ignoring case), or nil where none is near:
    /// at most two edits, or a third of the length where that is more.
    static func of(_ name: String, among known: [String]) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars)
        let nearest = known.map { ($0, distance(wanted, Array($0.lowercased().unicodeScalars))) }
            .min { $0.1 < $1.1 }
        guard let nearest, nearest.1 <= max(2, wanted.count / 3) else { return nil }
        return nearest.0
    }

    /// The edits (insert, delete, replace) that make one text of the other (Levenshtein, 1965).
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var row = Array(0...right.count)
        for (i, scalar) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let replaced = diagonal + (scalar == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
            }
        }
        return row[right.count]
    }
}
