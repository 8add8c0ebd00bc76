import CallWorkbench
import CallModel
import CallReports

// What the player asks, and which keys answer.

extension PlayerWords {
    /// Why a call is passed over, in the order of their digits.
    static let skipReasons = [
        "Cannot be heard", "Heard before", "Not a customer’s call", "In a language I do not speak",
        "Somebody I know speaks", "Too distressing to hear",
    ]

    static func title(of subject: Picker.Subject) -> String {
        switch subject {
        case .reason: "Why did they call?"
        case .painPoint: "What hurt?"
        case .call: "Go to call"
        case .skipReason: "Skip this call because"
        case .expectation: ""
        }
    }

    // Hints are in the order of their weight: those that find no room are left out.

    static let pickingHint = ["type to narrow", "Up Down choose", "Enter takes it", "Esc closes"]
    static let skipHintLine = ["a digit or Enter skips", "or type why and Enter", "Esc stays"]
    static let writingHint = ["Enter keeps it", "Esc drops it", "Tab plays or pauses"]

    static let severityQuestion = "How bad? 1 a nuisance … 5 a disaster"

    static func severityHint(_ keys: KeyTable) -> [String] {
        [
            "1-5", "Enter \(PainDraft.usualSeverity)", "Esc drops it", "\(sides(keys)) side",
            "\(ends(keys)) set its ends here", "W whole call",
        ]
    }

    static func changeHint(_ keys: KeyTable, _ tag: Annotation?) -> [String] {
        let first: String? =
            switch tag?.content.kind {
            case .painPoint: "1-5 severity"
            case .reason: "Enter another reason"
            case nil: nil
            default: "Enter words"
            }
        return [first, "Esc done"].compactMap { $0 }
            + [
                "\(sides(keys)) side", "\(ends(keys)) set its ends here", "W whole call",
                "\(keys.name(of: .removeTag) ?? "") removes",
            ]
    }

    private static func sides(_ keys: KeyTable) -> String {
        names([.agentOnly, .customerOnly, .bothSides], keys)
    }

    private static func ends(_ keys: KeyTable) -> String {
        names([.regionStart, .regionEnd], keys)
    }

    private static func names(_ actions: [PlayerAction], _ keys: KeyTable) -> String {
        actions.compactMap { keys.name(of: $0) }.joined(separator: " ")
    }

    /// The keys that are used most, from the table.
    static func commandHint(_ keys: KeyTable) -> [String] {
        let entries: [(actions: [PlayerAction], word: String)] = [
            ([.help], "help"), ([.play], "play"), ([.back10, .on10], "10 s"),
            ([.finish], "next"), ([.reason], "reason"), ([.note], "note"), ([.undo], "undo"),
            ([.leave], "leave"), ([.idea], "idea"), ([.slower, .faster], "speed"),
            ([.regionStart, .regionEnd], "region"), ([.skipSilence], "skip"),
        ]
        return entries.compactMap { entry in
            let keys = entry.actions.compactMap { keys.name(of: $0) }
            return keys.isEmpty ? nil : keys.joined(separator: " ") + " \(entry.word)"
        }
    }

    static let leaveQuestion = "Leave? What was said and heard is kept."
    static let leaveHint = ["L leaves it open, to go on later", "E ends the sitting", "Esc stays"]

    static let planDone = "Every call of the plan is done."
    static let planDoneHint = ["Enter ends the sitting and shows what came of it", "Esc stays"]

    static let summaryTitle = "What came of it"
    static let summaryHint = "Enter leaves"
    static let scrollHint = "  Up Down PgUp PgDn scroll"

    // Before the first second.

    static func expectTitle(calls: Int, goal: Double?) -> String {
        let count = calls == 1 ? "1 call" : "\(calls) calls"
        return goal.map { "\(count), \(ClockText.duration(seconds: $0)) to hear" }
            ?? "\(count) to hear"
    }
    static let expectWhy =
        "What do you expect to hear? It is sealed now and held against what you hear."
    static func expectQuestion(_ given: Int) -> String {
        given == 0 ? "Why will they call?" : "And why else?"
    }
    static func expected(_ reason: String, _ share: String) -> String {
        "\(share) of calls: \(reason)"
    }
    static func shareQuestion(_ reason: String) -> String {
        "\(reason): in how many of 100 calls?"
    }
    static func startsIn(_ seconds: Int) -> String {
        "Starts by itself in \(seconds) s, unless you type."
    }
    static func expectHint(isFirst: Bool) -> [String] {
        isFirst
            ? ["Enter skips this and begins", "type or Up Down for a reason"]
            : ["Enter begins", "type or Up Down for another reason", "Esc expects nothing"]
    }
    static let shareHint = [
        "a number and Enter",
        "Enter alone for \(ExpectationForm.ShareQuestion.usualPercent)", "Esc goes back",
    ]
}
