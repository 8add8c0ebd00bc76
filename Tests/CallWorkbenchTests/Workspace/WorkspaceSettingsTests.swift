import CallModel
import CallWorkbench
import Foundation
import Testing

@Suite struct WorkspaceSettingsTests {
    private func settings(_ yaml: String) throws(SettingsError) -> WorkspaceSettings {
        try WorkspaceSettings(yaml: yaml, path: "settings.yml")
    }

    @Test("the starter file says nothing but the defaults, commented out or not")
    func starter() throws {
        #expect(try settings(StarterSettings.yaml) == WorkspaceSettings())
        // Taking the comment marks off the lines that are settings must give the same again.
        let lines = StarterSettings.yaml.split(separator: "\n").compactMap { line -> Substring? in
            guard line.wholeMatch(of: /# +[a-z_]+:.*|#  +(- )?.*/) != nil,
                !line.contains("file_names"),
                !line.contains("{"), !line.contains("direction:"), !line.contains("queue:"),
                !line.contains("columns"), !line.contains("call_id"), !line.contains("time_zone"),
                !line.contains("date_order"), !line.contains("workers"), !line.contains("g711"),
                !line.contains("headerless"), !line.contains("keys"), !line.contains("play:"),
                !line.contains("device:"), !line.contains("values:")
            else { return nil }
            return line.dropFirst(2)
        }
        #expect(lines.count > 15)
        #expect(try settings(lines.joined(separator: "\n")) == WorkspaceSettings())
    }

    @Test("the values line is read as it stands")
    func values() throws {
        let line = "We answer for the customer: always."
        #expect(try settings("values: \"\(line)\"").values == line)
        #expect(try settings("workers: 1").values == nil)
    }

    @Test("every setting is read")
    func everything() throws {
        let read = try settings(
            """
            time_zone: America/Bogota
            date_order: month-first
            agent_channel: second
            workers: 3
            file_names:
              - "{agent}@{id}"
              - pattern: "sales-{caller}-{date:yyyyMMddHHmmss}"
                direction: outbound
                queue: sales
            side_words: {agent: [Uno], customer: dos}
            headerless_extensions: {G711: a-law}
            limits: {memory_mib: 256, cpu_seconds: 5, cpu_seconds_per_hour: 60, silence_seconds: 7}
            columns: {call_id: "Interaction Number"}
            thresholds: {dead_air_seconds: 5}
            listening:
              goal_minutes: 45
              speed: 1.5
              skip: no
              level: off
              device: plughw:1
              cache_mib: 64
            keys: {play: [space, p], next: n}
            """)
        #expect(read.timeZone.identifier == "America/Bogota")
        #expect(read.dateOrder == .monthFirst)
        #expect(read.layout == .customerFirst)
        #expect(read.workerCount == 3)
        #expect(
            read.fileNames.map(\.text) == ["{agent}@{id}", "sales-{caller}-{date:yyyyMMddHHmmss}"])
        #expect(read.fileNames[1].fixed.direction == .outbound)
        #expect(read.fileNames[1].fixed.queue == "sales")
        #expect(read.sideWords.agent == ["uno"])
        #expect(read.sideWords.customer == ["dos"])
        #expect(read.headerlessExtensions == ["g711": .aLaw])
        #expect(read.limits.memoryMiB == 256)
        #expect(read.limits.silenceSeconds == 7)
        #expect(read.columns == [.callID: "Interaction Number"])
        #expect(read.thresholds.deadAirSeconds == 5)
        #expect(read.listening.goalMinutes == 45)
        #expect(read.listening.speed == 1.5)
        #expect(!read.listening.skips)
        #expect(!read.listening.levels)
        #expect(read.listening.device == "plughw:1")
        #expect(read.listening.cacheMiB == 64)
        #expect(read.keys == ["play": ["space", "p"], "next": ["n"]])
    }

    @Test(
        "what is wrong is named with its line",
        arguments: [
            ("workers: 2\ntime_zon: UTC\n", 2, "`time_zon`. Did you mean `time_zone`?"),
            ("\n\ntime_zone: Mars/Olympus\n", 3, "IANA"),
            ("limits:\n  memory_mib: 512\n  cpu: 3\n", 3, "There is no setting `limits.cpu`"),
            ("workers: none\n", 1, "a whole number from 1 to 256, and is `none`"),
            ("workers: [2]\n", 1, "one word or number"),
            ("file_names:\n  - \"{agent}{caller}\"\n", 2, "nothing between"),
            ("file_names:\n  - direction: inbound\n", 2, "lacks its `pattern`"),
            ("columns:\n  call_idd: x\n", 2, "Did you mean `call_id`?"),
            ("thresholds: 3\n", 1, "lines of the form"),
            ("agent_channel: left\n", 1, "first or second"),
            ("side_words: {agent: in}\n", 1, "the word `in`"),
            ("a: b: c\n", 1, "not YAML"),
            ("listening:\n  speed: 9\n", 2, "from 0.5 to 3, and is `9`"),
            ("listening:\n  goal_minutes: 0\n", 2, "from 1 to 600"),
            ("listening:\n  skip: maybe\n", 2, "yes or no, and is `maybe`"),
            ("listening:\n  cache: 5\n", 2, "There is no setting `listening.cache`"),
            ("keys:\n  play: {a: b}\n", 2, "a list of words"),
            ("keys: space\n", 1, "lines of the form"),
            ("workers: 1\nworkers: 2\n", 1, "`workers` is set twice"),
        ])
    func mistakes(yaml: String, line: Int, part: String) {
        do {
            _ = try settings(yaml)
            Issue.record("taken: \(yaml)")
        } catch {
            #expect(error.line == line)
            #expect(error.message.contains(part), "\(error)")
            #expect("\(error)".hasPrefix("settings.yml, line \(line): "))
        }
    }
}
