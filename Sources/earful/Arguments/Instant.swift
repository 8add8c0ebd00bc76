import ArgumentParser
import CallModel

/// `41.2` or `0:41.2`: a position in a call.
struct Instant: ExpressibleByArgument {
    let time: CallTime

    init?(argument: String) {
        guard let milliseconds = TimeText.milliseconds(argument) else { return nil }
        time = CallTime(milliseconds: milliseconds)
    }
}
