extension ArchiveSchema {
    /// The picks of draws that a second listener hears too, and how calls on which listeners differ
    /// were settled, as events that are only ever appended.
    static let agreementTables = """
        CREATE TABLE doubleAssignment (
            draw INTEGER NOT NULL,
            call INTEGER NOT NULL,
            PRIMARY KEY (draw, call),
            FOREIGN KEY (draw, call) REFERENCES drawEntry (draw, call)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE settlementEvent (
            call INTEGER NOT NULL REFERENCES call (number),
            sequence INTEGER NOT NULL CHECK (sequence >= 0),
            at INTEGER NOT NULL,
            actor TEXT NOT NULL CHECK (actor <> ''),
            act TEXT NOT NULL CHECK (json_valid(act)),
            PRIMARY KEY (call, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER settlementEventIsNeverChanged BEFORE UPDATE ON settlementEvent
            BEGIN SELECT RAISE(ABORT, 'events are only ever appended'); END;
        CREATE TRIGGER settlementEventIsNeverDeleted BEFORE DELETE ON settlementEvent
            BEGIN SELECT RAISE(ABORT, 'events are only ever appended'); END;
        """
}
