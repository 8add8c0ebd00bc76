/// Reads numbers and marks off the front of a short text.
struct DigitScanner {
    /// A whole number and how many digits it was written with.
    struct Number {
        var value: Int
        var digits: Int
    }

    private var rest: ArraySlice<UInt8>

    init(_ text: String) {
        // Non-breaking and narrow spaces stand before "p. m." in Spanish exports.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            bytes.append(scalar.isASCII ? UInt8(scalar.value) : UInt8(ascii: " "))
        }
        rest = bytes[...]
        skipSpaces()
        while rest.last == UInt8(ascii: " ") { rest.removeLast() }
    }

    var isAtEnd: Bool { rest.isEmpty }
    var peek: UInt8? { rest.first }

    /// Passes a byte over, where it comes next.
    mutating func skip(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    mutating func skipSpaces() {
        while rest.first == UInt8(ascii: " ") || rest.first == UInt8(ascii: "\t") {
            rest.removeFirst()
        }
    }

    /// A whole number of at most 18 digits.
    mutating func number() -> Number? {
        var number = Number(value: 0, digits: 0)
        while let byte = rest.first, (0x30...0x39).contains(byte) {
            guard number.digits < 18 else { return nil }
            number.value = number.value * 10 + Int(byte - 0x30)
            number.digits += 1
            rest.removeFirst()
        }
        return number.digits > 0 ? number : nil
    }

    /// The digits after a decimal mark, as a value under one.
    mutating func fraction() -> Double? {
        guard let number = number() else { return nil }
        var value = Double(number.value)
        for _ in 0..<number.digits { value /= 10 }
        return value
    }

    /// The letters that come next, in lower case; dots and spaces between them are passed over.
    mutating func letters() -> String {
        var letters = ""
        while let byte = rest.first {
            switch byte {
            case 0x41...0x5A: letters.unicodeScalars.append(Unicode.Scalar(byte + 0x20))
            case 0x61...0x7A: letters.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: "."), UInt8(ascii: " "): break
            default: return letters
            }
            rest.removeFirst()
        }
        return letters
    }
}
