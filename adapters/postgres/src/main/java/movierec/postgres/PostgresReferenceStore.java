package movierec.postgres;

import java.time.InstantSource;
import java.util.Optional;
import movierec.title.ReferenceStore;
import movierec.title.SourceTerms;
import movierec.title.TitleSource.SourceReference;

/** References as JSON documents in the table {@code source_references}. */
public final class PostgresReferenceStore implements ReferenceStore {
    private final PostgresDatabase database;
    private final InstantSource clock;

    /** @param clock tells when references have reached their legal age */
    public PostgresReferenceStore(PostgresDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<SourceReference> find(String source) {
        Optional<SourceReference> stored = database.read(handle -> handle.createQuery("""
                        SELECT document FROM source_references WHERE source = ?
                        """)
                .bind(0, source)
                .map((row, context) -> Documents.read(row.getString(1), SourceReference.class))
                .findOne());
        return stored.filter(reference -> SourceTerms.maySay(source, reference.fetchedAt(), clock.instant()));
    }

    @Override
    public void save(SourceReference reference) {
        database.write(handle -> handle.execute("""
                INSERT INTO source_references (source, document) VALUES (?, ?)
                ON CONFLICT (source) DO UPDATE SET document = excluded.document
                """, reference.source(), Documents.write(reference)));
    }

    @Override
    public boolean deleteBySource(String source) {
        return database.write(handle -> handle.execute("DELETE FROM source_references WHERE source = ?", source)) > 0;
    }
}
