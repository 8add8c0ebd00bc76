import CallAudio
import CallModel

/// One call for a worker to decode and measure: a line of JSON on its standard input.
struct DecodeJob: Sendable, Codable, Hashable {
    /// What to decode.
    var source: CallSource
    /// Holds that the call record knows.
    var holds: [CallTimeRange]?
    /// The limits to measure with.
    var thresholds: ProfileThresholds
    /// What decoding may cost.
    var limits: DecodeLimits

    /// The files, the agent's first where there are two.
    var paths: [String] {
        switch source {
        case .file(let file, _): [file.path]
        case .sides(let agent, let customer): [agent.path, customer.path]
        }
    }
}
