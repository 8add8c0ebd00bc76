import Foundation

/// What a file of call records turned out to be: found in one look through all of it.
struct CallLogLayout {
    let delimiter: UInt8
    /// The line of the header row.
    let headerLine: Int
    /// The names of the columns, as written.
    let names: [String]
    /// Which column holds which field.
    let columns: [CallLogField: Int]
    /// Day or month first, where dates leave that open.
    let order: WrittenTime.Order

    /// Finds the layout; `mapping` names columns by hand, and `order` is what the settings say of
    /// dates.
    ///
    /// Throws ``CallLogError`` where columns that are needed are missing or the dates are
    /// ambiguous.
    init(
        source: CallLogSource, mapping: [CallLogField: String], order: WrittenTime.Order?
    ) throws {
        let delimiter = try Self.delimiter(of: source)
        self.delimiter = delimiter
        var header: DelimitedRow?
        var columns: [CallLogField: Int] = [:]
        var dates = DateOrderEvidence()
        let take: (DelimitedText.Finding) throws -> Void = { finding in
            guard case .row(let row) = finding else { return }
            if header == nil {
                // Excel's first line may name the delimiter.
                if row.field(0).hasPrefix("sep=") { return }
                header = row
                columns = try Self.columns(row.fields, mapping: mapping, path: source.path)
            } else if let column = columns[.startedAt] {
                dates.look(at: row.field(column), line: row.line)
            }
        }
        var text = DelimitedText(delimiter: delimiter)
        try source.read { chunk in
            try text.read(chunk, found: take)
            // Without a column of times only the header is needed.
            return header == nil || columns[.startedAt] != nil
        }
        try text.finish(found: take)
        guard let header else {
            throw CallLogError(
                path: source.path,
                message: "The file has no header row. Export it"
                    + " with the names of its columns.")
        }
        headerLine = header.line
        names = header.fields
        self.columns = columns
        self.order = try dates.order(settings: order, path: source.path)
    }

    /// The delimiter that takes the first lines apart most evenly.
    private static func delimiter(of source: CallLogSource) throws -> UInt8 {
        var start: [UInt8] = []
        try source.read { chunk in
            start += chunk
            return start.count < 1 << 16
        }
        if start.starts(with: "sep=".utf8), start.count > 4, !"\r\n".utf8.contains(start[4]) {
            return start[4]
        }
        // The last line may be cut off.
        if let end = start.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            start.removeSubrange((end + 1)...)
        }
        var best = (delimiter: UInt8(ascii: ","), score: 0)
        for delimiter in ",;\t|".utf8 {
            var counts: [Int] = []
            var text = DelimitedText(delimiter: delimiter)
            let take: (DelimitedText.Finding) -> Void = { finding in
                if case .row(let row) = finding { counts.append(row.count) }
            }
            text.read(start, found: take)
            text.finish(found: take)
            guard let width = counts.first, width > 1 else { continue }
            let even = counts.prefix(200).filter { $0 == width }.count
            let score = even * 1000 / min(200, counts.count) * 100 + min(99, width)
            if score > best.score { best = (delimiter, score) }
        }
        return best.delimiter
    }

    private static func columns(
        _ names: [String], mapping: [CallLogField: String], path: String
    ) throws -> [CallLogField: Int] {
        let normalised = names.map(CallLogField.normalised)
        var columns: [CallLogField: Int] = [:]
        for (field, name) in mapping.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            guard let index = normalised.firstIndex(of: CallLogField.normalised(name)) else {
                let near = NearestName.of(name, among: names).map { " Did you mean `\($0)`?" }
                throw CallLogError(
                    path: path, line: 1,
                    message: "The settings map `\(field.rawValue)` to a column `\(name)`, and there"
                        + " is none.\(near ?? "")")
            }
            columns[field] = index
        }
        var taken = Set(columns.values)
        // A recorder's file name may stand under `recording`.
        for field in CallLogField.allCases where columns[field] == nil {
            let match = field.synonyms.lazy.compactMap { name in
                normalised.indices.first { normalised[$0] == name && !taken.contains($0) }
            }.first
            if let match {
                columns[field] = match
                taken.insert(match)
            }
        }
        guard columns[.callID] != nil || columns[.file] != nil || columns[.startedAt] != nil else {
            throw CallLogError(
                path: path, line: 1,
                message: "No column tells which call a row is about (no call_id, file, or start"
                    + " among: \(names.joined(separator: ", "))). Name the columns in the"
                    + " `columns` section of Annotations/settings.yml.")
        }
        return columns
    }
}

/// What the dates of a whole column say of the order of day and month.
struct DateOrderEvidence {
    private var dayFirstLine: Int?
    private var monthFirstLine: Int?
    private var openLine: Int?

    mutating func look(at text: String, line: Int) {
        guard case .either(let first, let second, _)? = WrittenTime(text)?.day else { return }
        if first > 12, second <= 12 {
            dayFirstLine = dayFirstLine ?? line
        } else if second > 12, first <= 12 {
            monthFirstLine = monthFirstLine ?? line
        } else if first != second {
            openLine = openLine ?? line
        }
    }

    func order(settings: WrittenTime.Order?, path: String) throws -> WrittenTime.Order {
        if let settings { return settings }
        switch (dayFirstLine, monthFirstLine) {
        case (_?, nil): return .dayFirst
        case (nil, _?): return .monthFirst
        case (let dayLine?, let monthLine?):
            throw CallLogError(
                path: path, line: max(dayLine, monthLine),
                message: "The dates are written with the day first on line \(dayLine) and with the"
                    + " month first on line \(monthLine). Export them as YYYY-MM-DD HH:MM:SS.")
        case (nil, nil):
            guard let openLine else { return .dayFirst }
            throw CallLogError(
                path: path, line: openLine,
                message: "Nothing in the column of dates tells day from month (all are 12 or"
                    + " less). Set `date_order: day-first` or `date_order: month-first` in"
                    + " Annotations/settings.yml, or export them as YYYY-MM-DD HH:MM:SS.")
        }
    }
}
