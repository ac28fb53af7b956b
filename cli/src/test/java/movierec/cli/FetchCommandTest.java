package movierec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import movierec.app.ConfigLoader;
import movierec.app.Meters;
import movierec.app.Movierec;
import movierec.app.Wiring;
import movierec.faketmdb.FakeSettings;
import movierec.faketmdb.FakeTmdb;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.Kind;
import movierec.faketmdb.world.WorldPlan;
import movierec.identity.UserId;
import movierec.recommend.Ask;
import movierec.recommend.Profile;
import movierec.title.Title;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code movierec fetch} against a TMDB of invented titles (CAT-4, CAT-5, CAT-6, CAT-9). */
class FetchCommandTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String FORMER_KEY = "fedcba9876543210fedcba9876543210";

    @TempDir
    private Path data;

    private final FakeTmdb tmdb = FakeTmdb.start(
            FakeWorld.of(WorldPlan.STANDARD.withTitles(300, 150)), FakeSettings.DEFAULT.withCredential(KEY));

    @AfterEach
    void stop() {
        tmdb.close();
    }

    private Ran fetch(String... arguments) {
        return with(KEY, arguments);
    }

    private Ran with(String key, String... arguments) {
        Map<String, String> environment = new HashMap<>(
                Map.of("TMDB_BASE_URL", tmdb.address().toString(), "MOVIEREC_TMDB_REQUESTS_PER_SECOND", "1000"));
        environment.put("TMDB_API_KEY", key);
        String[] all = new String[arguments.length + 1];
        all[0] = "fetch";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Ran.with(environment, "", data, all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hourly", "fetch", "train", "1"})
    void refusesAJobThatThereIsNot(String job) {
        Ran ran = fetch(job);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(job).containsIgnoringCase("daily").doesNotContain("\tat ");
        assertThat(tmdb.log().count()).isZero();
    }

    @Test
    void refusesToAskForNothing() {
        Ran ran = fetch("grow", "--titles", "0");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--titles");
    }

    @Test
    void saysWhatIsMissingWhereNoSourceIsSetUp() {
        Ran ran = Ran.in(data, "fetch", "daily");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().strip().lines()).hasSize(1);
        assertThat(ran.err()).contains("There is no source to fetch from: set TMDB_API_KEY");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void saysThatTheCredentialIsRefusedAndDoesNotShowIt() {
        Ran ran = with(FORMER_KEY, "full");
        Ran json = with(FORMER_KEY, "full", "--json");

        for (Ran one : List.of(ran, json)) {
            assertThat(one.exitCode()).isEqualTo(1);
            assertThat(one.err()).contains("fetch-full is not complete", "does not accept the credential", "HTTP 401");
            assertThat(one.err() + one.out()).doesNotContain(FORMER_KEY).doesNotContain("\tat ");
        }
        assertThat(json.json().at("/runs/0/state").asText()).isEqualTo("stopped");
        assertThat(tmdb.log().count()).isEqualTo(2);
    }

    @Test
    void fetchesEverythingAndSumsUpWhatItCost() {
        Ran ran = fetch("full");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out().lines())
                .anyMatch(line -> line.matches("state +completed"))
                .anyMatch(line -> line.matches("pages +25"))
                .anyMatch(line -> line.matches("lists replaced +\\d+"))
                .anyMatch(line -> line.matches("/movie/popular +ok +2"))
                .anyMatch(line -> line.matches("/tv/top_rated +ok +2"))
                .anyMatch(line -> line.matches("/discover/movie +ok +\\d+"))
                .anyMatch(line -> line.matches("/configuration +ok +1"));
        assertThat(tmdb.log().count("/3/genre/movie/list")).isEqualTo(1);
        assertThat(ran.out()).doesNotContain(KEY);
    }

    @Test
    void asksOnlyForWhatIsStale() {
        JsonNode first = fetch("daily", "--json").json().at("/runs/0");
        int asked = tmdb.log().count();
        JsonNode second = fetch("daily", "--json").json().at("/runs/0");

        assertThat(first.at("/counts/pages").asInt()).isEqualTo(7);
        assertThat(first.at("/counts/titles fetched").asInt()).isPositive();
        assertThat(second.at("/state").asText()).isEqualTo("completed");
        assertThat(second.at("/counts/lists fresh").asInt()).isEqualTo(5);
        assertThat(second.at("/counts").has("titles fetched")).isFalse();
        assertThat(second.at("/calls")).isEmpty();
        assertThat(tmdb.log().count()).isEqualTo(asked);
    }

    @Test
    void growsByAsManyTitlesAsIsSaid() {
        JsonNode run = fetch("grow", "--titles", "12", "--json").json().at("/runs/0");

        assertThat(run.at("/job").asText()).isEqualTo("fetch-grow");
        assertThat(run.at("/state").asText()).isEqualTo("completed");
        assertThat(run.at("/counts/titles fetched").asInt()
                        + run.at("/counts/titles gone").asInt())
                .isEqualTo(12);
    }

    @Test
    void printsTheSameFieldsForEveryRun() {
        JsonNode report = fetch("weekly", "--json").json();

        assertThat(report.fieldNames()).toIterable().containsExactly("runs");
        assertThat(report.at("/runs")).hasSize(1);
        JsonNode run = report.at("/runs/0");
        assertThat(run.fieldNames())
                .toIterable()
                .containsExactly("job", "state", "startedAt", "endedAt", "counts", "calls", "message");
        assertThat(run.at("/calls")).isNotEmpty().allSatisfy(call -> {
            assertThat(call.fieldNames()).toIterable().containsExactlyInAnyOrder("endpoint", "outcome", "times");
            assertThat(call.at("/times").asInt()).isPositive();
        });
        int discovered = 0;
        for (JsonNode call : run.at("/calls")) {
            discovered += call.at("/endpoint").asText().startsWith("/discover/")
                    ? call.at("/times").asInt()
                    : 0;
        }
        assertThat(discovered).isEqualTo(14);
    }

    @Test
    void whatIsPurgedLeavesNoRowAndRecommendationsGoOn() {
        assertThat(fetch("full").exitCode()).isZero();
        String invented =
                tmdb.world().titles(Kind.MOVIE).findFirst().orElseThrow().name();

        JsonNode purged = Ran.in(data, "purge", "--source", "tmdb", "--json").json();

        assertThat(purged.at("/deletedTitles").asInt()).isPositive();
        assertThat(purged.at("/deletedLists").asInt()).isPositive();
        assertThat(purged.at("/deletedChecks").asInt()).isPositive();
        assertThat(purged.at("/deletedReference").asBoolean()).isTrue();
        try (Movierec movierec =
                Wiring.open(ConfigLoader.defaults(data, Map.of()), InstantSource.system(), Meters.NONE)) {
            assertThat(movierec.stores().titles().all())
                    .isNotEmpty()
                    .allMatch(title -> !title.source().equals("tmdb")
                            && !title.votesSource().equals("tmdb"))
                    .extracting(Title::name)
                    .doesNotContain(invented);
            assertThat(movierec.stores().catalogueLists().all()).isEmpty();
            assertThat(movierec.stores().references().find("tmdb")).isEmpty();
            assertThat(movierec.recommender()
                            .titles()
                            .recommend(Ask.of(new UserId("somebody"), Profile.BLEND, 20))
                            .titles())
                    .hasSize(20);
        }
        JsonNode again = Ran.in(data, "purge", "--source", "tmdb", "--json").json();
        assertThat(again.at("/deletedTitles").asInt()).isZero();
        assertThat(again.at("/deletedReference").asBoolean()).isFalse();
    }
}
