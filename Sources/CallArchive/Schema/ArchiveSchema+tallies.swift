extension ArchiveSchema {
    /// Indexes that hold all that a tally reads of heard calls, draws and marks: it looks up no row.
    static let tallyIndexes = """
        DROP INDEX callOpenedByStart;
        CREATE INDEX callOpenedByStart
            ON call (startedAt, wasOpened, id, site, queue, direction, caller, agent)
            WHERE wasOpened = 1;
        DROP INDEX drawEntryByCall;
        CREATE INDEX drawEntryByCall
            ON drawEntry (call, draw, stratum, inclusionProbability, position);
        CREATE INDEX annotationMark
            ON annotation (call, session, key, severity, startMs, endMs, side)
            WHERE key IS NOT NULL;
        CREATE INDEX annotationNote ON annotation (call) WHERE kind = 'note';
        """

    /// The same with what became of the recording.
    static let openedIndex = """
        DROP INDEX callOpenedByStart;
        CREATE INDEX callOpenedByStart
            ON call (
                startedAt, wasOpened, id, site, queue, direction, caller, agent, recordingState)
            WHERE wasOpened = 1;
        """
}
