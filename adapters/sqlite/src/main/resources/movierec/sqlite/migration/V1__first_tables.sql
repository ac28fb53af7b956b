-- Titles are named by two columns, media_type ('movie' or 'tv') and tmdb_id, so that rows sort as title ids do.
-- Moments are milliseconds since 1970. Absent texts are ''.

-- "MvRc": tells a MovieRec database from any other SQLite file.
PRAGMA application_id = 1299599971;

-- One counter gives every user's versions, so that a version is never given twice, not even to a user who was
-- erased and came back; the other one is the version of the catalogue.
CREATE TABLE counters (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO counters (name, value) VALUES ('user_version', 0), ('catalogue_version', 0);

CREATE TABLE user_versions (
    user_id TEXT PRIMARY KEY,
    version INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE user_profiles (
    sub        TEXT PRIMARY KEY,
    email      TEXT NOT NULL,
    created_at INTEGER NOT NULL
) WITHOUT ROWID;

-- preferences: JSON, field names as in the API.
CREATE TABLE user_preferences (
    user_id     TEXT PRIMARY KEY,
    preferences TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
) WITHOUT ROWID;

-- AUTOINCREMENT: an id is never used again, because clients page by it.
CREATE TABLE events (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id    TEXT NOT NULL,
    media_type TEXT NOT NULL,
    tmdb_id    INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    value      REAL NOT NULL,
    at         INTEGER NOT NULL,
    client_id  TEXT NOT NULL,
    context    TEXT NOT NULL
);
CREATE INDEX events_by_user ON events (user_id);
-- What a taste is made of, in its order; titles that were only shown may be many times as many.
CREATE INDEX events_of_taste ON events (user_id, at) WHERE kind <> 'shown';
CREATE UNIQUE INDEX events_by_client_id ON events (user_id, client_id) WHERE client_id <> '';

-- facts: JSON of what the client said about a title the catalogue does not know, else ''.
CREATE TABLE favourites (
    user_id    TEXT NOT NULL,
    media_type TEXT NOT NULL,
    tmdb_id    INTEGER NOT NULL,
    added_at   INTEGER NOT NULL,
    facts      TEXT NOT NULL,
    PRIMARY KEY (user_id, media_type, tmdb_id)
) WITHOUT ROWID;
CREATE INDEX favourites_with_facts ON favourites (media_type, tmdb_id) WHERE facts <> '';

CREATE TABLE watchlist (
    user_id    TEXT NOT NULL,
    media_type TEXT NOT NULL,
    tmdb_id    INTEGER NOT NULL,
    added_at   INTEGER NOT NULL,
    facts      TEXT NOT NULL,
    PRIMARY KEY (user_id, media_type, tmdb_id)
) WITHOUT ROWID;
CREATE INDEX watchlist_with_facts ON watchlist (media_type, tmdb_id) WHERE facts <> '';

-- titles: title ids separated by spaces, in the order of their positions.
CREATE TABLE served_recommendations (
    id            INTEGER PRIMARY KEY,
    user_id       TEXT NOT NULL,
    served_at     INTEGER NOT NULL,
    profile       TEXT NOT NULL,
    model_version TEXT NOT NULL,
    titles        TEXT NOT NULL
);
CREATE INDEX served_by_user ON served_recommendations (user_id, served_at);
CREATE INDEX served_by_time ON served_recommendations (served_at);

-- document: JSON of the whole title.
CREATE TABLE titles (
    media_type TEXT NOT NULL,
    tmdb_id    INTEGER NOT NULL,
    source     TEXT NOT NULL,
    document   TEXT NOT NULL,
    PRIMARY KEY (media_type, tmdb_id)
);

-- Lists of the catalogue such as popular or genre_18.
CREATE TABLE title_lists (
    category   TEXT NOT NULL,
    rank       INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    tmdb_id    INTEGER NOT NULL,
    source     TEXT NOT NULL,
    fetched_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (category, rank)
) WITHOUT ROWID;

-- Where a long job stands; progress is JSON of that job.
CREATE TABLE job_progress (
    job        TEXT PRIMARY KEY,
    progress   TEXT NOT NULL,
    updated_at INTEGER NOT NULL
) WITHOUT ROWID;

-- Written with the tables, so that it never disagrees with them; equals the number in this file's name.
PRAGMA user_version = 1;
