extension ArchiveSchema {
    /// A full-text index over the words of notes, ideas, kudos and flags, kept by triggers.
    static let searchTables = """
        CREATE VIRTUAL TABLE annotationSearch USING fts5 (
            text, content = 'annotation', content_rowid = 'number',
            tokenize = 'unicode61 remove_diacritics 2'
        );
        CREATE TRIGGER annotationSearchInsert AFTER INSERT ON annotation
            WHEN new.text IS NOT NULL
        BEGIN
            INSERT INTO annotationSearch (rowid, text) VALUES (new.number, new.text);
        END;
        CREATE TRIGGER annotationSearchDelete AFTER DELETE ON annotation
            WHEN old.text IS NOT NULL
        BEGIN
            INSERT INTO annotationSearch (annotationSearch, rowid, text)
                VALUES ('delete', old.number, old.text);
        END;
        CREATE TRIGGER annotationSearchUpdate AFTER UPDATE OF text, number ON annotation
        BEGIN
            INSERT INTO annotationSearch (annotationSearch, rowid, text)
                SELECT 'delete', old.number, old.text WHERE old.text IS NOT NULL;
            INSERT INTO annotationSearch (rowid, text)
                SELECT new.number, new.text WHERE new.text IS NOT NULL;
        END;
        """
}
