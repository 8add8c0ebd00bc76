import CallArchive
import CallModel
import CallReports

/// Ideas as a table for other programs.
enum IdeasText {
    /// Comma-separated values with a header (RFC 4180).
    static func csv(_ ideas: [Idea]) -> String {
        let header = ["session", "listener", "startedAt", "call", "from", "to", "side", "idea"]
        return CSVText.line(header.map { .text($0) })
            + ideas.map { idea in
                let annotation = idea.annotation
                return CSVText.line([
                    .text(idea.session.rawValue), .text(idea.listener.rawValue),
                    .text(InstantText.of(idea.startedAt)), .text(annotation.call.rawValue),
                    .init(annotation.range?.start.seconds), .init(annotation.range?.end.seconds),
                    .init(annotation.side?.rawValue), .init(annotation.content.ideaText),
                ])
            }.joined()
    }
}
