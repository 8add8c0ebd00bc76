import CallModel
import Foundation

/// Reads the rows of call records batch by batch.
public struct CallLogRows: ~Copyable {
    /// Rows that were taken.
    public private(set) var takenCount = 0
    /// Rows that were not taken.
    public private(set) var problemCount = 0
    /// The first thousand problems.
    public private(set) var problems: [CallLogProblem] = []

    private let log: CallLogCSV
    private let reader: CallLogRowReader
    private let file: CallLogFile
    private var transcoder: CallLogTranscoder
    private var text: DelimitedText
    private var skip: Int
    private var isAtEnd = false
    /// The line on which each call id was seen first.
    private var lines: [String: Int32] = [:]

    init(_ log: CallLogCSV) throws {
        self.log = log
        reader = CallLogRowReader(log)
        file = try CallLogFile(path: log.path)
        transcoder = CallLogTranscoder(log.encoding)
        text = DelimitedText(delimiter: log.layout.delimiter)
        skip = log.source.markLength
    }

    /// The next rows, some hundreds at a time; nil when all were read.
    ///
    /// Throws ``CallLogError`` where the file cannot be read on.
    public mutating func next() throws -> [CallLogRow]? {
        guard !isAtEnd else { return nil }
        var findings: [DelimitedText.Finding] = []
        if let chunk = try file.next(1 << 16) {
            let bytes = transcoder.transcode(chunk.dropFirst(skip))
            skip = 0
            text.read(bytes) { findings.append($0) }
        } else {
            isAtEnd = true
            text.finish { findings.append($0) }
        }
        var rows: [CallLogRow] = []
        rows.reserveCapacity(findings.count)
        for finding in findings {
            switch finding {
            case .unclosedQuote(let line):
                report(
                    line,
                    "A quote opens on this line and is never closed; write \"\" for a"
                        + " quote within quotes.")
            case .row(let row) where row.line > log.layout.headerLine:
                if let read = take(row) { rows.append(read) }
            case .row: break
            }
        }
        return rows
    }

    private mutating func take(_ row: DelimitedRow) -> CallLogRow? {
        do {
            let read = try reader.read(row)
            if let id = read.record.externalID {
                if let line = lines[id] {
                    report(row.line, "The call \(id) stands on line \(line) already.")
                    return nil
                }
                lines[id] = Int32(clamping: row.line)
            }
            takenCount += 1
            return read
        } catch let refusal as CallLogRefusal {
            report(row.line, refusal.reason)
        } catch {
            report(row.line, "\(error)")
        }
        return nil
    }

    private mutating func report(_ line: Int, _ reason: String) {
        problemCount += 1
        if problems.count < 1000 { problems.append(CallLogProblem(line: line, reason: reason)) }
    }
}
