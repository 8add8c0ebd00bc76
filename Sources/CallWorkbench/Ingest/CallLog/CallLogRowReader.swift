import CallModel
import Foundation

/// Makes a call record of the cells of a row.
struct CallLogRowReader {
    private let layout: CallLogLayout
    private let zone: TimeZone
    private let pseudonyms: Pseudonyms
    /// The columns without a field: their place, name, and whether their values are personal.
    private let others: [(index: Int, name: String, isPersonal: Bool)]

    init(_ log: CallLogCSV) {
        layout = log.layout
        zone = log.zone
        pseudonyms = log.pseudonyms
        let taken = Set(layout.columns.values)
        others = layout.names.indices.filter {
            !taken.contains($0) && !log.layout.names[$0].isEmpty
        }
        .map { index in
            let name = log.layout.names[index]
            let isPersonal = CallLogField.personalColumns
                .contains(CallLogField.normalised(name))
            return (index, name, isPersonal)
        }
    }

    /// Reads a row; throws ``CallLogRefusal`` with the reason it cannot be taken.
    func read(_ row: DelimitedRow) throws -> CallLogRow {
        let width = layout.names.count
        guard row.count == width || row.count > width && row.isEmpty(from: width) else {
            throw CallLogRefusal(
                reason:
                    "The row has \(row.count) fields where the header has \(width). Quote fields"
                    + " that hold the delimiter.")
        }
        var record = CallRecord()
        record.externalID = cell(.callID, row)
        record.queue = cell(.queue, row)
        record.site = cell(.site, row)
        record.agent = cell(.agent, row)
        record.caller = cell(.caller, row).flatMap(pseudonyms.caller)
        record.startedAt = try cell(.startedAt, row).map(date)
        record.seconds = try cell(.duration, row).map {
            try CallLogValue.seconds($0, field: "duration")
        }
        for other in others {
            let value = row.field(other.index)
            guard !value.isEmpty else { continue }
            record.metadata[other.name] = other.isPersonal ? pseudonyms.personal(value) : value
        }
        try readDirection(row, into: &record)
        try readHolds(row, into: &record)
        let names = try readFiles(row, into: &record)
        guard record.externalID != nil || !names.isEmpty || record.startedAt != nil else {
            throw CallLogRefusal(
                reason: "The row names no call: its id, file, and start are empty.")
        }
        let state = cell(.recording, row)
        if let state { record.metadata[CallLogField.recording.rawValue] = state }
        let isRetired = state.map(CallLogValue.isRetired) ?? false
        return CallLogRow(line: row.line, record: record, fileNames: names, isRetired: isRetired)
    }

    private func cell(_ field: CallLogField, _ row: DelimitedRow) -> String? {
        guard let index = layout.columns[field] else { return nil }
        let text = row.field(index)
        return text.isEmpty || text == "\\N" || text.uppercased() == "NULL" ? nil : text
    }

    private func date(_ text: String) throws -> Date {
        guard let date = WrittenTime(text)?.date(order: layout.order, zone: zone) else {
            throw CallLogRefusal(
                reason: "The start `\(text)` is no date and time; write YYYY-MM-DD HH:MM:SS.")
        }
        return date
    }

    private func readDirection(_ row: DelimitedRow, into record: inout CallRecord) throws {
        guard let text = cell(.direction, row), let column = layout.columns[.direction] else {
            return
        }
        record.direction = CallLogValue.direction(text)
        // A word of another kind (a transfer, a campaign) is worth keeping as it is.
        if record.direction == nil { record.metadata[layout.names[column]] = text }
    }

    private func readHolds(_ row: DelimitedRow, into record: inout CallRecord) throws {
        record.holds = try cell(.holds, row).map(CallLogValue.holds)
        guard let text = cell(.holdSeconds, row) else { return }
        if text.contains("-") || text.contains(";") {
            record.holds = try CallLogValue.holds(text)
            return
        }
        let seconds = try CallLogValue.seconds(text, field: "hold time")
        record.metadata[CallLogField.holdSeconds.rawValue] = String(seconds)
        // No hold at all is a statement about where the holds are; a sum is not.
        if seconds == 0, record.holds == nil { record.holds = [] }
    }

    private func readFiles(_ row: DelimitedRow, into record: inout CallRecord) throws -> [String] {
        if let text = cell(.agentChannel, row) {
            guard let layout = CallLogValue.layout(text) else {
                throw CallLogRefusal(
                    reason: "The agent's channel `\(text)` is neither first nor second.")
            }
            record.layout = layout
        }
        if let text = cell(.offset, row) {
            let magnitude = text.hasPrefix("-") ? String(text.dropFirst()) : text
            let seconds = try CallLogValue.seconds(magnitude, field: "offset")
            record.metadata[CallLogField.offset.rawValue] =
                String(text.hasPrefix("-") ? -seconds : seconds)
        }
        return [cell(.file, row), cell(.file2, row)].compactMap { $0 }
    }
}
