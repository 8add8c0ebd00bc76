internal import CallModel

/// One reason or pain point as the file has it; what is missing or unreadable is nil.
struct TaxonomyEntry {
    var place: Place
    var key: Located<String>?
    var label: Located<String>?
    var description: Located<String>?
    var parent: Located<String>?
    var numberKey: Located<Int>?
    var regulated = false
    var retired: Located<CalendarDay>?
    /// Whether a `retired` field stands there, readable or not.
    var saysRetired = false
    var mergedInto: Located<String>?

    /// The reason that it spells, where it has a key and a label.
    var reason: CallReason? {
        guard let key, let label else { return nil }
        return CallReason(
            key: key.value, label: label.value, description: description?.value ?? "",
            parent: parent?.value, numberKey: numberKey?.value, retired: retired?.value,
            mergedInto: mergedInto?.value)
    }

    /// The pain point that it spells, where it has a key and a label.
    var painPoint: PainPoint? {
        guard let key, let label else { return nil }
        return PainPoint(
            key: key.value, label: label.value, description: description?.value ?? "",
            numberKey: numberKey?.value, regulated: regulated, retired: retired?.value,
            mergedInto: mergedInto?.value)
    }
}
