/// Logarithms that are exact enough for levels and cheap enough for every frame and bin.
enum Logarithm {
    /// The binary logarithm of a normal number > 0, within 0.00002: the exponent, and a polynomial
    /// (least squares on 1..<2, exact at both ends) for the rest.
    @inline(__always)
    static func base2(_ value: Float) -> Float {
        let bits = value.bitPattern
        let exponent = Float(Int32(bitPattern: bits &>> 23) &- 127)
        let x = Float(bitPattern: bits & 0x007f_ffff | 0x3f80_0000) - 1
        let polynomial =
            1.441_869 + x * (-0.708_787 + x * (0.415_027 + x * (-0.193_220 + x * 0.045_111)))
        return exponent + x * polynomial
    }

    /// Decibels of a power ratio > 0.
    @inline(__always)
    static func decibels(_ power: Float) -> Float { 3.010_299_9 * base2(power) }
}
