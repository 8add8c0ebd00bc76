import CallArchive
import CallModel
import Foundation

/// A synthetic archive of four weeks: 100,000 calls, of which four weekly stratified draws picked
/// and listeners heard 20,000, with 100,000 annotations. The same for every run.
enum LargeArchive {
    static let callCount = 100_000
    static let heardCount = 20_000
    static let weeks = 4
    static let period = Period(
        kind: .custom, label: "four weeks", start: Sample.monday,
        end: Sample.monday.addingTimeInterval(28 * 86_400), timeZone: "Europe/Berlin")

    static func fill(_ archive: Archive) async throws {
        for start in stride(from: 0, to: callCount, by: 10_000) {
            _ = try await archive.importRecords(
                (start..<start + 10_000).map(row), at: Sample.now)
        }
        for week in 0..<weeks { try await archive.save(draw(week)) }
        var appends: [SessionAppend] = []
        for first in stride(from: 0, to: heardCount, by: 20) {
            let sitting = sitting(first)
            appends.append(
                SessionAppend(events: sitting.events, session: sitting.session, expecting: 0))
            if appends.count == 100 {
                _ = try await archive.append(appends)
                appends = []
            }
        }
    }

    static func id(_ number: Int) -> String { "call-\(1_000_000 + number)" }

    private static func row(_ number: Int) -> MetadataRow {
        let week = number * weeks / callCount
        let within = Double(number % (callCount / weeks)) / Double(callCount / weeks)
        return MetadataRow(
            record: CallRecord(
                externalID: id(number),
                startedAt: Sample.monday.addingTimeInterval((Double(week) + within) * 7 * 86_400),
                direction: .inbound, queue: "queue \(number % 5)", site: site(number),
                agent: "agent-\(number % 200)", caller: "caller-\(number * 7919 % 60_000)",
                seconds: Double(number % 600)))
    }

    private static func site(_ number: Int) -> String { "site \(number % 4)" }

    /// Every fifth call of a week is picked.
    private static func draw(_ week: Int) -> Draw {
        let size = callCount / weeks
        let numbers = week * size..<(week + 1) * size
        let start = Sample.monday.addingTimeInterval(Double(week) * 7 * 86_400)
        return Draw(
            id: DrawID("week-\(week)"), madeAt: start, madeBy: ListenerID("ana"),
            method: .stratified, seed: "s\(week)", frameStart: start,
            frameEnd: start.addingTimeInterval(7 * 86_400), frameFilter: "",
            strata: (0..<4).map { site in
                Draw.Stratum(name: "site \(site)", population: size / 4, drawn: size / 20)
            },
            entries: numbers.map { number in
                Draw.Entry(
                    call: CallID(id(number)), stratum: site(number), inclusionProbability: 0.2,
                    position: number % 5 == 0 ? (number % size) / 5 : nil)
            })
    }

    private static func sitting(_ first: Int) -> Sitting {
        var sitting = Sitting("session-\(first)", by: "listener-\(first / 20 % 12)")
        for heard in first..<first + 20 {
            let call = id(heard * 5)
            let week = heard * 5 * weeks / callCount
            sitting.open(call, for: "week-\(week)")
            sitting.hear(call, 0, 60_000)
            sitting.say(.reason(key: "reason-\(heard % 20)"), on: call)
            sitting.say(
                .painPoint(key: "pain-point-\(heard % 30)", severity: heard % 5 + 1), on: call,
                1000, 9000)
            sitting.say(
                .painPoint(key: "pain-point-\(heard % 7)", severity: 2), on: call, 20_000, 30_000)
            sitting.say(.painPoint(key: "pain-point-\(heard % 11)", severity: 3), on: call)
            sitting.say(.note(text: "the customer had to say it twice"), on: call, 2000, 3000)
            sitting.finish(call)
        }
        return sitting
    }
}
