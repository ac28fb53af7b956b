package movierec.catalogue.tmdb;

import java.util.Set;
import java.util.stream.Collectors;
import movierec.faketmdb.world.FakeTitle;
import movierec.faketmdb.world.Kind;
import movierec.faketmdb.world.WorldPlan;
import movierec.testkit.title.TitleSourceContract;
import movierec.title.ListKey;
import movierec.title.ListScope;
import movierec.title.ListType;
import movierec.title.TitleId;
import movierec.title.TitleSource;
import org.junit.jupiter.api.AfterEach;

class TmdbSourceContractTest extends TitleSourceContract {
    private final TmdbFixture tmdb =
            new TmdbFixture(WorldPlan.STANDARD.withTitles(120, 90).withBrokenRows(true), TmdbFixture.FAST);

    @AfterEach
    void close() {
        tmdb.close();
    }

    @Override
    protected TitleSource source() {
        return tmdb.source;
    }

    @Override
    protected TitleId unknownTitle() {
        return TitleId.movie(42);
    }

    @Override
    protected ListKey longList() {
        return ListKey.of(ListType.POPULAR, ListScope.MOVIE);
    }

    @Override
    protected Set<TitleId> titlesOfLongList() {
        return tmdb.fake
                .world()
                .titles(Kind.MOVIE)
                .filter(title -> !title.adult())
                .map(FakeTitle::id)
                .map(TitleId::movie)
                .collect(Collectors.toSet());
    }
}
