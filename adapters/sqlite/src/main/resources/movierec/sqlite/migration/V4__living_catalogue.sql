-- Each source's facts by themselves; what is served is merged on reading. A damaged moment counts as long ago.
ALTER TABLE titles RENAME TO titles_before;
CREATE TABLE titles (
    media_type TEXT NOT NULL,
    tmdb_id    INTEGER NOT NULL,
    source     TEXT NOT NULL,
    fetched_at INTEGER NOT NULL,
    document   TEXT NOT NULL,
    PRIMARY KEY (media_type, tmdb_id, source)
);
INSERT INTO titles (media_type, tmdb_id, source, fetched_at, document)
SELECT
    media_type,
    tmdb_id,
    source,
    CASE
        WHEN json_valid(document)
            THEN coalesce(CAST(strftime('%s', json_extract(document, '$.fetchedAt')) AS INTEGER) * 1000, 0)
        ELSE 0
    END,
    document
FROM titles_before;
DROP TABLE titles_before;
CREATE INDEX titles_by_source ON titles (source, fetched_at);

-- One row per list, so that replacing one is one write. scope: 'movie', 'tv' or 'mixed'. titles: title ids separated
-- by spaces, first place first. The table of before was never written.
DROP TABLE title_lists;
CREATE TABLE title_lists (
    category   TEXT NOT NULL,
    scope      TEXT NOT NULL,
    source     TEXT NOT NULL,
    titles     TEXT NOT NULL,
    fetched_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (category, scope, source)
) WITHOUT ROWID;

-- When a source was last asked for one title. etag: names its answer. gone: 1 = it had no such title.
CREATE TABLE title_checks (
    source     TEXT NOT NULL,
    media_type TEXT NOT NULL,
    tmdb_id    INTEGER NOT NULL,
    checked_at INTEGER NOT NULL,
    etag       TEXT NOT NULL,
    gone       INTEGER NOT NULL,
    PRIMARY KEY (source, media_type, tmdb_id)
) WITHOUT ROWID;

-- document: JSON of what a source says that belongs to no single title.
CREATE TABLE source_references (
    source   TEXT PRIMARY KEY,
    document TEXT NOT NULL
) WITHOUT ROWID;

-- Where a long job stands. document: JSON of its status. The table of before was never written.
DROP TABLE job_progress;
CREATE TABLE job_progress (
    job      TEXT PRIMARY KEY,
    document TEXT NOT NULL
);

-- A run of the job that began before this moment is to end.
CREATE TABLE job_cancel_requests (
    job          TEXT PRIMARY KEY,
    requested_at INTEGER NOT NULL
) WITHOUT ROWID;

-- What one process at a time may do. expires_at: from then on anybody may take it.
CREATE TABLE leases (
    lease      TEXT PRIMARY KEY,
    owner      TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) WITHOUT ROWID;

PRAGMA user_version = 4;
