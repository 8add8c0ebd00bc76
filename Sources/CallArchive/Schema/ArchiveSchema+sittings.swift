extension ArchiveSchema {
    /// Sittings: their events, which are only ever appended, and the state that the events make,
    /// written in the same transaction.
    static let sittingTables = """
        CREATE TABLE session (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            purpose TEXT NOT NULL CHECK (purpose IN ('listeningHour', 'tagging', 'calibration')),
            listener TEXT NOT NULL CHECK (listener <> ''),
            startedAt INTEGER NOT NULL,
            endedAt INTEGER,
            predictionsSealed INTEGER NOT NULL DEFAULT 0 CHECK (predictionsSealed IN (0, 1)),
            eventCount INTEGER NOT NULL DEFAULT 0 CHECK (eventCount >= 0)
        ) STRICT;
        CREATE INDEX sessionByStart ON session (startedAt);

        CREATE TABLE sessionEvent (
            session INTEGER NOT NULL REFERENCES session (number),
            sequence INTEGER NOT NULL CHECK (sequence >= 0),
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            listener TEXT NOT NULL CHECK (listener <> ''),
            at INTEGER NOT NULL,
            call INTEGER REFERENCES call (number),
            body TEXT NOT NULL CHECK (json_valid(body)),
            PRIMARY KEY (session, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sessionEventByCall ON sessionEvent (call) WHERE call IS NOT NULL;
        CREATE TRIGGER sessionEventIsNeverChanged BEFORE UPDATE ON sessionEvent
            BEGIN SELECT RAISE(ABORT, 'events are only ever appended'); END;
        CREATE TRIGGER sessionEventIsNeverDeleted BEFORE DELETE ON sessionEvent
            BEGIN SELECT RAISE(ABORT, 'events are only ever appended'); END;

        CREATE TABLE prediction (
            session INTEGER NOT NULL REFERENCES session (number),
            position INTEGER NOT NULL CHECK (position >= 0),
            reason TEXT NOT NULL CHECK (reason <> ''),
            share REAL NOT NULL CHECK (share BETWEEN 0 AND 1),
            PRIMARY KEY (session, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE sessionCall (
            session INTEGER NOT NULL REFERENCES session (number),
            call INTEGER NOT NULL REFERENCES call (number),
            position INTEGER NOT NULL CHECK (position >= 0),
            draw INTEGER REFERENCES draw (number),
            progress TEXT NOT NULL CHECK (progress IN ('open', 'skipped', 'finished')),
            skipReason TEXT,
            heardMs INTEGER NOT NULL CHECK (heardMs >= 0),
            isHeard INTEGER NOT NULL CHECK (isHeard IN (0, 1)),
            PRIMARY KEY (session, call),
            CHECK ((progress = 'skipped') = (skipReason IS NOT NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sessionCallByCall
            ON sessionCall (call, session, isHeard, draw, progress, heardMs);

        CREATE TABLE heardRange (
            session INTEGER NOT NULL,
            call INTEGER NOT NULL,
            startMs INTEGER NOT NULL CHECK (startMs >= 0),
            endMs INTEGER NOT NULL CHECK (endMs > startMs),
            PRIMARY KEY (session, call, startMs),
            FOREIGN KEY (session, call) REFERENCES sessionCall (session, call) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE annotation (
            number INTEGER PRIMARY KEY,
            session INTEGER NOT NULL,
            call INTEGER NOT NULL,
            position INTEGER NOT NULL CHECK (position >= 0),
            id TEXT NOT NULL CHECK (id <> ''),
            kind TEXT NOT NULL
                CHECK (kind IN ('reason', 'painPoint', 'note', 'idea', 'kudos', 'flag')),
            key TEXT CHECK (key <> ''),
            severity INTEGER CHECK (severity BETWEEN 1 AND 5),
            startMs INTEGER CHECK (startMs >= 0),
            endMs INTEGER CHECK (endMs > startMs),
            side TEXT CHECK (side IN ('agent', 'customer')),
            text TEXT,
            UNIQUE (session, id),
            FOREIGN KEY (session, call) REFERENCES sessionCall (session, call) ON DELETE CASCADE,
            CHECK ((startMs IS NULL) = (endMs IS NULL)),
            CHECK ((kind IN ('reason', 'painPoint')) = (key IS NOT NULL)),
            CHECK ((kind = 'painPoint') = (severity IS NOT NULL)),
            CHECK ((kind IN ('reason', 'painPoint')) = (text IS NULL))
        ) STRICT;
        CREATE INDEX annotationByCall ON annotation (call, session, position);
        CREATE INDEX annotationByKey ON annotation (key, call) WHERE key IS NOT NULL;
        """
}
