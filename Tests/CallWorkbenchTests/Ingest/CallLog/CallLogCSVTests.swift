import CallModel
import Foundation
import Testing

@testable import CallWorkbench

@Suite struct CallLogCSVTests {
    private let scratch: ScratchFolder
    private var settings = WorkspaceSettings()
    private let pseudonyms = Pseudonyms(secret: [7])

    init() throws {
        scratch = try ScratchFolder()
        settings.timeZone = try #require(TimeZone(identifier: "Europe/Madrid"))
    }

    private struct Reading {
        var log: CallLogCSV
        var rows: [CallLogRow] = []
        var problems: [CallLogProblem] = []
    }

    private func read(_ bytes: [UInt8]) throws -> Reading {
        let path = try scratch.file("calls.csv", bytes)
        let log = try CallLogCSV(path: path, settings: settings, pseudonyms: pseudonyms)
        var reading = Reading(log: log)
        var rows = try log.rows()
        while let batch = try rows.next() { reading.rows += batch }
        reading.problems = rows.problems
        return reading
    }

    private func read(_ text: String) throws -> Reading { try read(Array(text.utf8)) }

    @Test("every field is read, and other columns are kept")
    func fields() throws {
        let reading = try read(
            """
            call_id,start,duration,direction,queue,site,agent,caller,file,file2,offset,holds,\
            agent_channel,campaign
            77,2026-11-18T10:00:00Z,1:35,Inbound,billing,Lyon,ana,+34600112233,a.wav,b.wav,0.5,\
            75-110;20-30,second,spring
            """)
        let row = try #require(reading.rows.first)
        #expect(reading.rows.count == 1)
        let record = row.record
        #expect(record.externalID == "77")
        #expect(record.startedAt == Date(timeIntervalSince1970: 1_794_996_000))
        #expect(record.seconds == 95)
        #expect(record.direction == .inbound)
        #expect(record.queue == "billing")
        #expect(record.site == "Lyon")
        #expect(record.agent == "ana")
        #expect(record.caller == pseudonyms.caller("34600112233"))
        #expect(record.layout == .customerFirst)
        #expect(record.holds?.map(\.milliseconds) == [10_000, 35_000])
        #expect(record.metadata == ["campaign": "spring", "offset": "0.5"])
        #expect(row.fileNames == ["a.wav", "b.wav"])
        #expect(row.line == 2)
    }

    @Test("Spanish names, semicolons, Windows-1252, decimal commas, and day before month")
    func spanish() throws {
        let text =
            "Id llamada;Fecha;Duración;Cola;Agente;Cliente;Grabación;Espera\r\n"
            + "1;05/11/2026 9:30;95,5;Facturación;José;600112233;a.wav;0\r\n"
            + "2;18/11/2026 16:00;10;Averías;Íñigo;anónimo;b.wav;x\r\n"
        let bytes = text.unicodeScalars.map { UInt8($0.value) }
        let reading = try read(bytes)
        #expect(reading.log.encoding == .windows1252)
        #expect(reading.log.delimiter == ";")
        let record = reading.rows[0].record
        #expect(record.externalID == "1")
        #expect(record.startedAt == Date(timeIntervalSince1970: 1_793_867_400))
        #expect(record.seconds == 95.5)
        #expect(record.queue == "Facturación")
        #expect(record.agent == "José")
        #expect(reading.rows[0].fileNames == ["a.wav"])
        #expect(reading.rows[1].record.caller == nil)
        #expect(reading.rows[1].record.metadata["Espera"] == "x")
    }

