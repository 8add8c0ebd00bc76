internal import CallModel

// What the entries of a list mean together: keys used twice, references, circles, numbers of them.

extension TaxonomyReader {
    /// With fewer reasons to choose from, shares say little; with more, listeners choose differently.
    /// Both are warnings: such a file can be used.
    private static let sensibleReasons = 5...60

    mutating func relate(_ entries: [TaxonomyEntry], of list: WordList, listPlace: Place) {
        var byKey: [String: TaxonomyEntry] = [:]
        for entry in entries {
            guard let key = entry.key else { continue }
            if let first = byKey[key.value]?.key {
                note(
                    .error, at: key.place,
                    "The \(list.word) \"\(key.value)\" stands on line \(first.place.line) already: "
                        + "give this one another key, or join the two.")
            } else {
                byKey[key.value] = entry
            }
        }
        checkNumberKeys(of: entries)
        checkLabels(of: entries, list: list)
        for entry in entries {
            checkParent(of: entry, among: byKey)
            checkMerger(of: entry, among: byKey, list: list)
        }
        noteCircles(among: byKey, of: "parent", \.parent) {
            "These reasons are each other's parents (\($0)): make one of them a root."
        }
        noteCircles(among: byKey, of: "merged-into", \.mergedInto) {
            "These are merged into each other (\($0)): let one of them stay."
        }
        noteVanished(of: list, kept: Set(byKey.keys), at: listPlace)
        if list == .reasons { checkCount(of: entries, at: listPlace) }
    }

    private mutating func checkNumberKeys(of entries: [TaxonomyEntry]) {
        var used: [Int: Place] = [:]
        // What is retired gives its number key free.
        for entry in entries where !entry.saysRetired {
            guard let numberKey = entry.numberKey else { continue }
            if let first = used[numberKey.value] {
                note(
                    .error, at: numberKey.place,
                    "The number key \(numberKey.value) is taken on line \(first.line): choose "
                        + "another one, or none.")
            } else {
                used[numberKey.value] = numberKey.place
            }
        }
    }

    private mutating func checkLabels(of entries: [TaxonomyEntry], list: WordList) {
        struct Name: Hashable {
            var parent: String?
            var label: String
        }
        var used: [Name: Place] = [:]
        for entry in entries where !entry.saysRetired {
            guard let label = entry.label else { continue }
            let name = Name(parent: entry.parent?.value, label: label.value.lowercased())
            if let first = used[name] {
                note(
                    .warning, at: label.place,
                    "The label \"\(label.value)\" stands on line \(first.line) already: people "
                        + "cannot tell the two \(list.word)s apart.")
            } else {
                used[name] = label.place
            }
        }
    }

    private mutating func checkParent(
        of entry: TaxonomyEntry, among byKey: [String: TaxonomyEntry]
    ) {
        guard let parent = entry.parent else { return }
        if parent.value == entry.key?.value {
            note(
                .error, at: parent.place,
                "\"\(parent.value)\" is its own parent: name another one, or remove the field to "
                    + "make it a root.")
        } else if let above = byKey[parent.value] {
            if above.saysRetired, !entry.saysRetired {
                note(
                    .warning, at: parent.place,
                    "The parent \"\(parent.value)\" is retired: give this reason another parent, "
                        + "or retire it too.")
            }
        } else {
            noteUnknown(parent, as: "reason", among: byKey, besides: entry)
        }
    }

    private mutating func checkMerger(
        of entry: TaxonomyEntry, among byKey: [String: TaxonomyEntry], list: WordList
    ) {
        guard let mergedInto = entry.mergedInto else { return }
        if !entry.saysRetired {
            note(
                .error, at: mergedInto.place,
                "What is merged is no longer offered: add \"retired:\" with the day of the merger, "
                    + "such as 2026-11-18.")
        }
        if mergedInto.value == entry.key?.value {
            note(
                .error, at: mergedInto.place,
                "\"\(mergedInto.value)\" is merged into itself: name the \(list.word) that took its "
                    + "place, or remove the field.")
        } else if let target = byKey[mergedInto.value] {
            // A target that was merged onward later is history and stands.
            if target.saysRetired, target.mergedInto == nil {
                note(
                    .error, at: mergedInto.place,
                    "\"\(mergedInto.value)\" is retired and cannot take the place of another: name "
                        + "a \(list.word) that is still offered.")
            }
        } else {
            noteUnknown(mergedInto, as: list.word, among: byKey, besides: entry)
        }
    }

    private mutating func noteUnknown(
        _ reference: Located<String>, as word: String, among byKey: [String: TaxonomyEntry],
        besides entry: TaxonomyEntry
    ) {
        let candidates = byKey.values
            .compactMap { other in other.key.map { (key: $0, label: other.label?.value ?? "") } }
            .sorted { $0.key.place < $1.key.place }
            .map { (key: $0.key.value, label: $0.label) }
            .filter { $0.key != entry.key?.value }
        let nearest = Spelling.nearest(to: reference.value, among: candidates)
        note(
            .error, at: reference.place,
            "There is no \(word) \"\(reference.value)\": "
                + (nearest.map { "did you mean \"\($0)\"?" } ?? "name one of this file."))
    }

    /// Notes every circle once, where the first of its entries refers to the next.
    private mutating func noteCircles(
        among byKey: [String: TaxonomyEntry], of field: String,
        _ reference: (TaxonomyEntry) -> Located<String>?, message: (String) -> String
    ) {
        var settled: Set<String> = []
        for start in byKey.values.sorted(by: { $0.place < $1.place }) {
            var path: [String] = []
            var next = start.key?.value
            while let key = next, let entry = byKey[key], !settled.contains(key) {
                if let first = path.firstIndex(of: key) {
                    let circle = path[first...]
                    let places = circle.compactMap { key in
                        byKey[key].flatMap { reference($0)?.place }
                    }
                    // A circle of one is noted with the entry.
                    if circle.count > 1, let place = places.min() {
                        let names = circle.map { "\"\($0)\"" }.joined(separator: ", ")
                        note(.error, at: place, message(names))
                    }
                    break
                }
                path.append(key)
                next = reference(entry)?.value
            }
            settled.formUnion(path)
        }
    }

    /// Notes keys of the version in force that are gone: annotations use them.
    private mutating func noteVanished(of list: WordList, kept: Set<String>, at place: Place) {
        guard let previous else { return }
        let stored =
            list == .reasons
            ? previous.reasons.map { ($0.key, $0.label) }
            : previous.painPoints.map { ($0.key, $0.label) }
        for (key, label) in stored where !kept.contains(key) {
            note(
                .error, at: place,
                "The \(list.word) \"\(key)\" (\(label)) of version \(previous.version) is gone, and "
                    + "annotations may use it: put it back and add \"retired:\" with a date, and "
                    + "\"merged-into:\" where another took its place.")
        }
    }

    private mutating func checkCount(of entries: [TaxonomyEntry], at place: Place) {
        let count = entries.count { !$0.saysRetired }
        guard !Self.sensibleReasons.contains(count) else { return }
        note(
            .warning, at: place,
            count < Self.sensibleReasons.lowerBound
                ? "There are \(count) reasons to choose from: with fewer than 5 their shares say "
                    + "little; add some."
                : "There are \(count) reasons to choose from: with more than 60 listeners choose "
                    + "differently; retire or merge some.")
    }
}
