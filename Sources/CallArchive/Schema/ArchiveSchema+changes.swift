extension ArchiveSchema {
    /// For each day (since 1970, in UTC) a number that is another one after anything was changed that
    /// counts of calls which began on it rest on: what was counted of a stretch of days can be kept
    /// until then. Whatever writes to these tables keeps it true, in the same transaction.
    static let changedDays = """
        CREATE TABLE changedDay (
            day INTEGER PRIMARY KEY,
            stamp INTEGER NOT NULL
        ) STRICT;
        INSERT INTO changedDay
            SELECT startedAt / 86400000 AS day, random() FROM call WHERE startedAt IS NOT NULL
            GROUP BY day;
        \(["INSERT", "DELETE"].map(callTrigger(on:)).joined())
        \(callUpdateTrigger(of: "startedAt, id, site, queue, direction, caller, agent"))
        \(["annotation", "sessionCall", "settlementEvent"].map(triggers(of:)).joined())
        CREATE TRIGGER changedDayDraw AFTER INSERT ON draw
        BEGIN
            UPDATE changedDay SET stamp = random()
                WHERE day BETWEEN new.frameStart / 86400000 AND new.frameEnd / 86400000;
        END;
        """

    static func callUpdateTrigger(of columns: String) -> String {
        """
        CREATE TRIGGER changedDayCallUpdate
            AFTER UPDATE OF \(columns) ON call
        BEGIN
            \(stamp("SELECT old.startedAt AS startedAt WHERE old.startedAt IS NOT NULL"))
            \(stamp("SELECT new.startedAt AS startedAt WHERE new.startedAt IS NOT NULL"))
        END;
        """
    }

    private static func stamp(_ start: String) -> String {
        """
        INSERT INTO changedDay SELECT startedAt / 86400000, random() FROM (\(start))
            WHERE true ON CONFLICT (day) DO UPDATE SET stamp = excluded.stamp;
        """
    }

    private static func callTrigger(on act: String) -> String {
        let row = act == "DELETE" ? "old" : "new"
        return """
            CREATE TRIGGER changedDayCall\(act) AFTER \(act) ON call
                WHEN \(row).startedAt IS NOT NULL
            BEGIN
                \(stamp("SELECT \(row).startedAt AS startedAt"))
            END;

            """
    }

    /// Triggers of a table whose rows belong to calls.
    private static func triggers(of table: String) -> String {
        ["INSERT", "UPDATE", "DELETE"].map { act in
            let row = act == "DELETE" ? "old" : "new"
            let name = table.prefix(1).uppercased() + table.dropFirst() + act
            return """
                CREATE TRIGGER changedDay\(name) AFTER \(act) ON \(table)
                BEGIN
                    \(stamp("SELECT startedAt FROM call WHERE number = \(row).call AND startedAt IS NOT NULL"))
                END;

                """
        }.joined()
    }
}