    @Test("FreePBX call records: the recording's name, numbers hidden, the rest kept")
    func freePBX() throws {
        let reading = try read(
            #"""
            calldate,clid,src,dst,dcontext,duration,billsec,disposition,uniqueid,recordingfile
            2026-11-18 10:00:00,"""Ana"" <600112233>",600112233,900,ext-queues,70,60,ANSWERED,\#
            1794997230.7,in-900-600112233-20261118-100000-1794997230.7.wav
            """#)
        let record = reading.rows[0].record
        #expect(record.externalID == "1794997230.7")
        #expect(record.seconds == 60)
        #expect(record.caller == pseudonyms.caller("600112233"))
        #expect(record.metadata["clid"] == record.caller)
        #expect(record.metadata["duration"] == "70")
        #expect(record.metadata["dst"] == "900")
        #expect(!record.metadata.values.contains { $0.contains("600112233") })
    }

    @Test("UTF-8 and UTF-16, with and without byte order marks, tabs and pipes")
    func encodings() throws {
        let text = "id\tcola\r\n7\tAtención 😀\r\n"
        var (little, big): ([UInt8], [UInt8]) = ([0xFF, 0xFE], [0xFE, 0xFF])
        for unit in text.utf16 {
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
            little += [low, high]
            big += [high, low]
        }
        let expected: [(bytes: [UInt8], encoding: CallLogEncoding)] = [
            (Array(text.utf8), .utf8), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
            (little, .utf16LittleEndian), (big, .utf16BigEndian),
        ]
        for (bytes, encoding) in expected {
            let reading = try read(bytes)
            #expect(reading.log.encoding == encoding)
            #expect(reading.log.delimiter == "\t")
            #expect(reading.rows.map(\.record.queue) == ["Atención 😀"])
        }
        #expect(try read("sep=|\nid|queue\n1|a,b;c,d\n").rows.first?.record.queue == "a,b;c,d")
    }

    @Test("bad rows are named by line, and the rest is taken")
    func badRows() throws {
        let reading = try read(
            """
            call_id,start,duration,queue,holds,agent_channel
            1,2026-11-18 10:00:00,95,a,,
            2,someday,95,a,,
            3,2026-11-18 10:00:00,-5,a,,
            4,2026-11-18 10:00:00,95
            5,2026-11-18 10:00:00,95,a,110-75,
            6,2026-11-18 10:00:00,95,a,,middle
            1,2026-11-18 10:00:00,95,a,,
            ,,95,a,,
            8,2026-11-18 10:00:00,95,a,none,,,,
            9,2026-11-18 10:00:00,95,"a
            """)
        #expect(reading.rows.map(\.record.externalID) == ["1", "8"])
        #expect(reading.rows[1].record.holds == [])
        #expect(reading.problems.map(\.line) == [3, 4, 5, 6, 7, 8, 9, 11])
        let reasons = reading.problems.map(\.reason)
        #expect("\(reading.problems[0])" == "line 3: " + reasons[0])
        #expect(reasons[0].contains("`someday` is no date"))
        #expect(reasons[2].contains("3 fields where the header has 6"))
        #expect(reasons[5].contains("The call 1 stands on line 2 already"))
        #expect(reasons[7].contains("never closed"))
    }

    @Test("day and month are told apart by the whole column, and refused where nothing tells")
    func ambiguousDates() throws {
        let head = "id,date\n"
        #expect(
            try read(head + "1,04/05/2026 10:00\n2,25/05/2026 10:00\n").rows[0].record.startedAt
                == Date(timeIntervalSince1970: 1_777_881_600))
        #expect(
            try read(head + "1,04/05/2026 10:00\n2,05/25/2026 10:00\n").rows[0].record.startedAt
                == Date(timeIntervalSince1970: 1_775_376_000))
        let open = #expect(throws: CallLogError.self) { try read(head + "1,04/05/2026 10:00\n") }
        #expect(open?.line == 2)
        #expect(open?.message.contains("date_order: day-first") == true)
        let both = #expect(throws: CallLogError.self) {
            try read(head + "1,14/05/2026 10:00\n2,05/25/2026 10:00\n")
        }
        #expect(both?.line == 3)
        var told = self
        told.settings.dateOrder = .dayFirst
        #expect(
            try told.read(head + "1,04/05/2026 10:00\n").rows[0].record.startedAt
                == Date(timeIntervalSince1970: 1_777_881_600))
    }

    @Test("calls whose audio retention removed are told apart")
    func retired() throws {
        let reading = try read("id,recording\n1,deleted\n2,yes\n3,\n4,Borrada\n")
        #expect(reading.rows.map(\.isRetired) == [true, false, false, true])
    }

    @Test("columns can be mapped by hand, and a mistake in that is named")
    func mapping() throws {
        var mapped = self
        mapped.settings.columns = [.callID: "Interaction Number", .queue: "Skill Group"]
        let text = "id,Interaction Number,Skill Group\nx,77,sales\n"
        let record = try mapped.read(text).rows[0].record
        #expect(record.externalID == "77")
        #expect(record.queue == "sales")
        #expect(record.metadata == ["id": "x"])
        mapped.settings.columns = [.callID: "Interaction Numbr"]
        let error = #expect(throws: CallLogError.self) { try mapped.read(text) }
        #expect(error?.message.contains("Did you mean `Interaction Number`?") == true)
    }

    @Test("what is no table of calls is refused with what to do")
    func refusals() throws {
        for (bytes, part) in [
            ([], "empty"), (Array("PK\u{3}\u{4}xlsx".utf8), "Save it as CSV"),
            ([1, 0, 2, 0], "not text"), (Array("weather,mood\nfine,good\n".utf8), "columns"),
        ] as [([UInt8], String)] {
            let error = #expect(throws: CallLogError.self) { try read(bytes) }
            #expect(error?.message.contains(part) == true, "\(String(describing: error))")
        }
        let missing = scratch.path + "/none.csv"
        #expect(throws: CallLogError.self) {
            try CallLogCSV(path: missing, settings: settings, pseudonyms: pseudonyms)
        }
    }
}
