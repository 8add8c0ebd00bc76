/// What several listeners said of the same things, call by call.
struct Ratings {
    /// One thing that was rated; `times` of them alike count as that many.
    struct Unit {
        /// The categories given, one a listener; two or more.
        var values: [Int]
        var times = 1
    }

    /// How many categories there are.
    let categories: Int
    /// How far they are apart.
    let distance: RatingDistance
    /// The units of each call; those with fewer than two ratings are left out.
    let calls: [[Unit]]

    /// Ratings by the numbers of categories.
    init(categories: Int, distance: RatingDistance, calls: [[Unit]]) {
        self.categories = categories
        self.distance = distance
        self.calls = calls.map { $0.filter { $0.values.count > 1 } }
    }

    /// Ratings by any names or values, each call with units of which each holds what was given.
    ///
    /// Categories are numbered in ascending order. `distance` is asked for once they are known.
    init<Value: Comparable & Hashable>(
        _ calls: [[[Value]]], distance: ([Value]) -> RatingDistance
    ) {
        let values = Set(calls.joined().joined()).sorted()
        var numbers: [Value: Int] = [:]
        for (number, value) in values.enumerated() { numbers[value] = number }
        self.init(
            categories: values.count, distance: distance(values),
            calls: calls.map { units in
                units.map { unit in Unit(values: unit.compactMap { numbers[$0] }) }
            })
    }

    /// How many calls have something that two listeners rated.
    var comparableCalls: Int { calls.count { !$0.isEmpty } }
}
