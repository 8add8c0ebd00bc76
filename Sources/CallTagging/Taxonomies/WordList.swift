/// One of the two lists of a taxonomy.
public enum WordList: String, Sendable, Codable, CaseIterable {
    /// Why they called.
    case reasons
    /// What hurt.
    case painPoints

    /// Its name in the file.
    var field: String { self == .reasons ? "reasons" : "pain-points" }
    /// What one entry is called in a sentence.
    var word: String { self == .reasons ? "reason" : "pain point" }
    /// The fields that an entry may have.
    var entryFields: [String] {
        ["key", "label", "description", self == .reasons ? "parent" : "regulated", "number-key"]
            + ["retired", "merged-into"]
    }
}
