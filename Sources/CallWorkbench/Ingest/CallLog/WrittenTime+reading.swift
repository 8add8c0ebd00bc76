extension WrittenTime {
    /// Takes a text apart: ISO 8601 (with or without separators, fraction, offset), `YYYY/MM/DD`,
    /// `DD/MM/YYYY` or `MM/DD/YYYY` (also with `-`, and `DD.MM.YYYY`), with `HH:MM[:SS[.fff]]` and
    /// am or pm after any of them, and epoch seconds (9 or 10 digits) or milliseconds (13 digits).
    ///
    /// Nil where it is none of these.
    init?(_ text: String) {
        var scanner = DigitScanner(text)
        guard let first = scanner.number() else { return nil }
        if scanner.isAtEnd || scanner.peek == UInt8(ascii: ".") && first.digits >= 9 {
            self.init(onlyDigits: first, rest: &scanner)
            return
        }
        guard let day = Self.day(first, &scanner) else { return nil }
        guard let clock = Self.clock(&scanner) else { return nil }
        self.init(day: day, seconds: clock.seconds, offset: clock.offset)
    }

    private init?(onlyDigits first: DigitScanner.Number, rest: inout DigitScanner) {
        let value = first.value
        switch first.digits {
        case 9, 10:
            let fraction = rest.skip(UInt8(ascii: ".")) ? rest.fraction() : 0
            guard rest.isAtEnd, let fraction else { return nil }
            self.init(day: nil, seconds: Double(value) + fraction, offset: nil)
        case 13 where rest.isAtEnd:
            self.init(day: nil, seconds: Double(value) / 1000, offset: nil)
        case 14 where rest.isAtEnd:
            let date = value / 1_000_000
            let time = value % 1_000_000
            guard let seconds = Self.seconds(time / 10_000, time / 100 % 100, time % 100) else {
                return nil
            }
            self.init(day: Self.compact(date), seconds: seconds, offset: nil)
        case 8 where rest.isAtEnd:
            self.init(day: Self.compact(value), seconds: 0, offset: nil)
        default: return nil
        }
    }

    private static func compact(_ date: Int) -> Day {
        .calendar(year: date / 10_000, month: date / 100 % 100, day: date % 100)
    }

    private static func day(_ first: DigitScanner.Number, _ scanner: inout DigitScanner) -> Day? {
        if first.digits == 8 { return compact(first.value) }
        guard let separator = scanner.peek, "-/.".utf8.contains(separator) else { return nil }
        _ = scanner.skip(separator)
        guard let second = scanner.number(), second.digits <= 2, scanner.skip(separator),
            let third = scanner.number()
        else { return nil }
        if first.digits == 4 {
            guard third.digits <= 2 else { return nil }
            return .calendar(year: first.value, month: second.value, day: third.value)
        }
        guard first.digits <= 2, third.digits == 4 || third.digits == 2 else { return nil }
        let year = third.digits == 2 ? 2000 + third.value : third.value
        // Dots are written between day and month only where the day comes first.
        return separator == UInt8(ascii: ".")
            ? .calendar(year: year, month: second.value, day: first.value)
            : .either(first: first.value, second: second.value, year: year)
    }

    private static func clock(_ scanner: inout DigitScanner) -> (seconds: Double, offset: Int?)? {
        scanner.skipSpaces()
        if scanner.isAtEnd { return (0, nil) }
        // `T` and `-` join a date to a time, and `, ` does in spreadsheets.
        for joint in "Tt-,".utf8 where scanner.skip(joint) { break }
        scanner.skipSpaces()
        guard let first = scanner.number() else { return nil }
        var seconds: Double
        if first.digits == 6 {
            let value = first.value
            guard let whole = self.seconds(value / 10_000, value / 100 % 100, value % 100) else {
                return nil
            }
            seconds = whole
        } else {
            guard first.digits <= 2, scanner.skip(UInt8(ascii: ":")), let minute = scanner.number(),
                minute.digits == 2
            else { return nil }
            var second = 0
            if scanner.skip(UInt8(ascii: ":")) {
                guard let number = scanner.number(), number.digits == 2 else { return nil }
                second = number.value
            }
            guard let whole = self.seconds(first.value, minute.value, second) else { return nil }
            seconds = whole
        }
        if scanner.skip(UInt8(ascii: ".")) || scanner.skip(UInt8(ascii: ",")) {
            guard let fraction = scanner.fraction() else { return nil }
            seconds += fraction
        }
        return finish(seconds, &scanner)
    }

    private static func finish(
        _ clock: Double, _ scanner: inout DigitScanner
    ) -> (seconds: Double, offset: Int?)? {
        var seconds = clock
        scanner.skipSpaces()
        switch scanner.letters() {
        case "": break
        case "z", "utc", "gmt": return scanner.isAtEnd ? (seconds, 0) : nil
        case "am":
            guard (3600..<46_800).contains(seconds) else { return nil }
            if seconds >= 43_200 { seconds -= 43_200 }
        case "pm":
            guard (3600..<46_800).contains(seconds) else { return nil }
            if seconds < 43_200 { seconds += 43_200 }
        default: return nil
        }
        if scanner.isAtEnd { return (seconds, nil) }
        let sign: Int
        if scanner.skip(UInt8(ascii: "+")) {
            sign = 1
        } else if scanner.skip(UInt8(ascii: "-")) {
            sign = -1
        } else {
            return nil
        }
        guard let hours = scanner.number() else { return nil }
        var offset = hours.value * 3600
        if hours.digits == 4 {
            offset = hours.value / 100 * 3600 + hours.value % 100 * 60
        } else if scanner.skip(UInt8(ascii: ":")) {
            guard let minutes = scanner.number(), minutes.digits == 2 else { return nil }
            offset += minutes.value * 60
        }
        guard scanner.isAtEnd, offset <= 64_800 else { return nil }
        return (seconds, sign * offset)
    }

    private static func seconds(_ hour: Int, _ minute: Int, _ second: Int) -> Double? {
        // 23:59:60 is a leap second, which a clock of the computer counts as the next day's first.
        guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second) else {
            return nil
        }
        return Double(hour * 3600 + minute * 60 + second)
    }
}
