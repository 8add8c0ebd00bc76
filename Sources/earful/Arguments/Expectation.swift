import ArgumentParser
import CallModel

/// `billing=40`: the reason and the share of calls, in percent, that a listener expects.
struct Expectation: ExpressibleByArgument {
    let prediction: Prediction

    init?(argument: String) {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let percent = Double(parts[1]),
            (0...100).contains(percent)
        else { return nil }
        prediction = Prediction(reason: String(parts[0]), share: percent / 100)
    }
}
