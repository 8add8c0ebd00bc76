/// Lets acts through one at a time, in the order in which they came. For use inside one actor.
struct Turnstile {
    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Takes the turn where nobody has it; whether it did.
    mutating func enterAtOnce() -> Bool {
        if isBusy { return false }
        isBusy = true
        return true
    }

    /// Stands in line.
    mutating func wait(_ continuation: CheckedContinuation<Void, Never>) {
        waiting.append(continuation)
    }

    /// Gives the turn to who waits longest.
    mutating func leave() {
        if waiting.isEmpty { isBusy = false } else { waiting.removeFirst().resume() }
    }
}
