import Foundation
import Testing

@testable import CallWorkbench

@Suite struct WrittenTimeTests {
    private func instant(
        _ text: String, _ zone: String = "UTC", _ order: WrittenTime.Order = .dayFirst
    ) -> String? {
        guard let zone = TimeZone(identifier: zone) else { return nil }
        return WrittenTime(text)?.date(order: order, zone: zone)?
            .ISO8601Format(.init(includingFractionalSeconds: true))
    }

    @Test(
        "dates are read in all the layouts that exports use",
        arguments: [
            "2026-11-18T10:20:30Z", "2026-11-18T10:20:30+00:00", "2026-11-18T12:20:30+0200",
            "2026-11-18T05:20:30-05", "2026-11-18 10:20:30", "2026/11/18 10:20:30",
            "20261118102030", "20261118-102030", "20261118T102030", "18/11/2026 10:20:30",
            "18-11-2026 10:20:30", "18.11.2026 10:20:30", "18/11/26 10:20:30",
            "18/11/2026 10:20:30 AM", "18/11/2026, 10:20:30 a. m.", "1794997230",
            "1794997230000", "1794997230.0", "2026-11-18 10:20:30 UTC",
        ])
    func layouts(text: String) {
        #expect(instant(text) == "2026-11-18T10:20:30.000Z")
    }

    @Test("minutes suffice, fractions count, noon and midnight are told apart")
    func details() {
        #expect(instant("18/11/2026 9:05") == "2026-11-18T09:05:00.000Z")
        #expect(instant("2026-11-18 10:20:30.25") == "2026-11-18T10:20:30.250Z")
        #expect(instant("2026-11-18 10:20:30,25") == "2026-11-18T10:20:30.250Z")
        #expect(instant("2026-11-18") == "2026-11-18T00:00:00.000Z")
        #expect(instant("18/11/2026 12:00 PM") == "2026-11-18T12:00:00.000Z")
        #expect(instant("18/11/2026 12:30 a.m.") == "2026-11-18T00:30:00.000Z")
        #expect(instant("04/05/2026 10:00", "UTC", .monthFirst) == "2026-04-05T10:00:00.000Z")
        #expect(instant("04/05/2026 10:00", "UTC", .dayFirst) == "2026-05-04T10:00:00.000Z")
    }

    @Test(
        "what is no date is refused",
        arguments: [
            "", "yesterday", "2026-02-29 10:00", "31/04/2026 10:00", "2026-11-18 25:00",
            "2026-11-18 10:61", "2026-13-01", "12345", "2026-11-18 10:00 +99:00",
            "2026-11-18 13:00 PM", "18/11/2026 10:20:30 xm", "2026-11-18 10:20:3",
        ])
    func refusals(text: String) {
        #expect(instant(text) == nil)
    }

    @Test("times without a zone are the workspace's, through both changes of the clock")
    func zones() {
        #expect(instant("2026-07-01 12:00", "Europe/Madrid") == "2026-07-01T10:00:00.000Z")
        #expect(instant("2026-12-01 12:00", "Europe/Madrid") == "2026-12-01T11:00:00.000Z")
        #expect(instant("2026-12-01 12:00", "America/Bogota") == "2026-12-01T17:00:00.000Z")
        // On 2026-10-25 at 3:00 the clock goes back to 2:00: 2:30 comes twice, and the first
        // counts.
        #expect(instant("2026-10-25 02:30", "Europe/Madrid") == "2026-10-25T00:30:00.000Z")
        #expect(instant("2026-10-25 03:00", "Europe/Madrid") == "2026-10-25T02:00:00.000Z")
        // On 2026-03-29 at 2:00 it goes forward to 3:00: there is no 2:30.
        #expect(instant("2026-03-29 02:30", "Europe/Madrid") == "2026-03-29T01:30:00.000Z")
        #expect(instant("2026-03-29 03:00", "Europe/Madrid") == "2026-03-29T01:00:00.000Z")
    }
}
