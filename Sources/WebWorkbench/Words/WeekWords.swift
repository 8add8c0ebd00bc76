/// The words of the home page and of the wall screen.
struct WeekWords: Sendable {
    let title: String
    let myHour: String
    let minutes: String
    let heardOfGoal: @Sendable (Int, Int) -> String
    let goalReached: String
    let play: String
    let playOn: String
    let callsWait: @Sendable (Int, String, Int?) -> String
    let noDraw: String
    let streakTitle: String
    let streak: @Sendable (Int) -> String
    let streakWeek: @Sendable (String, Int) -> String
    let teamTitle: String
    let hours: @Sendable (Int) -> String
    let calls: @Sendable (Int) -> String
    let people: @Sendable (Int) -> String
    let sites: @Sendable (Int) -> String
    let nobody: String
    let painTitle: String
    let painNote: @Sendable (String) -> String
    let noDigest: String
    let readDigest: String
    let ideasTitle: String
    let noIdeas: String
    let allIdeas: String
    let unheardTitle: String
    let unheardLink: String
    let failedFiles: @Sendable (Int) -> String
    let wall: String
    let leaveWall: String
    let emptyTitle: String
    let emptyLead: String
    let emptyWatch: @Sendable (String) -> String
    let emptySample: String

    static let english = WeekWords(
        title: "This week", myHour: "My listening hour", minutes: "minutes heard",
        heardOfGoal: { "\($0) of \($1) minutes heard this week" },
        goalReached: "Your hour is full. Thank you.", play: "Play", playOn: "Go on",
        callsWait: { count, draw, minutes in
            let calls = "\(count) \(count == 1 ? "call" : "calls") drawn for you (\(draw))"
            return minutes.map { "\(calls), about \($0) min with skipping." } ?? calls + "."
        },
        noDraw: "No calls are drawn yet.",
        streakTitle: "Last eight weeks",
        streak: { weeks in
            weeks == 0
                ? "Your streak begins with the first call."
                : "\(weeks) \(weeks == 1 ? "week" : "weeks") in a row. One missed week is forgiven."
        },
        streakWeek: { week, minutes in "\(week): \(minutes) min" },
        teamTitle: "What the team heard this week",
        hours: { $0 == 1 ? "hour" : "hours" }, calls: { $0 == 1 ? "call" : "calls" },
        people: { $0 == 1 ? "person" : "people" },
        sites: { $0 == 1 ? "site covered" : "sites covered" },
        nobody: "Nobody listened yet this week.", painTitle: "What hurts most",
        painNote: { "from the digest of \($0)" },
        noDigest: "A digest appears when somebody has heard a drawn call.",
        readDigest: "Read the digest", ideasTitle: "Latest ideas",
        noIdeas: "Nobody proposed anything yet. Press I while you listen.",
        allIdeas: "All ideas", unheardTitle: "What could not be heard",
        unheardLink: "Show these calls",
        failedFiles: {
            $0 == 1
                ? "1 file could not be taken in." : "\($0) files could not be taken in."
        }, wall: "Wall screen", leaveWall: "Leave the wall screen",
        emptyTitle: "Nothing to hear yet",
        emptyLead: "Earful listens to calls on purpose: it takes recordings in, draws some of them "
            + "fairly, lets people hear and tag them, and ranks what hurts customers.",
        emptyWatch: {
            "Put recordings into \($0). They are taken in while this page is open, and never changed."
        },
        emptySample: "To try it first, serve the sample workspace of Earful's repository: it comes "
            + "with synthetic calls and eight weeks of listening (“Scripts/run”).")
}
