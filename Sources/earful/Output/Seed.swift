/// What a draw is seeded with when nobody says.
enum Seed {
    /// Sixteen hexadecimal digits by chance.
    static func byChance() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
