-- Each user's precomputed list. entries: for each title, best first, so that its place is its rank, two numbers of four bytes,
-- high byte first: the tmdb_id, negative for a TV show, and the score as an IEEE 754 single.
-- One row per user, because a row per title would take eight times the room and longer to write.
CREATE TABLE batch_recommendations (
    user_id       TEXT PRIMARY KEY,
    model_version TEXT NOT NULL,
    taste_version INTEGER NOT NULL,
    entries       BLOB NOT NULL
);

PRAGMA user_version = 3;
