public import CallArchive
import CallModel
import Foundation

/// A sitting of a list, for machines.
public struct SittingDocument: Encodable {
    private let id: SessionID
    private let purpose: SessionPurpose
    private let listener: ListenerID
    private let startedAt: Date
    private let endedAt: Date?
    private let heardSeconds: Double
    private let calls: Int
    private let finished: Int
    private let skipped: Int
    private let tags: Int
    private let ideas: Int

    /// The document of a line of the list.
    public init(_ summary: CallArchive.SessionSummary) {
        id = summary.id
        purpose = summary.purpose
        listener = summary.listener
        startedAt = summary.startedAt
        endedAt = summary.endedAt
        heardSeconds = summary.heardSeconds
        calls = summary.callCount
        finished = summary.finishedCount
        skipped = summary.skippedCount
        tags = summary.tagCount
        ideas = summary.ideaCount
    }
}

/// An idea, for machines.
public struct IdeaDocument: Encodable {
    private let session: SessionID
    private let listener: ListenerID
    private let startedAt: Date
    private let annotation: Annotation

    /// The document of an idea.
    public init(_ idea: Idea) {
        session = idea.session
        listener = idea.listener
        startedAt = idea.startedAt
        annotation = idea.annotation
    }
}
