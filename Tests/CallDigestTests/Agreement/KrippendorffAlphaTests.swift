import Testing

@testable import CallDigest

@Suite("Krippendorff's alpha")
struct KrippendorffAlphaTests {
    /// Ratings of units by several coders, each unit a call of its own.
    private func ratings(
        _ coders: [[Double?]], _ distance: ([Double]) -> RatingDistance
    ) -> Ratings {
        Ratings(
            coders[0].indices.map { unit in [coders.compactMap { $0[unit] }] }, distance: distance)
    }

    private func alphas(_ coders: [[Double?]]) -> [Double?] {
        [
            ratings(coders) { .nominal(categories: $0.count) }, ratings(coders) { _ in .ordinal },
            ratings(coders, RatingDistance.interval), ratings(coders, RatingDistance.ratio),
        ].map { KrippendorffAlpha.value(of: $0) }
    }

    // Reference case S19: Krippendorff (2011) Computing Krippendorff's Alpha-Reliability; Hayes and
    // Krippendorff (2007): .743 .815 .849 .797; PyPI krippendorff 0.9.0.
    @Test("the published example of four coders and twelve units (S19)")
    func canonical() throws {
        let coders: [[Double?]] = [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
            [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
        ]
        let expected = [0.743421052632, 0.815387503755, 0.849107142857, 0.797402774712]
        for (found, (value, published)) in zip(
            alphas(coders), zip(expected, [0.743, 0.815, 0.849, 0.797]))
        {
            let alpha = try #require(found)
            #expect(abs(alpha - value) < 1e-9)
            #expect(abs(alpha - published) < 5e-4)
        }
    }

    // Reference case S20: the worked example of Wikipedia, "Krippendorff's alpha": .691 .811; PyPI
    // krippendorff 0.9.0.
    @Test("the published example of three coders and fifteen units (S20)")
    func fifteenUnits() throws {
        let coders: [[Double?]] = [
            [nil, nil, nil, nil, nil, 3, 4, 1, 2, 1, 1, 3, 3, nil, 3],
            [1, nil, 2, 1, 3, 3, 4, 3, nil, nil, nil, nil, nil, nil, nil],
            [nil, nil, 2, 1, 3, 4, 4, nil, 2, 1, 1, 3, 3, nil, 4],
        ]
        let expected = [0.691358024691, 0.806721419941, 0.810844892812, 0.808943670784]
        for (found, value) in zip(alphas(coders), expected) {
            #expect(abs(try #require(found) - value) < 1e-9)
        }
        #expect(abs(try #require(alphas(coders)[0]) - 0.691) < 5e-4)
        #expect(abs(try #require(alphas(coders)[2]) - 0.811) < 5e-4)
    }

    @Test("where everybody always says the same, or nobody said anything twice, there is none")
    func undefined() {
        let same = ratings([[1, 1, 1], [1, 1, 1]]) { .nominal(categories: $0.count) }
        #expect(KrippendorffAlpha.value(of: same) == nil)
        let once = ratings([[1, nil, 2], [nil, 3, nil]]) { .nominal(categories: $0.count) }
        #expect(KrippendorffAlpha.value(of: once) == nil)
        #expect(once.comparableCalls == 0)
    }

    @Test("to draw a call twice is to have it twice, and to draw it never is to have it not")
    func draws() throws {
        let all = ratings([[1, 2, 3, 1], [1, 3, 3, 2]]) { _ in .ordinal }
        let drawn = try #require(KrippendorffAlpha.value(of: all, draws: [2, 0, 1, 1]))
        let listed = ratings([[1, 1, 3, 1], [1, 1, 3, 2]]) { _ in .ordinal }
        #expect(abs(drawn - (try #require(KrippendorffAlpha.value(of: listed)))) < 1e-12)
    }
}

@Suite("Agreement on sets of tags")
struct TagSetAgreementTests {
    private typealias Tags = Set<String>

    // Reference case S23: nltk 3.10.4 masi_distance (Passonneau 2006, LREC).
    @Test("the distances of MASI (S23)")
    func masi() {
        #expect(abs(TagSetDistance.masi([1, 2], [1, 2, 3, 4]) - 0.666666666667) < 1e-9)
        #expect(abs(TagSetDistance.masi(["x", "y"], ["y", "z"]) - 0.888888888889) < 1e-9)
        #expect(TagSetDistance.masi(Tags(), Tags()) == 0)
        #expect(TagSetDistance.masi(Tags(), ["x"]) == 1)
        #expect(TagSetDistance.jaccard(Tags(), Tags()) == 0)
    }

    // Reference case S23: nltk 3.10.4 AnnotationTask.alpha. The ninth call has one listener.
    private static let calls: [[Set<String>]] = [
        [["hold"], ["hold"]], [["hold", "idcheck"], ["hold"]],
        [["refund"], ["refund", "hold"], ["refund"]], [["app"], ["billing"]],
        [["billing", "refund"], ["billing", "refund"]], [["transfer"], ["transfer"]],
        [["hold", "transfer"], ["transfer", "app"]], [["idcheck"], ["idcheck"]], [["hold"]],
        [["app", "hold", "billing"], ["app", "hold"], ["app"]],
    ]

    @Test("alpha over sets (S23)")
    func sets() throws {
        let calls = Self.calls.map { [$0.map { TagSet($0) }] }
        let masi = Ratings(calls) { sets in
            .between(sets.count) { TagSetDistance.masi(sets[$0].tags, sets[$1].tags) }
        }
        #expect(abs(try #require(KrippendorffAlpha.value(of: masi)) - 0.524217462932) < 1e-9)
        let jaccard = Ratings(calls) { sets in
            .between(sets.count) { TagSetDistance.jaccard(sets[$0].tags, sets[$1].tags) }
        }
        #expect(abs(try #require(KrippendorffAlpha.value(of: jaccard)) - 0.592998955068) < 1e-9)
        #expect(masi.comparableCalls == 9)
    }

    @Test(
        "alpha of each tag (S23)",
        arguments: [
            ("app", 0.493333333333), ("billing", 0.40625), ("hold", 0.40625),
            ("idcheck", 0.627450980392), ("refund", 1.0), ("transfer", 1.0),
        ])
    func tags(tag: String, expected: Double) throws {
        let ratings = Ratings(Self.calls.map { [$0.map { $0.contains(tag) ? 1 : 0 }] }) {
            .nominal(categories: $0.count)
        }
        #expect(abs(try #require(KrippendorffAlpha.value(of: ratings)) - expected) < 1e-9)
    }
}
