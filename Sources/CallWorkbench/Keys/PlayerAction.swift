/// What a key can do while listening. The names stand in settings files and never change.
public enum PlayerAction: Sendable, Hashable {
    case play, back10, on10, back5, on5, back1, on1
    case slower, faster, normalSpeed, skipSilence
    case agentOnly, customerOnly, bothSides, level
    case regionStart, regionEnd, loop, playRegion
    /// 1...9.
    case painPoint(Int)
    case allPainPoints, reason, note, idea, kudos, flag
    case nextTag, previousTag, changeTag, removeTag, undo, redo
    case finish, nextCall, previousCall, skipCall, search
    case help, leave, suspend, redraw

    /// All of them, in the order of the help.
    public static let allCases: [PlayerAction] =
        [
            .play, .back10, .on10, .back5, .on5, .back1, .on1, .slower, .faster, .normalSpeed,
            .skipSilence, .agentOnly, .customerOnly, .bothSides, .level, .regionStart, .regionEnd,
            .loop, .playRegion,
        ] + (1...9).map { .painPoint($0) } + [
            .allPainPoints, .reason, .note, .idea, .kudos, .flag, .nextTag, .previousTag,
            .changeTag, .removeTag, .undo, .redo, .finish, .nextCall, .previousCall, .skipCall,
            .search, .help, .leave, .suspend, .redraw,
        ]

    /// Its name in the settings file.
    public var name: String {
        switch self {
        case .play: "play"
        case .back10: "back-10"
        case .on10: "on-10"
        case .back5: "back-5"
        case .on5: "on-5"
        case .back1: "back-1"
        case .on1: "on-1"
        case .slower: "slower"
        case .faster: "faster"
        case .normalSpeed: "normal-speed"
        case .skipSilence: "skip-silence"
        case .agentOnly: "agent-only"
        case .customerOnly: "customer-only"
        case .bothSides: "both-sides"
        case .level: "level"
        case .regionStart: "region-start"
        case .regionEnd: "region-end"
        case .loop: "loop"
        case .playRegion: "play-region"
        case .painPoint(let number): "pain-point-\(number)"
        case .allPainPoints: "all-pain-points"
        case .reason: "reason"
        case .note: "note"
        case .idea: "idea"
        case .kudos: "kudos"
        case .flag: "flag"
        case .nextTag: "next-tag"
        case .previousTag: "previous-tag"
        case .changeTag: "change-tag"
        case .removeTag: "remove-tag"
        case .undo: "undo"
        case .redo: "redo"
        case .finish: "finish"
        case .nextCall: "next-call"
        case .previousCall: "previous-call"
        case .skipCall: "skip-call"
        case .search: "search"
        case .help: "help"
        case .leave: "leave"
        case .suspend: "suspend"
        case .redraw: "redraw"
        }
    }
}
