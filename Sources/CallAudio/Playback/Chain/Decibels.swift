import Foundation

/// Levels of 16-bit samples in dBov, and gains.
enum Decibels {
    /// The level of the largest magnitude in some samples, 0...32768; nil where all are zero.
    static func ofMagnitude(_ magnitude: Int) -> Double? {
        magnitude > 0 ? 20 * log10(Double(magnitude) / 32768) : nil
    }

    /// The factor of a gain.
    static func factor(_ decibels: Double) -> Float { Float(pow(10, decibels / 20)) }
}
