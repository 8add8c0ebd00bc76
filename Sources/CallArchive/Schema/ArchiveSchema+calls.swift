extension ArchiveSchema {
    /// Calls, where their facts come from, their recordings, files, profiles and waveforms.
    ///
    /// `call.number` stands for the call in other tables, so that a frame of 100,000 calls stays
    /// small. Times are whole milliseconds since 1970 UTC. The columns of `call` from `externalID`
    /// to `metadata` are `callFact` merged; those from `recordedSeconds` on are derived, and stand
    /// here so that one index answers what a period holds.
    static let callTables = """
        CREATE TABLE call (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            externalID TEXT CHECK (externalID <> ''),
            startedAt INTEGER,
            direction TEXT CHECK (direction IN ('inbound', 'outbound', 'internal')),
            queue TEXT,
            site TEXT,
            agent TEXT,
            caller TEXT,
            seconds REAL CHECK (seconds >= 0 AND seconds < 1e9),
            holds TEXT CHECK (holds IS NULL OR json_valid(holds)),
            layout TEXT CHECK (layout IN ('mono', 'agentFirst', 'customerFirst')),
            metadata TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(metadata)),
            recordingState TEXT NOT NULL DEFAULT 'none'
                CHECK (recordingState IN ('none', 'decoded', 'undecodable', 'retired')),
            undecodableReason TEXT,
            recordedSeconds REAL CHECK (recordedSeconds >= 0),
            completeness REAL CHECK (completeness BETWEEN 0 AND 1),
            missingSeconds REAL CHECK (missingSeconds >= 0),
            wasOpened INTEGER NOT NULL DEFAULT 0 CHECK (wasOpened IN (0, 1)),
            CHECK ((recordingState = 'undecodable') = (undecodableReason IS NOT NULL))
        ) STRICT;
        CREATE INDEX callByExternalID ON call (externalID) WHERE externalID IS NOT NULL;
        -- Holds all that the population of a period and what was unhearable in it ask for.
        CREATE INDEX callByStart
            ON call (startedAt, site, queue, direction, recordingState, missingSeconds);
        -- Heard calls are few among many: the tally walks only these. The second column is for
        -- SQLite, which else looks into each row for what the condition says already.
        CREATE INDEX callOpenedByStart ON call (startedAt, wasOpened) WHERE wasOpened = 1;

        CREATE TABLE callFact (
            call INTEGER NOT NULL REFERENCES call (number) ON DELETE CASCADE,
            source TEXT NOT NULL CHECK (source IN ('callRecord', 'fileName', 'embedded')),
            record TEXT NOT NULL CHECK (json_valid(record)),
            learnedAt INTEGER NOT NULL,
            PRIMARY KEY (call, source)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE expectedFile (
            path TEXT NOT NULL PRIMARY KEY CHECK (path <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            call INTEGER NOT NULL REFERENCES call (number) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 0)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX expectedFileByName ON expectedFile (name);
        CREATE INDEX expectedFileByCall ON expectedFile (call);

        CREATE TABLE recordedFile (
            number INTEGER PRIMARY KEY,
            contentHash TEXT NOT NULL UNIQUE
                CHECK (length(contentHash) = 64 AND contentHash NOT GLOB '*[^0-9a-f]*'),
            byteCount INTEGER NOT NULL CHECK (byteCount >= 0),
            container TEXT NOT NULL CHECK (container <> ''),
            codec TEXT NOT NULL CHECK (codec <> ''),
            sampleRate INTEGER NOT NULL CHECK (sampleRate > 0),
            channelCount INTEGER NOT NULL CHECK (channelCount > 0),
            frameCount INTEGER NOT NULL CHECK (frameCount >= 0),
            headerFrameCount INTEGER CHECK (headerFrameCount >= 0)
        ) STRICT;

        CREATE TABLE fileLocation (
            path TEXT NOT NULL PRIMARY KEY CHECK (path <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            file INTEGER NOT NULL REFERENCES recordedFile (number) ON DELETE CASCADE,
            byteCount INTEGER NOT NULL CHECK (byteCount >= 0),
            modifiedNanoseconds INTEGER NOT NULL,
            inode INTEGER,
            lastSeenAt INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX fileLocationByFile ON fileLocation (file);
        CREATE INDEX fileLocationByName ON fileLocation (name);

        CREATE TABLE failedFile (
            path TEXT NOT NULL PRIMARY KEY CHECK (path <> ''),
            byteCount INTEGER NOT NULL CHECK (byteCount >= 0),
            modifiedNanoseconds INTEGER NOT NULL,
            contentHash TEXT,
            reason TEXT NOT NULL CHECK (reason <> ''),
            failedAt INTEGER NOT NULL,
            attempts INTEGER NOT NULL CHECK (attempts >= 1),
            call INTEGER REFERENCES call (number) ON DELETE SET NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX failedFileByHash ON failedFile (contentHash) WHERE contentHash IS NOT NULL;
        CREATE INDEX failedFileByCall ON failedFile (call) WHERE call IS NOT NULL;

        CREATE TABLE recording (
            call INTEGER PRIMARY KEY REFERENCES call (number) ON DELETE CASCADE,
            layout TEXT NOT NULL CHECK (layout IN ('mono', 'agentFirst', 'customerFirst')),
            layoutSetBy TEXT CHECK (layoutSetBy <> ''),
            layoutSetAt INTEGER,
            sampleRate INTEGER NOT NULL CHECK (sampleRate > 0),
            frameCount INTEGER NOT NULL CHECK (frameCount >= 0),
            flaws TEXT NOT NULL CHECK (json_valid(flaws)),
            CHECK ((layoutSetBy IS NULL) = (layoutSetAt IS NULL))
        ) STRICT;

        CREATE TABLE recordingPart (
            call INTEGER NOT NULL REFERENCES recording (call) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position IN (0, 1)),
            file INTEGER NOT NULL UNIQUE REFERENCES recordedFile (number),
            side TEXT CHECK (side IN ('agent', 'customer')),
            offsetMs INTEGER NOT NULL CHECK (offsetMs >= 0),
            PRIMARY KEY (call, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE profile (
            call INTEGER PRIMARY KEY REFERENCES call (number) ON DELETE CASCADE,
            holdSeconds REAL NOT NULL CHECK (holdSeconds >= 0),
            holdIsEstimated INTEGER NOT NULL CHECK (holdIsEstimated IN (0, 1)),
            deadAirSeconds REAL NOT NULL CHECK (deadAirSeconds >= 0),
            conversationSeconds REAL NOT NULL CHECK (conversationSeconds >= 0),
            overtalkShare REAL CHECK (overtalkShare BETWEEN 0 AND 1),
            agentTalkShare REAL CHECK (agentTalkShare BETWEEN 0 AND 1),
            detectorRevision INTEGER NOT NULL,
            body TEXT NOT NULL CHECK (json_valid(body))
        ) STRICT;

        CREATE TABLE waveform (
            call INTEGER PRIMARY KEY REFERENCES call (number) ON DELETE CASCADE,
            encoding TEXT NOT NULL CHECK (encoding <> ''),
            sampleRate INTEGER NOT NULL CHECK (sampleRate > 0),
            framesPerPoint INTEGER NOT NULL CHECK (framesPerPoint > 0),
            channelCount INTEGER NOT NULL CHECK (channelCount > 0),
            data BLOB NOT NULL
        ) STRICT;
        """
}
