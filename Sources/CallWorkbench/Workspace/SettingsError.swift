/// What is wrong in the settings file, and where.
public struct SettingsError: Error, Hashable, Sendable {
    /// The file.
    public var path: String
    /// The line, from 1; nil where the whole file is meant.
    public var line: Int?
    /// The sentence, with its remedy.
    public var message: String

    /// What is wrong, at a line counted from 1.
    public init(path: String, line: Int?, message: String) {
        self.path = path
        self.line = line
        self.message = message
    }
}

extension SettingsError: CustomStringConvertible {
    /// The file, the line, and the sentence.
    public var description: String {
        line.map { "\(path), line \($0): \(message)" } ?? "\(path): \(message)"
    }
}
