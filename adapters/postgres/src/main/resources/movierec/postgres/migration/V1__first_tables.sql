-- Titles are named by two columns, media_type ('movie' or 'tv') and tmdb_id, so that rows sort as title ids do.
-- Moments are milliseconds since 1970. Absent texts are ''. COLLATE "C": the same order whatever the database's language,
-- and the quickest one. Texts that people typed may hold the escapes of a character that PostgreSQL cannot keep.

-- Gives every user's versions, so that a version is never given twice, not even to a user who was erased and came back.
CREATE SEQUENCE user_version;

CREATE TABLE user_versions (
    user_id text COLLATE "C" PRIMARY KEY,
    version bigint NOT NULL
);

-- 'catalogue_version': whoever changes the catalogue locks its row first, so that changes come one after the other.
CREATE TABLE counters (
    name  text COLLATE "C" PRIMARY KEY,
    value bigint NOT NULL
);
INSERT INTO counters (name, value) VALUES ('catalogue_version', 0);

CREATE TABLE user_profiles (
    sub        text COLLATE "C" PRIMARY KEY,
    email      text NOT NULL,
    created_at bigint NOT NULL
);

-- preferences: JSON, field names as in the API. favourite_genres: those of the preferences, each once, for counting.
CREATE TABLE user_preferences (
    user_id          text COLLATE "C" PRIMARY KEY,
    preferences      text NOT NULL,
    favourite_genres text[] NOT NULL,
    revision         bigint NOT NULL,
    updated_at       bigint NOT NULL
);

-- An id is never used again, because clients page by it. The key serves paging, too.
CREATE TABLE events (
    id         bigint GENERATED ALWAYS AS IDENTITY,
    user_id    text COLLATE "C" NOT NULL,
    media_type text COLLATE "C" NOT NULL,
    tmdb_id    integer NOT NULL,
    kind       text COLLATE "C" NOT NULL,
    value      double precision NOT NULL,
    at         bigint NOT NULL,
    client_id  text COLLATE "C" NOT NULL,
    context    text NOT NULL,
    PRIMARY KEY (user_id, id)
);
-- What a taste is made of, in its order; titles that were only shown may be many times as many.
CREATE INDEX events_of_taste ON events (user_id, at, id) WHERE kind <> 'shown';
CREATE UNIQUE INDEX events_by_client_id ON events (user_id, client_id) WHERE client_id <> '';

-- facts: JSON of what the client said about a title the catalogue does not know, else ''.
CREATE TABLE favourites (
    user_id    text COLLATE "C" NOT NULL,
    media_type text COLLATE "C" NOT NULL,
    tmdb_id    integer NOT NULL,
    added_at   bigint NOT NULL,
    facts      text NOT NULL,
    PRIMARY KEY (user_id, media_type, tmdb_id)
);
CREATE INDEX favourites_with_facts ON favourites (media_type, tmdb_id) WHERE facts <> '';

CREATE TABLE watchlist (
    user_id    text COLLATE "C" NOT NULL,
    media_type text COLLATE "C" NOT NULL,
    tmdb_id    integer NOT NULL,
    added_at   bigint NOT NULL,
    facts      text NOT NULL,
    PRIMARY KEY (user_id, media_type, tmdb_id)
);
CREATE INDEX watchlist_with_facts ON watchlist (media_type, tmdb_id) WHERE facts <> '';

-- titles: title ids separated by spaces, in the order of their positions.
CREATE TABLE served_recommendations (
    id            bigint GENERATED ALWAYS AS IDENTITY,
    user_id       text COLLATE "C" NOT NULL,
    served_at     bigint NOT NULL,
    profile       text NOT NULL,
    model_version text NOT NULL,
    titles        text NOT NULL,
    PRIMARY KEY (user_id, served_at, id)
);
CREATE INDEX served_by_time ON served_recommendations (served_at);

-- Each user's precomputed list. entries: for each title, best first, so that its place is its rank, two numbers of four
-- bytes, high byte first: the tmdb_id, negative for a TV show, and the score as an IEEE 754 single.
CREATE TABLE batch_recommendations (
    user_id       text COLLATE "C" PRIMARY KEY,
    model_version text COLLATE "C" NOT NULL,
    taste_version bigint NOT NULL,
    entries       bytea NOT NULL
);

