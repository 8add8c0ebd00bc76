import CallArchive
import CallModel
import CallReports
import Foundation

/// Ideas as a list.
struct IdeaTable {
    private let ideas: [Idea]
    private let zone: TimeZone

    init(_ ideas: [Idea], zone: TimeZone) {
        self.ideas = ideas
        self.zone = zone
    }

    func text(form: TerminalForm) -> String {
        let rows = ideas.map { idea in
            var text = ""
            if case .idea(let words) = idea.annotation.content { text = words }
            return [
                CalendarText.dateTime(idea.startedAt, in: zone), idea.listener.rawValue,
                idea.annotation.call.rawValue, text,
            ]
        }
        guard !rows.isEmpty else { return "No ideas yet.\n" }
        let columns: [TextTable.Column] = [
            .init("said", minimumWidth: 16), .init("listener"), .init("call"),
            .init("idea", minimumWidth: 20),
        ]
        return TextTable(columns: columns, rows: rows).text(form: form)
    }
}
