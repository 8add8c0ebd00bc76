import CallModel
import GRDB
import Testing

@testable import CallArchive

@Suite("The schema keeps out what must not be")
struct ArchiveSchemaTests {
    private let archive: Archive

    init() async throws {
        archive = try Archive.inMemory()
        _ = try await archive.save([Sample.call(1), Sample.call(2)], at: Sample.now)
        try await archive.save(
            Sample.draw("d1", picks: [firstID], of: [firstID, secondID]))
        var sitting = Sitting("s1")
        sitting.open(firstID)
        sitting.hear(firstID, 0, 5000)
        sitting.say(.painPoint(key: "hold", severity: 3), on: firstID)
        try await sitting.save(in: archive)
    }

    private let firstID = Sample.id(1)
    private let secondID = Sample.id(2)

    @Test(
        "a bad row is refused",
        arguments: [
            "INSERT INTO call (id) VALUES ('')",
            "INSERT INTO call (id, recordingState) VALUES ('x', 'lost')",
            "INSERT INTO call (id, recordingState) VALUES ('x', 'undecodable')",
            "INSERT INTO call (id, undecodableReason) VALUES ('x', 'a reason')",
            "INSERT INTO call (id, direction) VALUES ('x', 'sideways')",
            "INSERT INTO call (id, seconds) VALUES ('x', -1)",
            "INSERT INTO call (id, startedAt) VALUES ('x', 'yesterday')",
            "INSERT INTO call (id, metadata) VALUES ('x', 'no json')",
            "UPDATE call SET completeness = 1.5",
            "INSERT INTO call (id) SELECT id FROM call LIMIT 1",
            "INSERT INTO callFact VALUES (1, 'rumour', '{}', 0)",
            "UPDATE recordedFile SET contentHash = 'short'",
            "UPDATE recordedFile SET contentHash = upper('a' || substr(contentHash, 2))",
            "UPDATE recordingPart SET file = 1",
            "UPDATE recordingPart SET position = 2",
            "DELETE FROM recordedFile WHERE number = 1",
            "INSERT INTO fileLocation VALUES ('p', 'p', 99, 1, 1, NULL, 0)",
            "UPDATE profile SET agentTalkShare = 1.01",
            "UPDATE profile SET holdSeconds = -1",
            "UPDATE recording SET layoutSetBy = 'ana'",
            "INSERT INTO failedFile VALUES ('p', 1, 1, NULL, '', 0, 1, NULL)",
            "INSERT INTO taxonomyVersion VALUES (0, '', '{}', 0, 'ana')",
            "UPDATE draw SET frameEnd = frameStart",
            "UPDATE draw SET method = 'whim'",
            "UPDATE drawStratum SET drawn = population + 1",
            "UPDATE drawEntry SET inclusionProbability = 0",
            "UPDATE drawEntry SET inclusionProbability = 1.1",
            "UPDATE drawEntry SET stratum = 5",
            "UPDATE drawEntry SET position = 0",
            "INSERT INTO drawEntry VALUES (1, 99, 0, 0.5, NULL)",
            "DELETE FROM call WHERE number = 1",
            "INSERT INTO session (id, purpose, listener, startedAt) VALUES ('s2', 'fun', 'a', 0)",
            "UPDATE session SET listener = ''",
            "UPDATE sessionCall SET progress = 'skipped'",
            "UPDATE sessionCall SET call = 99",
            "UPDATE heardRange SET endMs = startMs",
            "INSERT INTO heardRange VALUES (1, 2, 0, 10)",
            "UPDATE annotation SET severity = 6",
            "UPDATE annotation SET severity = NULL",
            "UPDATE annotation SET key = NULL",
            "UPDATE annotation SET kind = 'note'",
            "UPDATE annotation SET startMs = 5",
            "UPDATE annotation SET text = 'both'",
            "UPDATE annotation SET call = 2",
            "INSERT INTO prediction VALUES (1, 0, 'billing', 1.2)",
            "INSERT INTO initiativeEvent VALUES ('', 0, 0, 'ana', '{}')",
            "INSERT INTO initiativeEvent VALUES ('i', -1, 0, 'ana', '{}')",
            "INSERT INTO initiativeEvent VALUES ('i', 0, 0, 'ana', 'no json')",
            "INSERT INTO doubleAssignment VALUES (1, 99)",
            "INSERT INTO settlementEvent VALUES (99, 0, 0, 'ana', '{}')",
            "INSERT INTO settlementEvent VALUES (1, 0, 0, '', '{}')",
            "INSERT INTO settlementEvent VALUES (1, 0, 0, 'ana', 'no json')",
        ])
    func refused(sql: String) async throws {
        await #expect {
            try await archive.write("testing") { try $0.execute(sql: sql) }
        } throws: { error in
            let words = "\(error)"
            return words.contains("constraint failed") || words.contains("cannot store")
        }
    }

    @Test("events can be neither changed nor deleted")
    func appendOnly() async throws {
        for sql in ["UPDATE sessionEvent SET at = 0", "DELETE FROM sessionEvent"] {
            await #expect(throws: ArchiveError.self) {
                try await archive.write("testing") { try $0.execute(sql: sql) }
            }
        }
        #expect(try await archive.events(of: SessionID("s1")).count == 4)
    }

    @Test("the names of the migrations never change")
    func names() {
        #expect(
            ArchiveSchema.steps.map(\.name) == [
                "Create calls and their recordings",
                "Create the taxonomy and draws",
                "Create sittings and what was said in them",
                "Create the search over what was said",
                "Create initiatives",
                "Index calls for lists",
                "Cover what tallies read",
                "Create double assignments and settlements",
                "Note which days changed",
                "Cover which calls have a word",
                "Count the holds of call records",
                "Cover the recordings of opened calls",
            ])
    }

    @Test(
        "what is asked often is answered from an index",
        arguments: [
            (
                "SELECT count(*) FROM call WHERE startedAt >= 1 AND startedAt < 2 AND site = 'N'",
                "COVERING INDEX callBySite"
            ),
            (
                "SELECT id FROM call WHERE startedAt < 5 ORDER BY startedAt DESC LIMIT 9",
                "INDEX callByStart"
            ),
            (
                "SELECT number FROM call WHERE wasOpened = 1 AND startedAt >= 1 AND startedAt < 2",
                "callOpenedByStart"
            ),
            (
                "SELECT isHeard FROM sessionCall WHERE call = 1", "COVERING INDEX sessionCallByCall"
            ),
            ("SELECT * FROM annotation WHERE call = 1", "INDEX annotationByCall"),
            ("SELECT call FROM annotation WHERE key = 'hold'", "INDEX annotationByKey"),
            ("SELECT * FROM drawEntry WHERE call = 1", "INDEX drawEntryByCall"),
            ("SELECT * FROM sessionEvent WHERE call = 1", "INDEX sessionEventByCall"),
            ("SELECT * FROM call WHERE externalID = 'x'", "INDEX callByExternalID"),
        ])
    func plans(sql: String, index: String) async throws {
        let plan = try await archive.read("testing") { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }
        }
        #expect(plan.contains { $0.contains(index) }, "\(plan)")
    }
}
