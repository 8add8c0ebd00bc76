extension ArchiveSchema {
    /// Which calls have a word is told from the index alone.
    static let keyIndex = """
        DROP INDEX annotationByKey;
        CREATE INDEX annotationByKey ON annotation (key, kind, call) WHERE key IS NOT NULL;
        """

    /// Indexes that lead to any page of a list of calls, however it is filtered and ordered, without
    /// walking over the calls before it.
    static let listIndexes = """
        CREATE INDEX callByLength ON call (recordedSeconds) WHERE recordedSeconds IS NOT NULL;
        CREATE INDEX callByQueue ON call (queue, startedAt) WHERE queue IS NOT NULL;
        CREATE INDEX callBySite ON call (site, startedAt) WHERE site IS NOT NULL;
        CREATE INDEX callByAgent ON call (agent, startedAt) WHERE agent IS NOT NULL;
        CREATE INDEX callByCaller ON call (caller, startedAt) WHERE caller IS NOT NULL;
        CREATE INDEX callByState ON call (recordingState, startedAt);
        CREATE INDEX callIncomplete ON call (startedAt, completeness) WHERE completeness < 1;
        CREATE INDEX profileByHold ON profile (holdSeconds);
        """
}
