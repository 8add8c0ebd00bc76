public import Foundation

/// A folder with `Recordings/` (audio as delivered, never modified) and `Annotations/` (the
/// archive, the taxonomy, the settings, exports).
public struct Workspace: Sendable, Hashable {
    /// The folder itself, as an absolute path without a trailing slash.
    public let path: String

    /// The folder at an absolute path, taken as it is.
    public init(path: String) {
        self.path = path
    }

    /// The folder as a URL.
    public var root: URL { URL(fileURLWithPath: path, isDirectory: true) }
    /// Where the audio lies.
    public var recordingsPath: String { path + "/Recordings" }
    /// Where all that people and Earful write lies.
    public var annotationsPath: String { path + "/Annotations" }
    /// The archive.
    public var databasePath: String { annotationsPath + "/earful.sqlite" }
    /// The words to tag with.
    public var taxonomyPath: String { annotationsPath + "/taxonomy.yml" }
    /// The settings.
    public var settingsPath: String { annotationsPath + "/settings.yml" }
    /// Playable copies of recordings; all of it can be made again.
    public var copiesPath: String { annotationsPath + "/cache" }
    /// What was counted of past periods; all of it can be made again.
    public var countsPath: String { copiesPath + "/counts" }
    /// The secret that pseudonyms are made with; whoever has it can test a guessed number.
    public var pseudonymKeyPath: String { annotationsPath + "/pseudonym.key" }

    /// A path as it is stored: relative to the workspace where it lies inside, else absolute, so
    /// that a workspace can be moved as a whole.
    public func storedPath(of absolutePath: String) -> String {
        let prefix = path == "/" ? "/" : path + "/"
        return absolutePath.hasPrefix(prefix)
            ? String(absolutePath.dropFirst(prefix.count)) : absolutePath
    }

    /// The absolute path of one that was stored.
    public func absolutePath(ofStored storedPath: String) -> String {
        storedPath.hasPrefix("/") ? storedPath : path + "/" + storedPath
    }
}
