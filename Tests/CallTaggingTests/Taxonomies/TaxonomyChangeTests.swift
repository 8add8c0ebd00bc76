import CallModel
import CallTagging
import Foundation
import Testing

@Suite("Changes of a taxonomy")
struct TaxonomyChangeTests {
    private let seen = CalendarDay(year: 2026, month: 11, day: 18)!
    private let march = CalendarDay(year: 2026, month: 3, day: 1)!

    private func changes(_ edit: (inout Taxonomy) -> Void) -> [TaxonomyChange] {
        var new = Sitting.taxonomy
        edit(&new)
        return new.changes(since: Sitting.taxonomy, seenOn: seen)
    }

    @Test("nothing changed is no change")
    func none() {
        #expect(changes { _ in }.isEmpty)
        #expect(changes { $0.version = 2 }.isEmpty)
    }

    @Test("each fact has its day and what it was and became")
    func facts() throws {
        let found = changes {
            $0.reasons[0].label = "Bills"
            $0.reasons[1].parent = nil
            $0.reasons[2].retired = march
            $0.reasons[4].mergedInto = "billing"
            $0.painPoints[0].retired = march
            $0.painPoints[0].mergedInto = "call-cut-off"
            $0.painPoints[1].numberKey = nil
            $0.painPoints[1].regulated = true
            $0.painPoints[2].retired = nil
            $0.painPoints[2].mergedInto = nil
            $0.painPoints.append(PainPoint(key: "new", label: "New", description: ""))
        }
        func change(
            _ list: WordList, _ key: String, _ kind: TaxonomyChange.Kind, _ day: CalendarDay,
            _ from: String? = nil, _ to: String? = nil
        ) -> TaxonomyChange {
            TaxonomyChange(list: list, key: key, kind: kind, day: day, from: from, to: to)
        }
        let june = try #require(CalendarDay("2026-06-01"))
        #expect(
            found == [
                change(.reasons, "billing", .relabelled, seen, "Billing", "Bills"),
                change(.reasons, "wrong-amount", .moved, seen, "billing", nil),
                change(.reasons, "delivery", .retired, march),
                change(.reasons, "fax", .merged, june, nil, "billing"),
                change(.painPoints, "hold-too-long", .merged, march, nil, "call-cut-off"),
                change(.painPoints, "call-cut-off", .rekeyed, seen, "7", nil),
                change(.painPoints, "call-cut-off", .regulated, seen, "false", "true"),
                change(.painPoints, "on-hold", .separated, seen, "hold-too-long", nil),
                change(.painPoints, "on-hold", .restored, seen, "2026-06-01", nil),
                change(.painPoints, "new", .added, seen, nil, "New"),
            ])
        let json = try JSONEncoder().encode(found)
        #expect(try JSONDecoder().decode([TaxonomyChange].self, from: json) == found)
    }
}
