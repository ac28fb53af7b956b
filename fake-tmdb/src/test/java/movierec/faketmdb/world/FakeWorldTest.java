package movierec.faketmdb.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FakeWorldTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-10T12:00:00Z"));
    private static final int FIRST = WorldPlan.STANDARD.firstId();

    private final FakeWorld world = new FakeWorld(WorldPlan.STANDARD, CLOCK);

    @Test
    void refusesPlansThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> WorldPlan.STANDARD.withTitles(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> WorldPlan.STANDARD.withFirstId(0));
    }

    @Test
    void theSameSeedGivesTheSameTitlesAndAnotherOneOthers() {
        FakeWorld twin = new FakeWorld(WorldPlan.STANDARD, InstantSource.system());
        FakeWorld stranger = new FakeWorld(WorldPlan.STANDARD.withSeed(2), CLOCK);

        for (Kind kind : Kind.values()) {
            assertThat(twin.titles(kind).map(DetailJson::of))
                    .containsExactlyElementsOf(
                            world.titles(kind).map(DetailJson::of).toList());
            assertThat(stranger.titles(kind).map(FakeTitle::name))
                    .doesNotContainSequence(
                            world.titles(kind).map(FakeTitle::name).limit(3).toList());
        }
    }

    @Test
    void aTitleDoesNotDependOnHowManyThereAre() {
        FakeWorld large = new FakeWorld(WorldPlan.STANDARD.withTitles(1_000_000, 1_000_000), CLOCK);

        assertThat(large.title(Kind.TV, FIRST + 7)).isEqualTo(world.title(Kind.TV, FIRST + 7));
        assertThat(large.title(Kind.TV, FIRST + 999_999)).isPresent();
        assertThat(world.title(Kind.TV, FIRST + 400)).isEmpty();
        assertThat(world.title(Kind.TV, FIRST - 1)).isEmpty();
    }

    @Test
    void titlesAreBelievableAndDiffer() {
        List<FakeTitle> titles = world.titles(Kind.MOVIE).toList();
        Set<String> names = new HashSet<>();

        assertThat(titles).hasSize(1_000).allSatisfy(title -> {
            names.add(title.name());
            assertThat(title.date()).matches("|(19[5-9][0-9]|20[0-2][0-9])-[01][0-9]-[0-3][0-9]");
            assertThat(title.voteAverage()).isBetween(0.0, 9.3);
            assertThat(title.genres()).isNotEmpty().doesNotHaveDuplicates().isSubsetOf(Kind.MOVIE.genres());
            assertThat(title.voteCount() == 0).isEqualTo(title.voteAverage() == 0);
        });
        assertThat(names).hasSizeGreaterThan(990);
    }

    @Test
    void changesShowOnTheirDayInTheFeedAndInTheVotes() {
        FakeWorld still = new FakeWorld(WorldPlan.STANDARD.withDailyChanges(0), CLOCK);
        int before = still.title(Kind.TV, FIRST).orElseThrow().voteCount();
        still.change(Kind.TV, FIRST);
        still.change(Kind.TV, FIRST);
        int added = still.add(Kind.TV);
        LocalDate day = LocalDate.parse("2026-03-10");

        assertThat(still.title(Kind.TV, FIRST).orElseThrow().voteCount()).isEqualTo(before + 74);
        assertThat(added).isEqualTo(FIRST + 400);
        assertThat(still.changes(Kind.TV, day, day)).containsExactly(FIRST, added);
        assertThat(still.changes(Kind.TV, day.minusDays(9), day.minusDays(1))).isEmpty();
        assertThat(still.changes(Kind.MOVIE, day, day)).isEmpty();
    }

    @Test
    void eachDayNamesItsShareOfTitles() {
        LocalDate day = LocalDate.parse("2026-03-01");

        // 50 of 1,000 are expected; 7 is the standard deviation.
        assertThat(world.changes(Kind.MOVIE, day, day).count()).isBetween(22L, 78L);
        assertThat(world.changes(Kind.MOVIE, day, day).toArray())
                .isNotEqualTo(world.changes(Kind.MOVIE, day.plusDays(1), day.plusDays(1))
                        .toArray());
    }

    @Test
    void removedTitlesAreInNoList() {
        Lists lists = new Lists(world);
        int before = lists.popular(Kind.MOVIE).size();
        int favourite = lists.popular(Kind.MOVIE).row().apply(0).get("id").asInt();

        world.remove(Kind.MOVIE, favourite);

        assertThat(world.title(Kind.MOVIE, favourite)).isEmpty();
        assertThat(lists.popular(Kind.MOVIE).size()).isEqualTo(before - 1);
        assertThat(world.titles(Kind.MOVIE)).noneMatch(title -> title.id() == favourite);
    }

    @Test
    void picturesAreKnownByTheirNames() {
        String poster = Pictures.poster(world.title(Kind.MOVIE, FIRST).orElseThrow());

        assertThat(Pictures.exists(poster)).isTrue();
        assertThat(Pictures.exists(poster.replace("pmovie", "ptv"))).isFalse();
        assertThat(Pictures.exists("/x.jpg")).isFalse();
    }
}
