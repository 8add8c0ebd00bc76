/// What an ingest did, in all.
public struct IngestReport: Sendable, Codable, Hashable {
    /// Files whose sound is in now.
    public internal(set) var newFiles = 0
    /// Files that were known with other content.
    public internal(set) var changedFiles = 0
    /// Files that were in before and did not change.
    public internal(set) var unchangedFiles = 0
    /// Files known from another place, where they lie no more.
    public internal(set) var movedFiles = 0
    /// Files whose sound is known from another place too.
    public internal(set) var duplicateFiles = 0
    /// Files that are still being written.
    public internal(set) var waitingFiles = 0
    /// Files that are no recordings (tables, texts, pictures).
    public internal(set) var ignoredFiles = 0
    /// Calls that were made of two files.
    public internal(set) var pairedCalls = 0
    /// Calls taken in of which a part cannot be heard.
    public internal(set) var incompleteCalls = 0
    /// Seconds of sound taken in.
    public internal(set) var audioSeconds = 0.0
    /// Files that do not decode, with their reasons.
    public internal(set) var undecodable: [IngestOutcome] = []
    /// Files that could not be taken in and are left for another attempt, with their reasons.
    public internal(set) var failed: [IngestOutcome] = []
    /// What came of the call records; nil where none were given.
    public internal(set) var records: CallLogReport?
    /// Whether it was told to stop before all was done.
    public internal(set) var wasInterrupted = false

    /// Whether everything that was there went in.
    public var isComplete: Bool {
        undecodable.isEmpty && failed.isEmpty && waitingFiles == 0 && !wasInterrupted
            && (records?.refused ?? 0) == 0
    }

    mutating func count(_ outcome: IngestOutcome) {
        switch outcome.status {
        case .new: newFiles += 1
        case .changed: changedFiles += 1
        case .paired, .unchanged: unchangedFiles += 1
        case .moved: movedFiles += 1
        case .duplicate: duplicateFiles += 1
        case .waiting: waitingFiles += 1
        case .undecodable: undecodable.append(outcome)
        case .failed: failed.append(outcome)
        }
    }
}

/// What came of a file of call records.
public struct CallLogReport: Sendable, Codable, Hashable {
    /// Calls not known before.
    public internal(set) var created = 0
    /// Calls that more is known of now.
    public internal(set) var updated = 0
    /// Calls that nothing new was said of.
    public internal(set) var unchanged = 0
    /// Rows that were not taken.
    public internal(set) var refused = 0
    /// The first thousand of those, with their lines and reasons.
    public internal(set) var problems: [CallLogProblem] = []

    mutating func refuse(_ problem: CallLogProblem) {
        refused += 1
        if problems.count < 1000 { problems.append(problem) }
    }
}
