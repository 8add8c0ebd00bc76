public import Foundation

/// The process that owns a workspace, in its own words.
public struct WorkspaceOwner: Sendable, Codable, Hashable {
    /// Its process id.
    public var pid: Int32
    /// What it was started as, such as `earful ingest`.
    public var command: String
    /// When it took the workspace.
    public var since: Date

    /// An owner.
    public init(pid: Int32, command: String, since: Date) {
        self.pid = pid
        self.command = command
        self.since = since
    }
}
