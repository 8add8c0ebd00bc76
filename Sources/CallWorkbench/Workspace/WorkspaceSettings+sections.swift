import CallModel
import Yams

extension WorkspaceSettings {
    static func fileNames(_ top: SettingsSection) throws(SettingsError) -> [FileNamePattern] {
        var patterns: [FileNamePattern] = []
        for node in try top.list("file_names") ?? [] {
            let line = node.mark?.line
            do {
                if let text = node.scalar?.string {
                    patterns.append(try FileNamePattern(text))
                    continue
                }
                let entry = try SettingsSection(
                    node, path: top.path, name: "file_names.",
                    known: ["pattern", "direction", "queue", "site"])
                guard let text = try entry.text("pattern") else {
                    throw SettingsError(
                        path: top.path, line: line, message: "This file name lacks its `pattern`.")
                }
                var direction: CallDirection?
                if let word = try entry.text("direction") {
                    direction = CallDirection(rawValue: word)
                    if direction == nil {
                        throw entry.wrong("direction", "must be inbound, outbound, or internal")
                    }
                }
                let fixed = CallRecord(
                    direction: direction, queue: try entry.text("queue"),
                    site: try entry.text("site"))
                patterns.append(try FileNamePattern(text, fixed: fixed))
            } catch let error as SettingsError {
                throw error
            } catch {
                throw SettingsError(path: top.path, line: line, message: "\(error)")
            }
        }
        return patterns
    }

    static func sideWords(_ top: SettingsSection) throws(SettingsError) -> SideWords {
        var words = SideWords()
        guard let section = try top.section("side_words", known: ["agent", "customer"]) else {
            return words
        }
        words.agent = try section.words("agent")?.map { $0.lowercased() } ?? words.agent
        words.customer = try section.words("customer")?.map { $0.lowercased() } ?? words.customer
        if let both = words.agent.first(where: words.customer.contains) {
            throw section.wrong("agent", "has the word `\(both)`, which means the customer too")
        }
        return words
    }

    static func headerless(
        _ top: SettingsSection
    ) throws(SettingsError) -> [String: HeaderlessCoding] {
        var codings: [String: HeaderlessCoding] = [:]
        guard let section = try top.section("headerless_extensions", known: nil) else { return [:] }
        for key in section.keys {
            guard let coding = try section.text(key).flatMap(HeaderlessCoding.init) else {
                throw section.wrong(key, "must be mu-law, a-law, or linear16")
            }
            codings[key.lowercased()] = coding
        }
        return codings
    }

    static func limits(_ top: SettingsSection) throws(SettingsError) -> DecodeLimits {
        var limits = DecodeLimits()
        let known = ["memory_mib", "cpu_seconds", "cpu_seconds_per_hour", "silence_seconds"]
        guard let section = try top.section("limits", known: known) else { return limits }
        limits.memoryMiB = try section.whole("memory_mib", in: 64...1_048_576) ?? limits.memoryMiB
        limits.cpuSeconds =
            try section.number("cpu_seconds", in: 1...86_400) ?? limits.cpuSeconds
        limits.cpuSecondsPerHour =
            try section.number("cpu_seconds_per_hour", in: 0...86_400) ?? limits.cpuSecondsPerHour
        limits.silenceSeconds =
            try section.number("silence_seconds", in: 1...3600) ?? limits.silenceSeconds
        return limits
    }

    static func columns(_ top: SettingsSection) throws(SettingsError) -> [CallLogField: String] {
        let known = CallLogField.allCases.map(\.rawValue)
        guard let section = try top.section("columns", known: known) else { return [:] }
        var columns: [CallLogField: String] = [:]
        for key in section.keys {
            guard let field = CallLogField(rawValue: key) else { continue }
            columns[field] = try section.text(key)
        }
        return columns
    }

    static func thresholds(_ top: SettingsSection) throws(SettingsError) -> ProfileThresholds {
        var thresholds = ProfileThresholds()
        let paths: [(String, WritableKeyPath<ProfileThresholds, Double>)] = [
            ("dead_air_seconds", \.deadAirSeconds), ("quiet_hold_seconds", \.quietHoldSeconds),
            ("music_hold_seconds", \.musicHoldSeconds),
            ("interruption_seconds", \.interruptionSeconds),
            ("bridged_pause_seconds", \.bridgedPauseSeconds),
            ("backchannel_margin_seconds", \.backchannelMarginSeconds),
            ("turn_pause_seconds", \.turnPauseSeconds),
        ]
        guard let section = try top.section("thresholds", known: paths.map(\.0)) else {
            return thresholds
        }
        for (key, path) in paths {
            if let value = try section.number(key, in: 0...3600) {
                thresholds[keyPath: path] = value
            }
        }
        return thresholds
    }

    static func listening(_ top: SettingsSection) throws(SettingsError) -> ListeningSettings {
        var listening = ListeningSettings()
        let known = ["goal_minutes", "speed", "skip", "level", "device", "cache_mib"]
        guard let section = try top.section("listening", known: known) else { return listening }
        listening.goalMinutes =
            try section.number("goal_minutes", in: 1...600) ?? listening.goalMinutes
        listening.speed =
            try section.number("speed", in: ListeningPace.speeds) ?? listening.speed
        listening.skips = try section.flag("skip") ?? listening.skips
        listening.levels = try section.flag("level") ?? listening.levels
        listening.device = try section.text("device")
        listening.cacheMiB =
            try section.whole("cache_mib", in: 16...1_048_576) ?? listening.cacheMiB
        return listening
    }

    static func calibration(
        _ top: SettingsSection
    ) throws(SettingsError) -> CalibrationSettings {
        var calibration = CalibrationSettings()
        let known = ["double_percent", "double_per_month"]
        guard let section = try top.section("calibration", known: known) else { return calibration }
        if let percent = try section.number("double_percent", in: 0...100) {
            calibration.doubleShare = percent / 100
        }
        calibration.doublePerMonth =
            try section.whole("double_per_month", in: 0...10_000) ?? calibration.doublePerMonth
        return calibration
    }

    static func keys(_ top: SettingsSection) throws(SettingsError) -> [String: [String]] {
        guard let section = try top.section("keys", known: nil) else { return [:] }
        var keys: [String: [String]] = [:]
        for action in section.keys {
            keys[action] = try section.words(action)
        }
        return keys
    }
}
