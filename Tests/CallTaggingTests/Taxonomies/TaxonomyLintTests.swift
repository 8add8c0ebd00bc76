import CallModel
import CallTagging
import Testing

/// A file of five clean reasons and a clean pain point, with lines put before the pain points (which
/// then begin on line 7) or at the end.
private func findings(
    reasons: String = "", painPoints: String = "", previous: Taxonomy? = nil
) -> [String] {
    let clean = (1...5).map { "  - {key: r\($0), label: R\($0), description: d}\n" }.joined()
    let yaml =
        "reasons:\n\(clean)\(reasons)pain-points:\n"
        + "  - {key: p1, label: P1, description: d, number-key: 1}\n\(painPoints)"
    return TaxonomyReading(yaml: yaml, previous: previous).findings.map(\.description)
}

@Suite("Lint of a taxonomy")
struct TaxonomyLintTests {
    @Test(
        "an entry of reasons, on line 7, that is amiss is found where it is",
        arguments: [
            ("", []),
            (
                "  - {key: r2, label: X, description: d}\n",
                [
                    "7:11: error: The reason \"r2\" stands on line 3 already: give this one another "
                        + "key, or join the two."
                ]
            ),
            (
                "  - key: x\n    label: X\n    description: d\n    parent: r11\n",
                ["10:13: error: There is no reason \"r11\": did you mean \"r1\"?"]
            ),
            (
                "  - {key: x, label: X, description: d, parent: quite-other}\n",
                [
                    "7:48: error: There is no reason \"quite-other\": name one of this file."
                ]
            ),
            (
                "  - {key: x, label: X, description: d, parent: x}\n",
                [
                    "7:48: error: \"x\" is its own parent: name another one, or remove the field to "
                        + "make it a root."
                ]
            ),
            (
                "  - {key: x, label: X, description: d, parent: y}\n"
                    + "  - {key: y, label: Y, description: d, parent: x}\n",
                [
                    "7:48: error: These reasons are each other's parents (\"x\", \"y\"): make one "
                        + "of them a root."
                ]
            ),
            (
                "  - {key: x, label: X, descripton: d}\n",
                [
                    "7:6: warning: Reason \"x\" has no description: say when to choose it, or "
                        + "listeners will differ.",
                    "7:24: error: A reason has no field \"descripton\": did you mean "
                        + "\"description\"?",
                ]
            ),
            (
                "  - {key: x, label: X, description: d, colour: red}\n",
                [
                    "7:40: error: A reason has no field \"colour\": the fields are key, label, "
                        + "description, parent, number-key, retired, merged-into."
                ]
            ),
            (
                "  - {key: x, label: X, description: d, regulated: true}\n",
                [
                    "7:40: error: A reason has no field \"regulated\": the fields are key, label, "
                        + "description, parent, number-key, retired, merged-into."
                ]
            ),
            (
                "  - key: x\n    description: d\n",
                [
                    "7:5: error: Reason \"x\" has no label: add \"label:\" with its name for people."
                ]
            ),
            (
                "  - key: x\n    label:\n    description: d\n",
                ["8:5: error: This reason's label is empty: give it its name for people."]
            ),
            (
                "  - label: X\n    description: d\n",
                [
                    "7:5: error: This reason has no key: add \"key:\" with lower-case words joined "
                        + "by hyphens."
                ]
            ),
            (
                "  - {key: Big Bill_2, label: X, description: d}\n",
                [
                    "7:11: error: \"Big Bill_2\" is not spelt as a key: use lower-case words "
                        + "(a-z, 0-9) joined by hyphens, such as \"big-bill-2\"."
                ]
            ),
            (
                "  - {key: x, label: X, description: d, number-key: 10}\n",
                [
                    "7:52: error: \"10\" is not a number key: use 1 to 9, or remove the field."
                ]
            ),
            (
                "  - {key: x, label: X, description: d, number-key: 4}\n"
                    + "  - {key: y, label: Y, description: d, number-key: 4}\n",
                [
                    "8:52: error: The number key 4 is taken on line 7: choose another one, or none."
                ]
            ),
            (
                "  - {key: x, label: X, description: d, number-key: 4, retired: 2026-01-01}\n"
                    + "  - {key: y, label: Y, description: d, number-key: 4}\n", []
            ),
            (
                "  - {key: x, label: X, description: d, retired: true}\n",
                [
                    "7:49: error: \"true\" is not a date: write the day from which it is no longer "
                        + "offered, such as 2026-11-18."
                ]
            ),
            (
                "  - {key: x, label: X, description: d, retired: 2026-02-30}\n",
                [
                    "7:49: error: \"2026-02-30\" is not a date: write the day from which it is no "
                        + "longer offered, such as 2026-11-18."
                ]
            ),
            (
                "  - key: x\n    label: X\n    description: d\n    retired:\n",
                [
                    "10:5: error: \"retired\" says no date: give the day from which it is no longer "
                        + "offered, such as 2026-11-18, or remove the field."
                ]
            ),
            (
                "  - {key: x, label: X, description: d, merged-into: r1}\n",
                [
                    "7:53: error: What is merged is no longer offered: add \"retired:\" with the "
                        + "day of the merger, such as 2026-11-18."
                ]
            ),
            (
                "  - {key: x, label: X, description: d, retired: 2026-01-01, merged-into: x}\n",
                [
                    "7:74: error: \"x\" is merged into itself: name the reason that took its "
                        + "place, or remove the field."
                ]
            ),
            (
                "  - {key: x, label: X, description: d, retired: 2026-01-01, merged-into: y}\n"
                    + "  - {key: y, label: Y, description: d, retired: 2026-01-01}\n",
                [
                    "7:74: error: \"y\" is retired and cannot take the place of another: name a "
                        + "reason that is still offered."
                ]
            ),
            (
                "  - {key: x, label: X, description: d, retired: 2026-01-01, merged-into: y}\n"
                    + "  - {key: y, label: Y, description: d, retired: 2026-02-01, merged-into: r1}\n",
                []
            ),
            (
                "  - {key: x, label: X, description: d, retired: 2026-01-01, merged-into: y}\n"
                    + "  - {key: y, label: Y, description: d, retired: 2026-01-01, merged-into: x}\n",
                [
                    "7:74: error: These are merged into each other (\"x\", \"y\"): let one of them "
                        + "stay."
                ]
            ),
            (
                "  - {key: x, label: X, description: d, retired: 2026-01-01, merged-into: p1}\n",
                ["7:74: error: There is no reason \"p1\": did you mean \"r1\"?"]
            ),
            (
                "  - {key: x, label: X, description: d, retired: 2026-01-01}\n"
                    + "  - {key: y, label: Y, description: d, parent: x}\n",
                [
                    "8:48: warning: The parent \"x\" is retired: give this reason another parent, "
                        + "or retire it too."
                ]
            ),
            (
                "  - {key: x, label: r1, description: d}\n",
                [
                    "7:21: warning: The label \"r1\" stands on line 2 already: people cannot tell "
                        + "the two reasons apart."
                ]
            ),
            (
                "  - {key: x, label: [X], description: d}\n",
                ["7:21: error: \"label\" holds a list or more fields: give it a single value."]
            ),
            (
                "  - just text\n",
                [
                    "7:5: error: This is not a reason: begin it with \"- key: …\" and give it a "
                        + "label."
                ]
            ),
            (
                "  - {key: ñandú, label: Größe, description: d, parent: r11}\n",
                [
                    "7:11: error: \"ñandú\" is not spelt as a key: use lower-case words (a-z, 0-9) "
                        + "joined by hyphens, such as \"nandu\".",
                    "7:56: error: There is no reason \"r11\": did you mean \"r1\"?",
                ]
            ),
        ] as [(String, [String])])
    func reasons(_ lines: String, _ expected: [String]) {
        #expect(findings(reasons: lines) == expected)
    }

