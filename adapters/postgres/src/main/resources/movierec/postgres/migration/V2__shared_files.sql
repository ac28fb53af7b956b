-- Files that all nodes have in common, in parts of a megabyte. generation tells the parts of a file from those of its former
-- contents.
CREATE SEQUENCE shared_file_generations;

CREATE TABLE shared_files (
    path       text COLLATE "C" PRIMARY KEY,
    sha256     text NOT NULL,
    generation bigint NOT NULL
);

CREATE TABLE shared_file_parts (
    generation bigint NOT NULL,
    part       integer NOT NULL,
    bytes      bytea NOT NULL,
    PRIMARY KEY (generation, part)
);

INSERT INTO counters (name, value) VALUES ('share_version', 0);
