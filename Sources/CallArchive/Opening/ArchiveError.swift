import Foundation
public import CallModel

/// What the archive could not do: a sentence that says what happened, to what, and what to do.
public enum ArchiveError: Error, Hashable, Sendable {
    /// Another process owns the workspace; its words are nil where the lock file does not tell them.
    case owned(by: WorkspaceOwner?, folder: String)
    /// The file was written by a newer version, which knows migrations that this one does not.
    case newerSchema(file: String, unknown: [String])
    /// The file is older than this version, and was opened for reading only.
    case needsUpgrade(file: String)
    /// There is no archive.
    case notFound(file: String)
    /// The archive was opened for reading only.
    case readOnly(file: String)
    /// The database did not take the setting that makes commits survive a loss of power.
    case notDurable(file: String, found: String)
    /// Other events of the sitting were stored since the caller loaded it.
    case stale(session: SessionID, expected: Int, found: Int)
    /// An event id was used before, for something else.
    case eventReused(EventID)
    /// No such call.
    case unknownCall(CallID)
    /// No such sitting.
    case unknownSession(SessionID)
    /// No such draw.
    case unknownDraw(DrawID)
    /// The beginning of a name fits more than one call.
    case ambiguous(prefix: String, matches: [CallID])
    /// A draw of this name is stored, and is not the same.
    case drawExists(DrawID)
    /// This version of the taxonomy is stored with other words.
    case taxonomyDiffers(version: Int)
    /// The call has no two sides that could be told apart or exchanged.
    case sidesUnknown(CallID)
    /// Somebody else changed it since the caller looked; the text is a whole sentence.
    case changedMeanwhile(String)
    /// A value that the archive does not take; the text is a whole sentence.
    case invalid(String)
    /// A backup could not be made.
    case backup(file: String, reason: String)
    /// The database refused; the reason is its own words.
    case database(doing: String, reason: String)
}

extension ArchiveError: CustomStringConvertible {
    /// The sentence.
    public var description: String {
        switch self {
        case .owned(let owner?, let folder):
            """
            \(folder) is owned by process \(owner.pid) (\(owner.command)), which has had it since \
            \(owner.since.formatted(.iso8601)). Wait until it ends, or stop it; commands that only \
            read work meanwhile.
            """
        case .owned(nil, let folder):
            """
            \(folder) is owned by another process, which did not say its name. Wait until it ends; \
            commands that only read work meanwhile.
            """
        case .newerSchema(let file, let unknown):
            """
            \(file) was written by a newer version of Earful (it knows \
            \(unknown.map { "\"\($0)\"" }.joined(separator: ", "))). Upgrade Earful to open it.
            """
        case .needsUpgrade(let file):
            """
            \(file) was written by an older version of Earful and must be upgraded first: run a \
            command that writes, such as `earful ingest`.
            """
        case .notFound(let file):
            "There is no archive at \(file). Take recordings in with `earful ingest` first."
        case .readOnly(let file):
            "\(file) was opened for reading only, so nothing can be written to it."
        case .notDurable(let file, let found):
            """
            \(file) did not take synchronous=FULL (it reads \(found)), so a loss of power could \
            lose what was acknowledged. Move the workspace to a local disk.
            """
        case .stale(let session, let expected, let found):
            """
            The sitting \(session) has \(found) events, not the \(expected) that this change was \
            decided on. Load it again and repeat the change.
            """
        case .eventReused(let id):
            "The event \(id) is stored with other content. Give each new event an id of its own."
        case .unknownCall(let id):
            "There is no call \(id) in the archive. List calls with `earful calls`."
        case .unknownSession(let id):
            "There is no sitting \(id) in the archive. List sittings with `earful sessions`."
        case .unknownDraw(let id):
            "There is no draw \(id) in the archive."
        case .ambiguous(let prefix, let matches):
            """
            \(prefix) could be any of \(matches.map(\.rawValue).joined(separator: ", ")). \
            Write more of the name.
            """
        case .drawExists(let id):
            "A different draw \(id) is stored already. Give the new draw a name of its own."
        case .taxonomyDiffers(let version):
            """
            Version \(version) of the taxonomy is stored with other words, and a version never \
            changes. Raise the version number.
            """
        case .sidesUnknown(let id):
            "The call \(id) has no two-sided recording, so there are no sides to exchange."
        case .changedMeanwhile(let sentence), .invalid(let sentence):
            sentence
        case .backup(let file, let reason):
            "No backup was made at \(file): \(reason)"
        case .database(let doing, let reason):
            "The archive failed while \(doing): \(reason)"
        }
    }
}
