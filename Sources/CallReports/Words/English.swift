import CallModel

/// English, as it is spoken to a manager: short sentences, no statistics.
struct English: TextCatalogue {
    let languageTag = "en"
    let figures = Figures(group: ",", decimal: ".")
    let separator = " · "
    let wholeCall = "whole call"
    let handPickedBadge = "chosen by hand"

    /// The plural rule of English (CLDR): exactly one is singular, nought and fractions are plural.
    func counted(_ count: Int, _ one: String, _ other: String) -> String {
        figures.whole(count) + " " + (count == 1 ? one : other)
    }

    func calls(_ count: Int) -> String { counted(count, "call", "calls") }

    func percent(_ share: Double, _ rounding: Rounding) -> String {
        // A no-break space: a number and its sign stay on one line.
        switch figures.share(share, rounding) {
        case .exactly(let digits): "\(digits)\u{A0}%"
        case .under(let digits): "under \(digits)\u{A0}%"
        case .over(let digits): "over \(digits)\u{A0}%"
        }
    }

    func percentRange(_ share: Estimate) -> String {
        let high = percent(share.high, .up)
        if case .exactly(let low) = figures.share(share.low, .down), low != "0" {
            return percent(share.low, .down) + " to " + high
        }
        return "up to " + high
    }

    func quoted(_ text: String) -> String {
        "“\(SafeText.isolated(text))”"
    }

    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    func days(_ first: CalendarDay, _ last: CalendarDay) -> String {
        let end = "\(last.day) \(month(last)) \(last.year)"
        if first == last { return end }
        if first.year != last.year {
            return "\(first.day) \(month(first)) \(first.year) to \(end)"
        }
        if first.month != last.month { return "\(first.day) \(month(first)) to \(end)" }
        return "\(first.day) to \(end)"
    }

    private func month(_ day: CalendarDay) -> String {
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ][day.month - 1]
    }

    func side(_ side: Side) -> String {
        switch side {
        case .agent: "agent"
        case .customer: "customer"
        }
    }

    func sentence(_ fragment: String) -> String {
        fragment.prefix(1).uppercased() + fragment.dropFirst() + "."
    }

    func severity(_ severity: Int) -> String { "severity \(severity)" }
}
