/// Weeks in which somebody listened, one after another.
struct Streak: Sendable, Hashable {
    /// Weeks listened, the misses between them not counted.
    let weeks: Int

    /// From the weeks up to this one, the newest first: whether each was listened in.
    ///
    /// It is forgiving: one missed week does not break it, two in a row do. This week is not missed
    /// before it is over.
    init(newestFirst listened: [Bool]) {
        var weeks = 0
        var missed = 0
        for (age, isListened) in listened.enumerated() {
            if isListened {
                weeks += 1
                missed = 0
            } else if age > 0 {
                missed += 1
                if missed > 1 { break }
            }
        }
        self.weeks = weeks
    }
}
