public import CallModel

/// What the rules must know of the world beside the sitting itself.
public struct SessionContext: Sendable {
    /// The words in force.
    public var taxonomy: Taxonomy
    /// The day on which the command is given: it decides what is offered.
    public var day: CalendarDay
    /// The calls that exist; it need hold no more than the ``SessionCommand/call`` of the command.
    public var calls: [CallID: CallExtent]

    /// What the rules must know.
    public init(taxonomy: Taxonomy, day: CalendarDay, calls: [CallID: CallExtent]) {
        self.taxonomy = taxonomy
        self.day = day
        self.calls = calls
    }
}
