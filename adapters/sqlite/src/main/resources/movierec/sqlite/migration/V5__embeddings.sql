-- What encoders made of the titles' texts. content_hash: of the text that was encoded. vector: IEEE 754 half-precision
-- numbers, little-endian, one behind the other; half the size of float32, and cosines differ in the fourth digit only.
CREATE TABLE embeddings (
    encoder      TEXT NOT NULL,
    media_type   TEXT NOT NULL,
    tmdb_id      INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    vector       BLOB NOT NULL,
    PRIMARY KEY (encoder, media_type, tmdb_id)
);
CREATE INDEX embeddings_by_title ON embeddings (media_type, tmdb_id);

-- What was made of a source's facts goes when they go. What is left of the title is encoded again.
CREATE TRIGGER embeddings_of_deleted_titles AFTER DELETE ON titles
BEGIN
    DELETE FROM embeddings WHERE media_type = OLD.media_type AND tmdb_id = OLD.tmdb_id;
END;

PRAGMA user_version = 5;
