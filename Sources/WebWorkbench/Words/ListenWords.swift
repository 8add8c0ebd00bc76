import CallModel
import CallReports

/// The words of the Listen page; what its scripts say stands in `words.js`.
struct ListenWords: Sendable {
    /// A severity, by number and name.
    struct Severity: Sendable {
        let number: Int
        let name: String
    }

    let title = "Listen"
    let calls = "Calls of this sitting"
    let measures = "Measures of this call"
    let waveform = "Sound of this call"
    let waveformHint = "Waveform; the list “The sound in words” says the same"
    let agent = "Agent"
    let customer = "Customer"
    let both = "Both"
    let somebody = "somebody"
    let regions = "What was said, by time"
    let noRegion = "no region marked"
    let regionStart = "Region begins here"
    let regionEnd = "Region ends here"
    let clearRegion = "Clear region"
    let zoomIn = "Zoom in"
    let zoomOut = "Zoom out"
    let zoomAll = "Whole call"
    let saidTitle = "Said of this call"
    let noTags = "Nothing yet. Press play, and a number when something hurts."
    let segmentsTitle = "The sound in words"
    let tagTitle = "Tag this call"
    let tag = "Tag"
    let close = "Close"
    let severity = "Severity"
    let severities = zip(1..., ["nuisance", "annoying", "bad", "serious", "disaster"])
        .map(Severity.init)
    let whose = "Whose"
    let from = "From"
    let to = "to"
    let text = "Text"
    let remove = "Remove"
    let reason = "Why they called"
    let reasonHint = "Type to find a reason"
    let wholeCall = "Whole call"
    let cancel = "Cancel"
    let painPoints = "Pain points"
    let sayKind = "What it is"
    let note = "Note"
    let idea = "Idea"
    let kudos = "Kudos"
    let flag = "Flag"
    let sayHint = "What did you hear, or what would help?"
    let keep = "Keep"
    let player = "Player"
    let hour = "How much of the hour was heard"
    let toStart = "To the start"
    let back10 = "Back 10 seconds"
    let on10 = "On 10 seconds"
    let play = "Play"
    let slower = "Slower"
    let faster = "Faster"
    let normalSpeed = "Speed; press for normal speed"
    let sides = "Which side is heard"
    let loop = "Loop"
    let playRegion = "Play region"
    let undo = "Undo"
    let redo = "Redo"
    let skipCall = "Skip call"
    let end = "End sitting"
    let keys = "Keys"
    let keysChange = "Change keys"
    let finish = "Finish, next"
    let offline =
        "The server does not answer. Go on: what you say is kept in this browser and sent when it is "
        + "back."
    let predictionsTitle = "What do you expect to hear?"
    let predictionsText =
        "Sealed before the first second, and held against what you heard at the end."
    let seconds = "s"
    let seal = "Seal and listen"
    let pass = "Just listen"
    let conflictTitle = "This was changed on another screen"
    let conflictText = "Nothing was overwritten. Choose what stands."
    let conflictTheirs = "There now"
    let conflictMine = "Yours, not sent yet"
    let keepMine = "Do mine again on top"
    let keepTheirs = "Keep theirs"
    let skipTitle = "Skip this call"
    let skipReason = "Why? It stays in the record of the draw."
    let summaryLink = "The whole sitting"
    let home = "This week"
    let startTitle = "Press play"
    let startLead = "An hour of calls drawn at random from last week: hold and silence are skipped."
    let startHour = "Play my hour"
    let drawsTitle = "Or go on with a draw"
    let goOn = "Go on"
    let left: @Sendable (Int) -> String = { "\($0) \($0 == 1 ? "call" : "calls") left" }
    let queue: @Sendable (String) -> String = { "queue \($0)" }
    let site: @Sendable (String) -> String = { "site \($0)" }
    let agentFact: @Sendable (String) -> String = { "agent \($0)" }
    let hold: @Sendable (Bool) -> String = { $0 ? "hold (est.)" : "hold" }
    let obstacle: @Sendable (HearingObstacle, Call) -> String = { obstacle, call in
        switch obstacle {
        case .fileGone(let sentence): sentence
        case .incomplete:
            "Only a part of this call was recorded: \(CallText.completeness(call) ?? "")."
        case .notRecorded: "This call was never recorded. Skip it with that as the reason."
        case .retired: "The recording was deleted when its time was over. Skip the call."
        case .undecodable(let reason):
            "The recording cannot be decoded. " + (reason.map { SafeText.oneLine($0) } ?? "")
        }
    }

    static let english = ListenWords()
}
