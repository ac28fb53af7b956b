-- What encoders made of the titles' texts. content_hash: of the text that was encoded. vector: IEEE 754 half-precision
-- numbers, little-endian, one behind the other; half the size of single precision, and cosines differ in the fourth digit only.
CREATE TABLE embeddings (
    encoder      text COLLATE "C" NOT NULL,
    media_type   text COLLATE "C" NOT NULL,
    tmdb_id      integer NOT NULL,
    content_hash text NOT NULL,
    vector       bytea NOT NULL,
    PRIMARY KEY (encoder, media_type, tmdb_id)
);
CREATE INDEX embeddings_by_title ON embeddings (media_type, tmdb_id);

-- What was made of a source's facts goes when they go. What is left of the title is encoded again.
CREATE FUNCTION delete_embeddings_of_title() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM embeddings WHERE media_type = OLD.media_type AND tmdb_id = OLD.tmdb_id;
    RETURN OLD;
END;
$$;
CREATE TRIGGER embeddings_of_deleted_titles AFTER DELETE ON titles
    FOR EACH ROW EXECUTE FUNCTION delete_embeddings_of_title();
