-- email_key: the address as it is compared. password_hash: a PHC string. role: 'user' or 'admin'. The profile of an
-- account is the row of user_profiles with the same sub.
CREATE TABLE accounts (
    id            INTEGER PRIMARY KEY,
    sub           TEXT NOT NULL UNIQUE,
    email         TEXT NOT NULL,
    email_key     TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    role          TEXT NOT NULL,
    confirmed     INTEGER NOT NULL,
    created_at    INTEGER NOT NULL
);

-- hash: SHA-256 of the token. A session exists while it has a row; used tokens stay, so that their reuse is noticed.
CREATE TABLE refresh_tokens (
    hash       TEXT PRIMARY KEY,
    session_id TEXT NOT NULL,
    sub        TEXT NOT NULL REFERENCES accounts (sub) ON DELETE CASCADE,
    issued_at  INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used       INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);
CREATE INDEX refresh_tokens_by_sub ON refresh_tokens (sub);

-- purpose: 'confirm' or 'reset'. hash: a PHC string.
CREATE TABLE mailed_codes (
    sub        TEXT NOT NULL REFERENCES accounts (sub) ON DELETE CASCADE,
    purpose    TEXT NOT NULL,
    hash       TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    tries_left INTEGER NOT NULL,
    PRIMARY KEY (sub, purpose)
) WITHOUT ROWID;

-- hash: SHA-256 of the whole key. scopes: words parted by blanks. last_used_at, revoked_at: 0 = never.
CREATE TABLE api_keys (
    id           INTEGER PRIMARY KEY,
    key_id       TEXT NOT NULL UNIQUE,
    hash         TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    scopes       TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL,
    revoked_at   INTEGER NOT NULL
);

PRAGMA user_version = 2;
