import ArgumentParser
import CallModel

/// `41.2-62` or `0:41-1:02`: a stretch of a call.
struct Stretch: ExpressibleByArgument {
    let range: CallTimeRange

    init?(argument: String) {
        guard let range = TimeText.range(argument) else { return nil }
        self.range = range
    }
}
