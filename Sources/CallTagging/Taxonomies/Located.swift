internal import Yams

/// A place in a file, both counted from 1.
struct Place: Comparable {
    var line: Int
    var column: Int

    static let start = Place(line: 1, column: 1)

    static func < (left: Self, right: Self) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

extension Place {
    /// Where a node stands; the start of the file where the parser does not say.
    init(_ mark: Mark?) {
        self = mark.map { Place(line: $0.line, column: $0.column) } ?? .start
    }
}

/// A value and where it stands.
struct Located<Value> {
    var value: Value
    var place: Place
}
