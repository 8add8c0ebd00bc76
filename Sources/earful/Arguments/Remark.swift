import ArgumentParser
import CallModel

/// `some words`, or `@41.2-62 some words`: a text, and where in the call it belongs.
struct Remark: ExpressibleByArgument {
    let text: String
    let range: CallTimeRange?

    init?(argument: String) {
        guard argument.hasPrefix("@"), let space = argument.firstIndex(of: " "),
            let range = TimeText.range(argument[..<space].dropFirst())
        else {
            text = argument
            range = nil
            return
        }
        text = String(argument[space...].dropFirst())
        self.range = range
    }
}
