import Testing

@testable import WebWorkbench

@Suite("The streak of weeks")
struct StreakTests {
    @Test(
        "one missed week is forgiven, two in a row are not",
        arguments: [
            ([], 0), ([false, false], 0), ([true], 1), ([false, true, true], 2), ([true, true], 2),
            ([true, false, true], 2), ([true, false, false, true], 1),
            ([false, false, true, true], 2), ([false, false, false, true], 0),
            ([true, false, true, false, true], 3),
        ] as [([Bool], Int)])
    func streaks(weeks: [Bool], expected: Int) {
        #expect(Streak(newestFirst: weeks).weeks == expected)
    }
}
