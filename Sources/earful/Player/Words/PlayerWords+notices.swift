import CallWorkbench
import CallModel

// What the player says when something was done or could not be.

extension PlayerWords {
    static let pastedIntoNothing = "What was pasted has no field to go to: open one first."
    static let levelled = "The sides are brought to one level."
    static let notLevelled = "The levels are as they were recorded."
    static let nothingToHear = "There is nothing of this call to hear."
    static let seekCancelled = "Stayed where it was."
    static let oneChannel = "Both sides are on one channel of this call."
    static let severityFirst = "First the severity: 1 to 5, or Esc to drop the pain point."
    static let lastCall = "This is the last call of the plan."
    static let firstCall = "This is the first call of the plan."
    static let badShare = "A share is 1 to 100 percent."
    static let tagsWithoutSound = "No sound, tagging goes on."
    static let nothingFitsHere = "Nothing fits."

    static func nothingFits(_ text: String) -> String {
        "Nothing fits “\(text)”. Type less, or Esc."
    }

    static func freeDigit(_ digit: Int, all: String?) -> String {
        "No pain point has the digit \(digit)." + (all.map { " \($0) shows all." } ?? "")
    }

    static func regionNeedsStart(_ key: String?) -> String {
        "Mark first where the region begins" + (key.map { ": \($0)." } ?? ".")
    }

    static func regionIsEmpty(_ start: String) -> String {
        "The region begins at \(start): its end lies after that."
    }

    static func nothingToLoop(_ keys: KeyTable) -> String {
        let ends = [PlayerAction.regionStart, .regionEnd].compactMap { keys.name(of: $0) }
        return "Mark a region first (\(ends.joined(separator: " "))), or select a tag."
    }

    static func selectFirst(_ key: String?) -> String {
        "Select a tag first" + (key.map { ": \($0)." } ?? ".")
    }

    static func wasSkipped(_ key: String?) -> String {
        "This call was skipped." + (key.map { " \($0) takes it up again." } ?? "")
    }

    static func goalReached(_ goal: Double, leave: String?) -> String {
        "The \(minutes(goal)) are full. Go on as long as you like"
            + (leave.map { ", or leave between two calls: \($0)." } ?? ".")
    }

    static func dropouts(_ count: Int) -> String {
        "The sound device ran dry" + (count == 1 ? "" : " \(count) times in this call")
            + ": a moment may have been lost to the ear. It plays on."
    }

    static func undone(_ what: String) -> String { "Undone: \(what)" }
    static func redone(_ what: String) -> String { "Done again: \(what)" }
    static func ofCall(_ call: CallID) -> String { " · call \(call)" }

    static func skipHint(_ keys: KeyTable) -> String {
        keys.name(of: .skipCall).map { "\($0) skips it with a reason." } ?? ""
    }

    static func hearRestHint(_ keys: KeyTable) -> String {
        let play = keys.name(of: .play).map { "\($0) plays what is there" }
        let skip = keys.name(of: .skipCall).map { "\($0) skips it with a reason" }
        return [play, skip].compactMap { $0 }.joined(separator: ", ") + "."
    }
}