-- Each source's facts by themselves; what is served is merged on reading. document: JSON of the whole title, as text,
-- because it is only ever read and written whole: jsonb would change its bytes and cost time on both ways.
CREATE TABLE titles (
    media_type text COLLATE "C" NOT NULL,
    tmdb_id    integer NOT NULL,
    source     text COLLATE "C" NOT NULL,
    fetched_at bigint NOT NULL,
    document   text NOT NULL,
    PRIMARY KEY (media_type, tmdb_id, source)
);
CREATE INDEX titles_by_source ON titles (source, fetched_at);

-- scope: 'movie', 'tv' or 'mixed'. titles: title ids separated by spaces, first place first.
CREATE TABLE title_lists (
    category   text COLLATE "C" NOT NULL,
    scope      text COLLATE "C" NOT NULL,
    source     text COLLATE "C" NOT NULL,
    titles     text NOT NULL,
    fetched_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    PRIMARY KEY (category, scope, source)
);

-- When a source was last asked for one title. etag: names its answer. gone: it had no such title.
CREATE TABLE title_checks (
    source     text COLLATE "C" NOT NULL,
    media_type text COLLATE "C" NOT NULL,
    tmdb_id    integer NOT NULL,
    checked_at bigint NOT NULL,
    etag       text NOT NULL,
    gone       boolean NOT NULL,
    PRIMARY KEY (source, media_type, tmdb_id)
);

-- document: JSON of what a source says that belongs to no single title.
CREATE TABLE source_references (
    source   text COLLATE "C" PRIMARY KEY,
    document text NOT NULL
);

-- Where a long job stands. document: JSON of its status.
CREATE TABLE job_progress (
    job      text COLLATE "C" PRIMARY KEY,
    document text NOT NULL
);

-- A run of the job that began before this moment is to end.
CREATE TABLE job_cancel_requests (
    job          text COLLATE "C" PRIMARY KEY,
    requested_at bigint NOT NULL
);

-- What one process at a time may do. expires_at: from then on anybody may take it.
CREATE TABLE leases (
    lease      text COLLATE "C" PRIMARY KEY,
    owner      text NOT NULL,
    expires_at bigint NOT NULL
);

-- email_key: the address as it is compared. password_hash: a PHC string. role: 'user' or 'admin'. The profile of an
-- account is the row of user_profiles with the same sub.
CREATE TABLE accounts (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sub           text COLLATE "C" NOT NULL UNIQUE,
    email         text NOT NULL,
    email_key     text COLLATE "C" NOT NULL UNIQUE,
    password_hash text NOT NULL,
    role          text NOT NULL,
    confirmed     boolean NOT NULL,
    created_at    bigint NOT NULL
);

-- hash: SHA-256 of the token. A session exists while it has a row; used tokens stay, so that their reuse is noticed.
CREATE TABLE refresh_tokens (
    hash       text COLLATE "C" PRIMARY KEY,
    session_id text COLLATE "C" NOT NULL,
    sub        text COLLATE "C" NOT NULL REFERENCES accounts (sub) ON DELETE CASCADE,
    issued_at  bigint NOT NULL,
    expires_at bigint NOT NULL,
    used       boolean NOT NULL
);
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);
CREATE INDEX refresh_tokens_by_sub ON refresh_tokens (sub);

-- purpose: 'confirm' or 'reset'. hash: a PHC string.
CREATE TABLE mailed_codes (
    sub        text COLLATE "C" NOT NULL REFERENCES accounts (sub) ON DELETE CASCADE,
    purpose    text COLLATE "C" NOT NULL,
    hash       text NOT NULL,
    expires_at bigint NOT NULL,
    tries_left integer NOT NULL,
    PRIMARY KEY (sub, purpose)
);

-- hash: SHA-256 of the whole key. scopes: words parted by blanks. last_used_at, revoked_at: 0 = never.
CREATE TABLE api_keys (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key_id       text COLLATE "C" NOT NULL UNIQUE,
    hash         text COLLATE "C" NOT NULL UNIQUE,
    name         text NOT NULL,
    scopes       text NOT NULL,
    created_at   bigint NOT NULL,
    last_used_at bigint NOT NULL,
    revoked_at   bigint NOT NULL
);
