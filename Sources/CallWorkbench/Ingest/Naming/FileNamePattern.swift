public import CallModel
import Foundation

/// What the name of a recording's file tells of its call, as a pattern such as
/// `{agent}_{caller}_{date:yyyyMMdd-HHmmss}_{id}`.
///
/// `{agent}`, `{caller}`, `{queue}`, `{site}`, `{id}` and `{date:LAYOUT}` are taken into the call;
/// `{any}` matches anything, also nothing; any other name becomes metadata. A layout is made of
/// `yyyy yy MM dd HH mm ss`, or is the word `epoch`. All else stands for itself. An agent's name
/// may hold the mark that follows it; for every other part the shortest match counts.
public struct FileNamePattern: Sendable, Hashable {
    /// The pattern as written.
    public let text: String
    /// What every file of this pattern has in common.
    public let fixed: CallRecord
    private let pieces: [Piece]

    enum Piece: Hashable {
        case literal([UInt8])
        case date([DatePart])
        case text(name: String)
        case any
    }

    enum DatePart: Hashable {
        case literal(UInt8)
        case digits(unit: String, count: Int)
        case epoch
    }

    /// Reads a pattern; throws ``FileNamePatternError``.
    public init(
        _ text: String, fixed: CallRecord = CallRecord()
    ) throws(FileNamePatternError) {
        self.text = text
        self.fixed = fixed
        pieces = try Self.pieces(of: text)
    }

    /// What a file's name (without its extension) tells; nil where it does not fit.
    func record(of stem: String, zone: TimeZone, pseudonyms: Pseudonyms) -> CallRecord? {
        var match = FileNameMatch(name: Array(stem.utf8), pieces: pieces, zone: zone)
        guard match.run() else { return nil }
        var record = fixed
        for (name, bytes) in match.texts {
            let value = String(decoding: bytes, as: UTF8.self).trimmed
            guard !value.isEmpty else { continue }
            switch name {
            case "agent": record.agent = value
            case "caller": record.caller = pseudonyms.caller(value)
            case "queue": record.queue = value
            case "site": record.site = value
            case "id": record.externalID = value
            default: record.metadata[name] = value
            }
        }
        record.startedAt = match.date ?? record.startedAt
        return record
    }

    private static func pieces(of text: String) throws(FileNamePatternError) -> [Piece] {
        var pieces: [Piece] = []
        var names: Set<String> = []
        var rest = text[...]
        while let first = rest.first {
            guard first == "{" else {
                let literal = rest.prefix { $0 != "{" }
                if literal.contains("}") {
                    throw FileNamePatternError(text, "has a } without its {")
                }
                pieces.append(.literal(Array(literal.utf8)))
                rest = rest[literal.endIndex...]
                continue
            }
            guard let close = rest.firstIndex(of: "}") else {
                throw FileNamePatternError(text, "has a { without its }")
            }
            let inside = rest[rest.index(after: rest.startIndex)..<close]
            rest = rest[rest.index(after: close)...]
            let parts = inside.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            guard !name.isEmpty else { throw FileNamePatternError(text, "has {} without a name") }
            if name == "any" {
                pieces.append(.any)
                continue
            }
            guard names.insert(name).inserted else {
                throw FileNamePatternError(text, "has {\(name)} twice")
            }
            if case .text? = pieces.last {
                throw FileNamePatternError(
                    text, "has nothing between {\(name)} and the part before it")
            }
            if name == "date" {
                let layout = parts.count > 1 ? String(parts[1]) : ""
                pieces.append(.date(try dateParts(of: layout, in: text)))
            } else if parts.count > 1 {
                throw FileNamePatternError(
                    text, "gives a layout to {\(name)}; only {date:…} has one")
            } else {
                pieces.append(.text(name: name))
            }
        }
        guard !names.isEmpty else {
            throw FileNamePatternError(text, "takes nothing from the name")
        }
        return pieces
    }

    private static func dateParts(
        of layout: String, in text: String
    ) throws(FileNamePatternError) -> [DatePart] {
        if layout == "epoch" { return [.epoch] }
        var parts: [DatePart] = []
        var rest = layout[...]
        while let first = rest.first {
            let unit = ["yyyy", "yy", "MM", "dd", "HH", "mm", "ss"].first(where: rest.hasPrefix)
            if let unit {
                parts.append(.digits(unit: unit, count: unit.utf8.count))
                rest = rest.dropFirst(unit.count)
            } else {
                guard let byte = first.asciiValue, !"yMdHms".contains(first) else {
                    throw FileNamePatternError(
                        text,
                        "has a date layout `\(layout)` that is not made of yyyy MM dd HH mm ss")
                }
                parts.append(.literal(byte))
                rest = rest.dropFirst()
            }
        }
        let units = parts.compactMap { part in
            if case .digits(let unit, _) = part { unit } else { nil }
        }
        guard units.contains(where: { $0.hasPrefix("yy") }), units.contains("MM"),
            units.contains("dd"), Set(units).count == units.count
        else {
            throw FileNamePatternError(
                text, "has a date layout `\(layout)` without year, month, and day, each once")
        }
        return parts
    }
}

/// Why a text is no file-name pattern.
public struct FileNamePatternError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text.
    public let pattern: String
    /// What is the matter with it.
    public let problem: String

    init(_ pattern: String, _ problem: String) {
        self.pattern = pattern
        self.problem = problem
    }

    /// The sentence.
    public var description: String {
        "The file-name pattern `\(pattern)` \(problem)."
            + " Write it like {agent}_{caller}_{date:yyyyMMdd-HHmmss}_{id}."
    }
}
