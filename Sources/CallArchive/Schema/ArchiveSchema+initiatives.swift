extension ArchiveSchema {
    /// Fixes, as events that are only ever appended: what was hoped for is never rewritten.
    static let initiativeTables = """
        CREATE TABLE initiativeEvent (
            initiative TEXT NOT NULL CHECK (initiative <> ''),
            sequence INTEGER NOT NULL CHECK (sequence >= 0),
            at INTEGER NOT NULL,
            actor TEXT NOT NULL CHECK (actor <> ''),
            act TEXT NOT NULL CHECK (json_valid(act)),
            PRIMARY KEY (initiative, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER initiativeEventIsNeverChanged BEFORE UPDATE ON initiativeEvent
            BEGIN SELECT RAISE(ABORT, 'events are only ever appended'); END;
        CREATE TRIGGER initiativeEventIsNeverDeleted BEFORE DELETE ON initiativeEvent
            BEGIN SELECT RAISE(ABORT, 'events are only ever appended'); END;
        """
}
