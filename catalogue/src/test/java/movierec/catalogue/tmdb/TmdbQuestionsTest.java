package movierec.catalogue.tmdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import movierec.faketmdb.openapi.OpenApiCheck;
import movierec.faketmdb.world.WorldPlan;
import movierec.recommend.Askers;
import movierec.recommend.MediaFilter;
import movierec.taste.Preferences;
import movierec.title.Genre;
import movierec.title.ListKey;
import movierec.title.ListScope;
import movierec.title.ListType;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.TitleSource.JobKind;
import movierec.title.TitleSource.PagePlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of request that is ever sent is valid by TMDB's own document. */
class TmdbQuestionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @ValueSource(strings = {TmdbFixture.KEY, TmdbFixture.TOKEN})
    void everyQuestionIsAsTmdbDocumentsIt(String credential) {
        OpenApiCheck document = OpenApiCheck.of(RecordedBodies.folder());
        try (TmdbFixture tmdb =
                new TmdbFixture(WorldPlan.STANDARD, TmdbFixture.FAST, TmdbQuestionsTest::inSweden, credential)) {
            askEverything(tmdb);

            assertThat(tmdb.arrived()).hasSizeGreaterThan(60).allSatisfy(entry -> {
                assertThat(entry.method()).isEqualTo("GET");
                assertThat(entry.status()).isEqualTo(200);
                assertThat(document.request(entry.path(), query(entry.query())))
                        .as("%s %s", entry.path(), entry.query())
                        .isEmpty();
            });
        }
    }

    private static TmdbSettings inSweden(TmdbSettings settings) {
        return new TmdbSettings(
                settings.baseUrl(), settings.exportsUrl(), "sv-SE", "SE", "day", List.of("SE"), settings.limits());
    }

    private static void askEverything(TmdbFixture tmdb) {
        tmdb.source.reference();
        for (List<Genre> wanted : List.of(List.<Genre>of(), List.of(Genre.KIDS, Genre.TALK, Genre.WAR_POLITICS))) {
            for (PagePlan pages : tmdb.source.plan(JobKind.FULL, wanted)) {
                tmdb.source.page(pages.list(), 1);
                tmdb.source.page(pages.list(), 2);
            }
        }
        for (MediaType type : MediaType.values()) {
            tmdb.source.changes(type, TODAY.minusDays(3), TODAY, id -> {});
            Title title = tmdb.source
                    .page(ListKey.of(ListType.POPULAR, ListScope.of(type)), 1)
                    .titles()
                    .getFirst();
            tmdb.source.details(title.id(), "\"an etag\"");
        }
        TmdbLive live = new TmdbLive(tmdb.client, tmdb.clock, name -> List.of(8, 9), titles -> {});
        for (Preferences wishes : List.of(Preferences.DEFAULTS, Wishes.ofEveryKind(""))) {
            live.discover(Askers.who(wishes, MediaFilter.BOTH, Set.of()), 10);
            live.discover(Askers.who(wishes, MediaFilter.TV, Set.of()), 30);
        }
    }

    private static Map<String, String> query(String raw) {
        return Arrays.stream(raw.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
