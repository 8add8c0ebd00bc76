extension ArchiveSchema {
    /// Versions of the taxonomy; draws, each with its whole frame, because inclusion probabilities
    /// can never be reconstructed.
    static let drawTables = """
        CREATE TABLE taxonomyVersion (
            version INTEGER PRIMARY KEY CHECK (version >= 1),
            yaml TEXT NOT NULL,
            body TEXT NOT NULL CHECK (json_valid(body)),
            adoptedAt INTEGER NOT NULL,
            adoptedBy TEXT NOT NULL CHECK (adoptedBy <> '')
        ) STRICT;

        CREATE TABLE draw (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            madeAt INTEGER NOT NULL,
            madeBy TEXT NOT NULL CHECK (madeBy <> ''),
            method TEXT NOT NULL CHECK (method IN ('random', 'stratified', 'risk')),
            seed TEXT NOT NULL,
            frameStart INTEGER NOT NULL,
            frameEnd INTEGER NOT NULL CHECK (frameEnd > frameStart),
            frameFilter TEXT NOT NULL
        ) STRICT;

        CREATE TABLE drawStratum (
            draw INTEGER NOT NULL REFERENCES draw (number),
            position INTEGER NOT NULL CHECK (position >= 0),
            name TEXT NOT NULL,
            population INTEGER NOT NULL CHECK (population >= 0),
            drawn INTEGER NOT NULL CHECK (drawn BETWEEN 0 AND population),
            PRIMARY KEY (draw, position),
            UNIQUE (draw, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE drawEntry (
            draw INTEGER NOT NULL REFERENCES draw (number),
            call INTEGER NOT NULL REFERENCES call (number),
            stratum INTEGER NOT NULL,
            inclusionProbability REAL NOT NULL
                CHECK (inclusionProbability > 0 AND inclusionProbability <= 1),
            position INTEGER CHECK (position >= 0),
            PRIMARY KEY (draw, call),
            FOREIGN KEY (draw, stratum) REFERENCES drawStratum (draw, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX drawEntryByCall ON drawEntry (call);
        CREATE UNIQUE INDEX drawEntryPicked
            ON drawEntry (draw, position) WHERE position IS NOT NULL;
        """
}
