extension ArchiveSchema {
    /// How many holds a call record has, and an index of the calls whose record speaks of holds: where
    /// no record does, it is empty and costs nothing.
    static let holdIndex = """
        ALTER TABLE call ADD COLUMN holdCount INTEGER
            GENERATED ALWAYS AS (json_array_length(holds)) VIRTUAL;
        CREATE INDEX callHolds ON call (startedAt, site, queue, direction, holdCount)
            WHERE holds IS NOT NULL;
        DROP TRIGGER changedDayCallUpdate;
        \(callUpdateTrigger(of: "startedAt, id, site, queue, direction, caller, agent, holds"))
        """
}
