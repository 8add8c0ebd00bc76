import CallAudio
import CallModel
import Foundation

/// Reads what recorders write into their files.
enum EmbeddedFacts {
    /// The facts of a file; nil where it says nothing. A start is taken only where both a date and
    /// a time of day are given; texts become metadata, with long numbers in them under pseudonyms.
    static func record(
        of embedded: EmbeddedMetadata, zone: TimeZone, pseudonyms: Pseudonyms
    ) -> CallRecord? {
        var record = CallRecord()
        let texts = [
            ("title", embedded.title), ("artist", embedded.artist),
            ("comment", embedded.comment), ("description", embedded.description),
            ("originator", embedded.originator), ("reference", embedded.originatorReference),
        ]
        for (name, text) in texts {
            guard let text = text?.trimmed, !text.isEmpty else { continue }
            record.metadata["recorder_" + name] = pseudonyms.hidingNumbers(in: text)
        }
        record.startedAt = start(embedded, zone: zone)
        return record == CallRecord() ? nil : record
    }

    private static func start(_ embedded: EmbeddedMetadata, zone: TimeZone) -> Date? {
        guard let day = embedded.date?.trimmed, day.utf8.count >= 8 else { return nil }
        let text = embedded.time.map { "\(day) \($0.trimmed)" } ?? day
        // `2026:11:18` and `10-30-00` stand in broadcast files for the usual marks.
        let marked = text.replacing(/^(\d{4})[:_.](\d\d)[:_.](\d\d)/) { "\($0.1)-\($0.2)-\($0.3)" }
            .replacing(/(\d\d)[-_.](\d\d)[-_.](\d\d)$/) { "\($0.1):\($0.2):\($0.3)" }
        guard let written = WrittenTime(marked), case .calendar? = written.day,
            marked.utf8.count > 10
        else { return nil }
        return written.date(order: .dayFirst, zone: zone)
    }
}

extension Pseudonyms {
    /// A text in which every number of seven digits or more stands under its pseudonym.
    func hidingNumbers(in text: String) -> String {
        text.replacing(/\+?\d[\d \-().]{5,}\d/) { match in
            let found = String(match.0)
            guard found.filter(\.isNumber).count >= 7 else { return found }
            return caller(found) ?? found
        }
    }
}
