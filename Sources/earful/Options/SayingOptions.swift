import ArgumentParser
import CallModel
import CallWorkbench

/// What is said of a call.
struct SayingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A stretch that you heard. May be given again.", valueName: "from-to"))
    var heard: [Stretch] = []

    @Option(help: ArgumentHelp("How fast you heard it; 1 is normal.", valueName: "x"))
    var speed = 1.0

    @Option(help: ArgumentHelp("Why they called.", valueName: "key"))
    var reason: String?

    @Option(
        help: ArgumentHelp(
            "What hurt, and how much (1 to 5): hold-too-long:4, hold-too-long:4@41.2-62/customer.",
            valueName: "key:severity"))
    var pain: [PainMark] = []

    @Option(help: ArgumentHelp("A remark.", valueName: "text"))
    var note: [Remark] = []

    @Option(help: ArgumentHelp("A proposal.", valueName: "text"))
    var idea: [Remark] = []

    @Option(help: ArgumentHelp("Praise.", valueName: "text"))
    var kudos: [Remark] = []

    @Option(help: ArgumentHelp("Something to look at again.", valueName: "text"))
    var flag: [Remark] = []

    @Option(
        help: ArgumentHelp(
            "What you expect before you hear the first second: billing=40.", valueName: "key=%"))
    var predict: [Expectation] = []

    @Option(help: ArgumentHelp("Take back what was said, by its name.", valueName: "annotation"))
    var remove: [String] = []

    @Option(help: ArgumentHelp("Undo so many edits of the sitting.", valueName: "n"))
    var undo = 0

    @Option(help: ArgumentHelp("Do so many undone edits again.", valueName: "n"))
    var redo = 0

    @Option(help: ArgumentHelp("Pass the call over, and why.", valueName: "why"))
    var skip: String?

    @Flag(help: "You are done with the call.")
    var finish = false

    @Flag(help: "The sitting is over.")
    var end = false

    mutating func validate() throws {
        guard undo >= 0, redo >= 0 else {
            throw ValidationError("--undo and --redo count edits: 0 or more.")
        }
        guard speed >= 0.25, speed <= 4 else {
            throw ValidationError("--speed \(speed) is out of range: 0.25 to 4.")
        }
        guard skip == nil || !finish else {
            throw ValidationError("Give --skip or --finish, not both.")
        }
    }

    func request(for call: CallID, selection: Selection) -> TagRequest {
        var request = TagRequest(call: call, selection: selection)
        request.predictions = predict.map(\.prediction)
        request.heard = heard.map(\.range)
        request.speed = speed
        request.sayings =
            (reason.map { [TagRequest.Saying(content: .reason(key: $0))] } ?? [])
            + pain.map(\.saying)
            + note.map { .init(content: .note(text: $0.text), range: $0.range) }
            + idea.map { .init(content: .idea(text: $0.text), range: $0.range) }
            + kudos.map { .init(content: .kudos(text: $0.text), range: $0.range) }
            + flag.map { .init(content: .flag(text: $0.text), range: $0.range) }
        request.removals = remove.map { AnnotationID($0) }
        request.undoCount = undo
        request.redoCount = redo
        request.skipReason = skip
        request.finishes = finish
        request.ends = end
        return request
    }
}
