import ArgumentParser
import CallModel

/// Which sitting a command goes into.
struct SittingOptions: ParsableArguments {
    @Option(
        name: .customLong("session"),
        help: ArgumentHelp(
            "The sitting. Default: your open one, else a new one.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("What a new sitting is for.", valueName: "purpose"))
    var purpose = SessionPurpose.tagging

    @Option(
        help: ArgumentHelp(
            "The draw that picked the call. Default: none, the call is picked by hand.",
            valueName: "name"))
    var draw: String?

    @Option(
        name: .customLong("event-id"),
        help: ArgumentHelp(
            "A name for what this command does: the same again is stored once.", valueName: "name"))
    var eventID: String?

    /// The sitting, where one was named.
    var session: SessionID? { name.map { SessionID($0) } }

    /// How the call came before the listener.
    var selection: Selection { draw.map { .drawn(DrawID($0)) } ?? .handPicked }
}
