import CallModel
import Foundation
import Yams

extension Workspace {
    /// The settings in `Annotations/settings.yml`; the defaults where there is no such file.
    ///
    /// Throws ``SettingsError``.
    public func settings() throws(SettingsError) -> WorkspaceSettings {
        guard FileManager.default.fileExists(atPath: settingsPath) else {
            return WorkspaceSettings()
        }
        let text: String
        do {
            text = try String(contentsOfFile: settingsPath, encoding: .utf8)
        } catch {
            throw SettingsError(
                path: settingsPath, line: nil,
                message: "The settings cannot be read as UTF-8 text. Check the file's rights and"
                    + " encoding.")
        }
        return try WorkspaceSettings(yaml: text, path: settingsPath)
    }
}

extension WorkspaceSettings {
    /// Settings from the text of a settings file; `path` is named in errors.
    ///
    /// Throws ``SettingsError`` with the line of what is wrong.
    public init(yaml: String, path: String) throws(SettingsError) {
        self.init()
        guard let node = try Self.compose(yaml, path: path) else { return }
        if let scalar = node.scalar, scalar.string.isEmpty || scalar.string == "null" { return }
        let top = try SettingsSection(node, path: path, name: "", known: Self.keys)

        if let name = try top.text("time_zone") {
            guard let zone = TimeZone(identifier: name) else {
                throw top.wrong(
                    "time_zone", "must be an IANA name such as Europe/Madrid, and is `\(name)`")
            }
            timeZone = zone
        }
        if let channel = try top.text("agent_channel") {
            switch channel {
            case "first": layout = .agentFirst
            case "second": layout = .customerFirst
            default:
                throw top.wrong("agent_channel", "must be first or second, and is `\(channel)`")
            }
        }
        if let word = try top.text("date_order") {
            guard let order = DateOrder(rawValue: word) else {
                throw top.wrong(
                    "date_order", "must be day-first or month-first, and is `\(word)`")
            }
            dateOrder = order
        }
        values = try top.text("values")
        workerCount = try top.whole("workers", in: 1...256) ?? workerCount
        fileNames = try Self.fileNames(top)
        sideWords = try Self.sideWords(top)
        headerlessExtensions = try Self.headerless(top)
        limits = try Self.limits(top)
        columns = try Self.columns(top)
        thresholds = try Self.thresholds(top)
        listening = try Self.listening(top)
        calibration = try Self.calibration(top)
        keys = try Self.keys(top)
    }

    static let keys = [
        "time_zone", "date_order", "agent_channel", "workers", "file_names", "side_words",
        "headerless_extensions", "limits", "columns", "thresholds", "listening", "calibration",
        "keys", "values",
    ]

    private static func compose(_ yaml: String, path: String) throws(SettingsError) -> Node? {
        do {
            return try Yams.compose(yaml: yaml)
        } catch let error as YamlError {
            let message = "This is not YAML that can be read: \(error)"
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw SettingsError(
                    path: path, line: mark.line,
                    message: "This is not YAML that can be read: \(problem).")
            case .duplicatedKeysInMapping(let duplicates, let context):
                let names = duplicates.sorted().joined(separator: "`, `")
                throw SettingsError(
                    path: path, line: context.mark.line,
                    message: "`\(names)` is set twice. Keep one.")
            default:
                throw SettingsError(path: path, line: nil, message: message)
            }
        } catch {
            throw SettingsError(
                path: path, line: nil, message: "This is not YAML that can be read: \(error)")
        }
    }
}
