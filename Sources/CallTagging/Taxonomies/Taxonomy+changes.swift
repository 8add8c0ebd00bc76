public import CallModel

extension Taxonomy {
    /// What became of every word since an older version, in the order of this version, reasons
    /// first. Empty where nothing that listeners see changed but the order.
    ///
    /// A key that is gone is no change but an error of the file, found when it is read.
    public func changes(since old: Taxonomy, seenOn day: CalendarDay) -> [TaxonomyChange] {
        let oldReasons = Dictionary(old.reasons.map { ($0.key, $0) }) { first, _ in first }
        let oldPainPoints = Dictionary(old.painPoints.map { ($0.key, $0) }) { first, _ in first }
        return reasons.flatMap { reason in
            Self.changes(.reasons, reason.word, since: oldReasons[reason.key]?.word, seenOn: day)
        }
            + painPoints.flatMap { point in
                Self.changes(
                    .painPoints, point.word, since: oldPainPoints[point.key]?.word, seenOn: day)
            }
    }

    private static func changes(
        _ list: WordList, _ new: Word, since old: Word?, seenOn day: CalendarDay
    ) -> [TaxonomyChange] {
        var changes: [TaxonomyChange] = []
        func note(_ kind: TaxonomyChange.Kind, _ from: String?, _ to: String?, on day: CalendarDay)
        {
            changes.append(
                TaxonomyChange(
                    list: list, key: new.key, kind: kind, day: day, from: from, to: to))
        }
        if let old {
            if old.label != new.label { note(.relabelled, old.label, new.label, on: day) }
            if old.description != new.description {
                note(.redescribed, old.description, new.description, on: day)
            }
            if old.parent != new.parent { note(.moved, old.parent, new.parent, on: day) }
            if old.numberKey != new.numberKey {
                note(
                    .rekeyed, old.numberKey.map(String.init), new.numberKey.map(String.init),
                    on: day)
            }
            if old.regulated != new.regulated {
                note(.regulated, String(old.regulated), String(new.regulated), on: day)
            }
        } else {
            note(.added, nil, new.label, on: day)
        }
        if let target = new.mergedInto, target != old?.mergedInto {
            note(.merged, old?.mergedInto, target, on: new.retired ?? day)
        } else if let retired = new.retired, retired != old?.retired {
            note(.retired, old?.retired.map(String.init), nil, on: retired)
        }
        if new.mergedInto == nil, let target = old?.mergedInto {
            note(.separated, target, nil, on: day)
        }
        if new.retired == nil, let retired = old?.retired {
            note(.restored, String(describing: retired), nil, on: day)
        }
        return changes
    }
}

/// What a reason and a pain point have in common.
private struct Word {
    var key: String
    var label: String
    var description: String
    var parent: String?
    var numberKey: Int?
    var regulated: Bool
    var retired: CalendarDay?
    var mergedInto: String?
}

extension CallReason {
    fileprivate var word: Word {
        Word(
            key: key, label: label, description: description, parent: parent,
            numberKey: numberKey, regulated: false, retired: retired, mergedInto: mergedInto)
    }
}

extension PainPoint {
    fileprivate var word: Word {
        Word(
            key: key, label: label, description: description, parent: nil, numberKey: numberKey,
            regulated: regulated, retired: retired, mergedInto: mergedInto)
    }
}
