/// Picking at even steps through summed probabilities (Madow 1949, Ann Math Stat 20:333).
enum SystematicSelection {
    /// The indices whose stretch of the running sum holds `start` (in 0..<1) plus a whole number:
    /// above the sum before it, up to and with its own.
    static func indices(probabilities: [Double], start: Double) -> [Int] {
        var picked: [Int] = []
        var sum = 0.0
        var next = start
        for (index, probability) in probabilities.enumerated() {
            let before = sum
            sum += probability
            // The start itself may be 0, which lies above no sum: the first stretch holds it.
            if next <= sum, next > before || before == 0 {
                picked.append(index)
                next += 1
            }
        }
        return picked
    }
}
