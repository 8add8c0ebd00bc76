import CallModel
import Foundation
import Testing

@testable import CallWorkbench

@Suite struct FileNamePatternTests {
    private let names: FileNames
    private let pseudonyms = Pseudonyms(secret: [7])

    init() throws {
        var settings = WorkspaceSettings()
        settings.timeZone = try #require(TimeZone(identifier: "UTC"))
        names = FileNames(settings: settings, pseudonyms: pseudonyms)
    }

    private let start = Date(timeIntervalSince1970: 1_794_996_000)

    @Test("all built-in patterns can be read")
    func builtIn() {
        #expect(FileNamePattern.builtIn.count == 9)
    }

    @Test("agent_caller_YYYYMMDD-HHMMSS_id, also where the agent's name holds the mark")
    func common() throws {
        for agent in ["ana", "ana_maria_lopez"] {
            let record = try #require(
                names.record(ofFile: "\(agent)_600112233_20261118-100000_77.wav"))
            #expect(record.agent == agent)
            #expect(record.caller == pseudonyms.caller("600112233"))
            #expect(record.startedAt == start)
            #expect(record.externalID == "77")
        }
    }

    @Test("FreePBX's names tell direction, queue, numbers, time, and id")
    func freePBX() throws {
        let tail = "-20261118-100000-1794996000.123.wav"
        let inbound = try #require(names.record(ofFile: "in-900-+34600112233" + tail))
        #expect(inbound.direction == .inbound)
        #expect(inbound.queue == "900")
        #expect(inbound.caller == pseudonyms.caller("34600112233"))
        #expect(inbound.externalID == "1794996000.123")
        #expect(inbound.startedAt == start)
        let outbound = try #require(names.record(ofFile: "out-600112233-201" + tail))
        #expect(outbound.direction == .outbound)
        #expect(outbound.agent == "201")
        #expect(outbound.caller == pseudonyms.caller("600112233"))
        let within = try #require(names.record(ofFile: "exten-202-201" + tail))
        #expect(within.direction == .internal)
        #expect(within.metadata == ["extension": "202"])
        #expect(names.record(ofFile: "q-sales-anonymous" + tail)?.caller == nil)
        #expect(names.record(ofFile: "q-sales-anonymous" + tail)?.queue == "sales")
    }

    @Test("GUID_…_AGENT_…_DT_… with whatever stands around it")
    func guid() throws {
        let record = try #require(
            names.record(ofFile: "Auto0_GUID_000_AGENT_ChrisL_DT_2026-11-18T10-00-00_Mono.wav"))
        #expect(record.externalID == "000")
        #expect(record.agent == "ChrisL")
        #expect(record.startedAt == start)
        #expect(names.record(ofFile: "GUID_x_AGENT_y_DT_2026-11-18T10-00-00.wav")?.agent == "y")
    }

    @Test("a word that marks a side does not stand in the way")
    func sides() {
        let name = "in-900-600112233-20261118-100000-1794996000.123-out.wav"
        #expect(names.record(ofFile: name)?.externalID == "1794996000.123")
        #expect(names.record(ofFile: "ana_600_20261118-100000_77_customer.wav")?.externalID == "77")
    }

    @Test(
        "names that fit no pattern tell nothing",
        arguments: [
            "Auto_Repairs_40_UTC_agent.wav", "agent1.wav", "commercial_mono.wav", "a.wav", ".wav",
            "ana_600_20261318-100000_77.wav", "ana_600_20261118-250000_77.wav",
            "data_audio_agent_0ec40e7af4444ad5.wav", "19fc2df9-d3cb-423d-a285-467976a6b17c.mp3",
        ])
    func others(name: String) {
        #expect(names.record(ofFile: name) == nil)
    }

    @Test("a hostile name costs little")
    func hostile() throws {
        let pattern = try FileNamePattern("{a}-{b}-{c}-{d}-{e}-{f}x{any}x{g}")
        let name = String(repeating: "-", count: 255)
        let clock = ContinuousClock()
        let time = try clock.measure {
            let zone = try #require(TimeZone(identifier: "UTC"))
            #expect(pattern.record(of: name, zone: zone, pseudonyms: pseudonyms) == nil)
        }
        #expect(time < .seconds(2))
    }

    @Test(
        "patterns that cannot work are refused",
        arguments: [
            "{agent", "agent}", "{}", "{agent}{caller}", "{agent}_{agent}", "plain", "{any}",
            "{date}", "{date:yyyyMM}", "{date:yyyyMMddyyyy}", "{date:yyyyMMddM}", "{agent:x}",
        ])
    func refusals(text: String) {
        #expect(throws: FileNamePatternError.self) { try FileNamePattern(text) }
    }

    @Test("epoch seconds, fixed facts, and free parts")
    func own() throws {
        let pattern = try FileNamePattern(
            "{any}__{date:epoch}__{campaign}", fixed: CallRecord(direction: .outbound, site: "Lyon")
        )
        let zone = try #require(TimeZone(identifier: "UTC"))
        let record = try #require(
            pattern.record(of: "x__1794996000__spring", zone: zone, pseudonyms: pseudonyms))
        #expect(record.startedAt == start)
        #expect(record.site == "Lyon")
        #expect(record.metadata == ["campaign": "spring"])
    }
}
