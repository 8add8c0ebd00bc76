/// How far two sets of tags are apart, in 0...1: 0 equal (two empty ones too), 1 nothing in common.
enum TagSetDistance {
    /// By what they share of what they hold together.
    static func jaccard<Tag>(_ first: Set<Tag>, _ second: Set<Tag>) -> Double {
        1 - similarity(first, second)
    }

    /// The same, and further apart where neither holds the other: MASI (Passonneau 2006, LREC), with
    /// 1 for equal sets, 2/3 where one holds the other, 1/3 where they overlap.
    static func masi<Tag>(_ first: Set<Tag>, _ second: Set<Tag>) -> Double {
        guard first != second else { return 0 }
        let isNested = first.isSubset(of: second) || second.isSubset(of: first)
        return 1 - similarity(first, second) * (isNested ? 2.0 / 3 : 1.0 / 3)
    }

    private static func similarity<Tag>(_ first: Set<Tag>, _ second: Set<Tag>) -> Double {
        let together = first.union(second).count
        guard together > 0 else { return 1 }
        return Double(first.intersection(second).count) / Double(together)
    }
}
