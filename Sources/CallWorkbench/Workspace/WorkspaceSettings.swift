public import CallModel
public import Foundation

/// What a workspace does its own way; read from `Annotations/settings.yml`, where whatever is left
/// out has the default given here.
public struct WorkspaceSettings: Sendable, Hashable {
    /// The zone of the days and of times written without one, by its IANA name.
    public var timeZone: TimeZone
    /// Which channel of a two-channel recording is the agent's.
    public var layout = ChannelLayout.agentFirst
    /// File-name patterns that are tried before the built-in ones.
    public var fileNames: [FileNamePattern] = []
    /// The words that mark a file as one side of a call.
    public var sideWords = SideWords()
    /// File extensions (lower case, without the dot) of files without any header, beyond the
    /// built-in ones, and their coding; all are read as 8 kHz mono.
    public var headerlessExtensions: [String: HeaderlessCoding] = [:]
    /// How many files are decoded at once, >= 1.
    public var workerCount: Int
    /// What decoding one file may cost.
    public var limits = DecodeLimits()
    /// Columns of call records: the field (`call_id`, `started_at`, …) and the column's own name.
    public var columns: [CallLogField: String] = [:]
    /// In which order day and month stand in dates such as 04/05/2026; nil: found from the whole
    /// column.
    public var dateOrder: DateOrder?
    /// What the organisation wants its listeners to keep in mind, shown above their week; nil where
    /// nothing is set.
    public var values: String?
    /// The limits that profiles are measured with.
    public var thresholds = ProfileThresholds()
    /// How people listen where they say nothing else.
    public var listening = ListeningSettings()
    /// How many of the drawn calls two listeners hear.
    public var calibration = CalibrationSettings()
    /// Keys of the player by the name of what they do, as they are written; the player says which
    /// names and keys there are.
    public var keys: [String: [String]] = [:]

    /// The defaults on this machine: its time zone, a worker for each of its cores.
    public init() {
        timeZone = .current
        workerCount = max(1, ProcessInfo.processInfo.activeProcessorCount)
    }
}

/// The order of day and month in a date such as 04/05/2026.
public enum DateOrder: String, Sendable, Codable, CaseIterable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
}

/// The coding of samples in a file without a header.
public enum HeaderlessCoding: String, Sendable, Codable, CaseIterable {
    /// ITU-T G.711 mu-law, a byte a sample.
    case muLaw = "mu-law"
    /// ITU-T G.711 A-law, a byte a sample.
    case aLaw = "a-law"
    /// 16-bit signed samples, least significant byte first.
    case linear16 = "linear16"
}

/// What decoding one file may cost before it is given up.
public struct DecodeLimits: Sendable, Codable, Hashable {
    /// Memory of a worker, in MiB, >= 64.
    public var memoryMiB = 512
    /// CPU time for any one file, in seconds, >= 1.
    public var cpuSeconds = 20.0
    /// CPU time on top for each hour of sound in it, in seconds, >= 0.
    public var cpuSecondsPerHour = 240.0
    /// How long a worker may show no sign of life, in seconds, >= 1.
    public var silenceSeconds = 30.0

    /// The defaults.
    public init() {}
}
