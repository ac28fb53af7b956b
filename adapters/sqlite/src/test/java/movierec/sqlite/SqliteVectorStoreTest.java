package movierec.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import movierec.testkit.vector.VectorStoreContract;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.vector.TitleVector;
import movierec.vector.VectorStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteVectorStoreTest extends VectorStoreContract {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected VectorStore vectors() {
        return new SqliteVectorStore(fresh.database());
    }

    @Test
    void whatWasMadeOfASourcesFactsGoesWithThemAndStaysWhenTheyAreReplaced() {
        SqliteDatabase database = fresh.database();
        SqliteTitleStore titles = new SqliteTitleStore(database, InstantSource.fixed(NOON));
        Title title = Title.builder(TitleId.movie(1), "The Lantern Keeper")
                .source("tmdb", NOON)
                .build();
        Title other = Title.builder(TitleId.tv(1), "Harbour Lights")
                .source("files", NOON)
                .build();
        titles.save(List.of(title, other));
        VectorStore vectors = new SqliteVectorStore(database);
        vectors.save(List.of(vector(title.id()), vector(other.id())));

        titles.save(List.of(title.toBuilder().overview("Replaced").build()));
        assertThat(kept(vectors)).containsExactly(title.id(), other.id());

        titles.deleteBySource("tmdb");
        assertThat(kept(vectors)).containsExactly(other.id());
        titles.delete("files", List.of(other.id()));
        assertThat(kept(vectors)).isEmpty();
    }

    private static TitleVector vector(TitleId titleId) {
        return new TitleVector(titleId, "small", "hash", new float[] {1, 0});
    }

    private static List<TitleId> kept(VectorStore vectors) {
        List<TitleId> kept = new ArrayList<>();
        vectors.forEach("small", vector -> kept.add(vector.titleId()));
        return kept;
    }
}
