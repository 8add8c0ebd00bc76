import Foundation

/// Which way a number is rounded: a low end down and a high end up, so that what is said of a range
/// stays true after rounding.
package enum Rounding: Sendable {
    case nearest, down, up

    package func callAsFunction(_ value: Double) -> Double {
        // Noise of the last bits must not push a whole number to its neighbour.
        let nearest = value.rounded()
        if abs(value - nearest) <= 1e-9 * max(1, abs(value)) { return nearest }
        switch self {
        case .nearest: return nearest
        case .down: return value.rounded(.down)
        case .up: return value.rounded(.up)
        }
    }
}

/// Numbers as digits, with the separators of a language. It never asks the locale of the machine.
package struct Figures: Sendable {
    /// A share in digits that never claims nothing or all for what is neither.
    package enum Share: Sendable, Equatable {
        case exactly(String)
        case under(String)
        case over(String)
    }

    /// Between thousands.
    package var group: String
    /// Before the fraction.
    package var decimal: String

    /// A whole number, grouped.
    package func whole(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += group }
            grouped.append(digit)
        }
        return (number < 0 ? "-" : "") + grouped
    }

    /// A number with at most one digit after the separator; a whole number has none.
    package func tenths(_ value: Double, _ rounding: Rounding = .nearest) -> String {
        let scaled = Figures.integer(rounding(value * 10))
        let fraction = scaled.magnitude % 10
        return whole(scaled / 10) + (fraction == 0 ? "" : decimal + String(fraction))
    }

    /// A number with two digits after the separator.
    package func hundredths(_ value: Double, _ rounding: Rounding = .nearest) -> String {
        let scaled = Figures.integer(rounding(value * 100))
        let fraction = String(scaled.magnitude % 100)
        return (scaled < 0 ? "-" : "") + whole(Int(scaled.magnitude) / 100) + decimal
            + String(repeating: "0", count: 2 - fraction.count) + fraction
    }

    /// An estimated amount (>= 0) in two significant digits, as its range deserves: 7.3, 41, 410,
    /// 13,000.
    package func amount(_ value: Double, _ rounding: Rounding) -> String {
        if value < 10 { return tenths(value, rounding) }
        var unit = 1.0
        while value / unit >= 100, unit < 1e15 { unit *= 10 }
        return whole(Figures.integer(rounding(value / unit) * unit))
    }

    /// A number in so many significant digits, without a group of thousands: to reckon with. What is
    /// nearly nothing stands with its power of ten.
    func significant(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite, value != 0 else { return value == 0 ? "0" : "-" }
        let size = Int(log10(abs(value)).rounded(.down))
        let places = max(0, digits - 1 - size)
        guard places <= 15 else {
            return significant(value / pow(10, Double(size)), digits) + "e\(size)"
        }
        let unit = pow(10, Double(places))
        let scaled = Figures.integer((abs(value) * unit).rounded())
        var text = String(scaled)
        if places > 0 {
            text = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
            text.insert(contentsOf: decimal, at: text.index(text.endIndex, offsetBy: -places))
            while text.last == "0" { text.removeLast() }
            if text.hasSuffix(decimal) { text.removeLast(decimal.count) }
        }
        return (value < 0 ? "-" : "") + text
    }

    /// An amount (>= 0) that was counted, not estimated: whole, with a tenth where it is under ten.
    package func counted(_ value: Double) -> String {
        value < 10 ? tenths(value) : whole(Figures.integer(value.rounded()))
    }

    /// A share in 0...1 in percent: whole, in tenths under one percent and over 99.
    package func share(_ share: Double, _ rounding: Rounding = .nearest) -> Share {
        let percent = share * 100
        if percent <= 0 { return .exactly("0") }
        if percent >= 100 { return .exactly("100") }
        let whole = rounding(percent)
        if percent >= 1, whole < 100 { return .exactly(self.whole(Int(whole))) }
        let tenth = rounding(percent * 10)
        if tenth < 1 { return .under("0\(decimal)1") }
        if tenth > 999 { return .over("99\(decimal)9") }
        return .exactly(tenths(tenth / 10))
    }

    private static func integer(_ value: Double) -> Int {
        value.isFinite ? Int(min(max(value, -1e15), 1e15)) : 0
    }
}