    @Test("pain points are held to the same, and may be regulated or not, nothing else")
    func painPoints() {
        #expect(
            findings(painPoints: "  - {key: p2, label: P2, description: d, number-key: 1}\n") == [
                "9:54: error: The number key 1 is taken on line 8: choose another one, or none."
            ])
        #expect(
            findings(painPoints: "  - {key: p2, label: P2, description: d, regulated: maybe}\n")
                == [
                    "9:53: error: \"maybe\" does not say whether it is regulated: write true or "
                        + "false."
                ])
        #expect(
            findings(painPoints: "  - {key: p2, label: P2, description: d, parent: p1}\n") == [
                "9:42: error: A pain point has no field \"parent\": the fields are key, label, "
                    + "description, regulated, number-key, retired, merged-into."
            ])
        #expect(
            findings(painPoints: "  - {key: r1, label: R1, description: d}\n").isEmpty)
    }

    @Test("everything amiss is found at once, by place")
    func atOnce() {
        let found = findings(
            reasons: "  - {key: X, labl: X, number-key: 0}\n",
            painPoints: "  - {key: p1, label: P1, description: d}\npain-point: []\n")
        #expect(
            found.map { $0.prefix { $0 != " " } } == [
                "7:6:", "7:6:", "7:11:", "7:14:", "7:35:", "10:11:", "10:22:", "11:1:",
            ])
    }

    @Test("few and many reasons are a warning; retired ones do not count")
    func counts() {
        func warning(_ count: Int) -> String? {
            let lines = (0..<count).map { "  - {key: r\($0), label: R\($0), description: d}\n" }
            let reading = TaxonomyReading(
                yaml: "reasons:\n\(lines.joined())"
                    + "  - {key: z, label: Z, description: d, retired: 2026-01-01}\n"
                    + "pain-points: []\n")
            #expect(reading.taxonomy?.reasons.count == count + 1)
            return reading.findings.first?.description
        }
        #expect(
            warning(4)
                == "1:1: warning: There are 4 reasons to choose from: with fewer than 5 their "
                + "shares say little; add some.")
        #expect(warning(5) == nil)
        #expect(warning(60) == nil)
        #expect(
            warning(61)
                == "1:1: warning: There are 61 reasons to choose from: with more than 60 listeners "
                + "choose differently; retire or merge some.")
    }

    @Test("a key of the version in force that is gone is an error")
    func vanished() {
        let previous = Taxonomy(
            version: 3,
            reasons: [
                CallReason(key: "r1", label: "R1", description: ""),
                CallReason(key: "fax", label: "By fax", description: ""),
            ],
            painPoints: [PainPoint(key: "cold", label: "Cold", description: "")])
        let remedy =
            "of version 3 is gone, and annotations may use it: put it back and add \"retired:\" "
            + "with a date, and \"merged-into:\" where another took its place."
        #expect(
            findings(previous: previous) == [
                "1:1: error: The reason \"fax\" (By fax) \(remedy)",
                "7:1: error: The pain point \"cold\" (Cold) \(remedy)",
            ])
    }

    @Test(
        "what is no YAML is said in the parser's words, with the place",
        arguments: [
            (
                "reasons:\n\t- key: x\n",
                "2:1: error: This is not YAML: found character that cannot start any token while "
                    + "scanning for the next token (from line 2): "
            ),
            (
                "reasons:\n  - key: a: b\n",
                "2:11: error: This is not YAML: mapping values are not allowed in this context"
            ),
            ("reasons: [\n", "2:1: error: This is not YAML: did not find expected node content"),
            (
                "reasons: []\nreasons: []\n",
                "1:1: error: \"reasons\" stands more than once in one entry: keep one of them."
            ),
            (
                "reasons:\n  - key: a\n    label: x\n    label: y\n",
                "3:5: error: \"label\" stands more than once in one entry: keep one of them."
            ),
            ("a\u{7}b: c\n", "1:2: error: This is not YAML: control characters are not allowed"),
            ("reasons: *a\n", "1:10: error: This is not YAML: found undefined alias"),
            ("", "1:1: error: The file is empty"),
            ("# nothing\n", "1:1: error: The file is empty"),
            ("\n  text\n", "2:3: error: The file does not hold two lists"),
            (
                "reasons: []\n---\npain-points: []\n",
                "2:1: error: This is not YAML: but found another document"
            ),
        ])
    func syntax(_ yaml: String, _ beginning: String) {
        let found = TaxonomyReading(yaml: yaml).findings.map(\.description)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(beginning) == true, "\(found)")
    }

    @Test("a missing list, a nest too deep and a file too large are said")
    func extremes() {
        #expect(
            TaxonomyReading(yaml: "reasons: []\n").findings.map(\.message).contains(
                "The list of pain points is missing: begin it with \"pain-points:\"."))
        let nest = String(repeating: "[", count: 5000)
        #expect(TaxonomyReading(yaml: "reasons: \(nest)").findings.count == 1)
        let large = String(repeating: "# \n", count: 400_000)
        #expect(
            TaxonomyReading(yaml: large).findings.map(\.message) == [
                "The file has 1200000 bytes: a taxonomy has 1000000 at most."
            ])
    }
}
