package movierec.server;

import static movierec.server.Answers.json;
import static movierec.server.Answers.status;
import static movierec.server.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import movierec.app.Fetching.Job;
import movierec.app.Stores;
import movierec.faketmdb.Fault;
import movierec.faketmdb.Rule;
import movierec.faketmdb.world.Kind;
import movierec.faketmdb.world.WorldPlan;
import movierec.job.JobStatus.State;
import movierec.server.RunningServer.Person;
import movierec.server.json.Json;
import movierec.testkit.job.Patiently;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The catalogue lives behind the answers: it follows its source, and takes nothing from those who ask (CAT-7, CAT-8, REC-9). */
final class LivingCatalogueTest {
    private static final TitleId SAMPLE_TITLE = TitleId.movie(603);
    private static final WorldPlan PLAN =
            WorldPlan.STANDARD.withTitles(300, 150).withTraps(false);

    private final LivingWorld world = new LivingWorld(PLAN);
    private final RunningServer server = world.server;

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void servesTheListsOfTheSourceInItsOrder() throws IOException, InterruptedException {
        assertThat(world.fetch(Job.FULL).state()).isEqualTo(State.COMPLETED);

        JsonNode movies = json(200, server.get("/api/media?listType=popular&mediaType=movie"));
        JsonNode shows = json(200, server.get("/api/media?listType=popular&mediaType=tv"));

        assertThat(names(movies, "title")).isEqualTo(names(ask("/movie/popular"), "title"));
        assertThat(names(shows, "title")).isEqualTo(names(ask("/tv/popular"), "name"));
    }

    private JsonNode ask(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(world.tmdb.address() + path + "?api_key=" + LivingWorld.KEY))
                    .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> names(JsonNode page, String field) {
        List<String> names = new ArrayList<>();
        page.path("results").forEach(row -> names.add(row.path(field).asText()));
        assertThat(names).hasSize(20);
        return names;
    }

    @Test
    void fetchesTheGenresThatPeopleWantMost() {
        Person person = server.newUser();
        status(200, server.send("PATCH", "/api/user/preferences", "{\"favoriteGenres\":[\"Western\"]}", as(person)));

        assertThat(world.fetch(Job.WEEKLY).state()).isEqualTo(State.COMPLETED);

        assertThat(world.tmdb.log().entries())
                .anyMatch(asked -> asked.path().equals("/3/discover/movie")
                        && asked.query().contains("with_genres=37"));
        JsonNode westerns = json(200, server.get("/api/media?listType=genre_37"));
        assertThat(westerns.at("/results/0/titleId").asText()).contains(":1000");
    }

    @Test
    void completesATitleThatSomebodyLooksAt() {
        try (LivingWorld withTheTitle = new LivingWorld(PLAN.withFirstId(SAMPLE_TITLE.number()))) {
            Stores stores = withTheTitle.server.movierec().stores();
            assertThat(stores.titles().of("tmdb", List.of(SAMPLE_TITLE))).isEmpty();

            JsonNode before = json(200, withTheTitle.server.get("/api/titles/movie:603"));
            Patiently.await(
                    () -> !stores.titles().of("tmdb", List.of(SAMPLE_TITLE)).isEmpty());
            withTheTitle.refresh();
            JsonNode after = json(200, withTheTitle.server.get("/api/titles/movie:603"));

            String name = withTheTitle
                    .tmdb
                    .world()
                    .title(Kind.MOVIE, 603)
                    .orElseThrow()
                    .name();
            assertThat(before.path("title").asText()).isNotEqualTo(name);
            assertThat(after.path("title").asText()).isEqualTo(name);
            assertThat(withTheTitle.tmdb.log().count("/3/movie/{movie_id}")).isEqualTo(1);
        }
    }

    @Test
    void learnsTheFactsOfATitleThatSomebodyAdds() {
        Person person = server.newUser();
        TitleId unknown = TitleId.tv(1_000_005);

        JsonNode added = json(
                201,
                server.post(
                        "/api/user/favourites",
                        "{\"mediaId\":\"tv:1000005\",\"title\":\"What the client calls it\"}",
                        as(person)));
        Patiently.await(() -> world.serves(unknown));

        JsonNode favourites = json(200, server.get("/api/user/favourites", as(person)));
        assertThat(added.at("/results/0/title").asText()).isEqualTo("What the client calls it");
        assertThat(favourites.at("/results/0/title").asText())
                .isEqualTo(world.tmdb
                        .world()
                        .title(Kind.TV, 1_000_005)
                        .orElseThrow()
                        .name());
        assertThat(favourites.at("/results/0/mediaType").asText()).isEqualTo("tv");
    }

    @Test
    void asksTheSourceAtOnceWhenTheCatalogueHasTooLittle() {
        Person person = world.fan();
        status(200, server.send("PATCH", "/api/user/preferences", "{\"releaseYearStart\":2025}", as(person)));

        JsonNode list = json(200, server.get("/api/recommendations", as(person)));

        assertThat(list.path("results"))
                .hasSizeGreaterThan(5)
                .allSatisfy(row -> assertThat(row.path("release_date").asText()).startsWith("202"));
        assertThat(list.path("stage").asText()).isEqualTo("discover");
        assertThat(list.path("degraded").asBoolean()).isTrue();
        List<TitleId> found = new ArrayList<>();
        list.path("results")
                .forEach(row ->
                        found.add(TitleId.parse(row.path("titleId").asText()).orElseThrow()));
        Patiently.await(() -> found.stream().allMatch(world::serves));
        json(200, server.get("/api/titles/" + found.getFirst()));
    }

    @Test
    void doesWithoutTheSourceWhenItFailsWhileSomebodyWaits() {
        Person person = world.fan();
        status(200, server.send("PATCH", "/api/user/preferences", "{\"releaseYearStart\":2024}", as(person)));
        world.tmdb.script().add(Rule.always(new Fault.Outage()));

        JsonNode list = json(200, server.get("/api/recommendations", as(person)));

        assertThat(list.path("results")).isNotEmpty();
        assertThat(list.path("stage").asText()).isNotEqualTo("discover");
    }

    @Test
    void recommendsOnWhenTheSourceIsPurged() {
        Person person = world.fan();
        world.fetch(Job.FULL);
        Stores stores = server.movierec().stores();

        stores.references().deleteBySource("tmdb");
        stores.titleChecks().deleteBySource("tmdb");
        assertThat(stores.catalogueLists().deleteBySource("tmdb")).isPositive();
        assertThat(stores.titles().deleteBySource("tmdb")).isGreaterThan(100);
        world.refresh();

        JsonNode list = json(200, server.get("/api/recommendations", as(person)));
        assertThat(list.path("results"))
                .hasSize(20)
                .allSatisfy(row -> assertThat(row.path("titleId").asText()).doesNotContain(":1000"));
        assertThat(json(200, server.get("/api/media?listType=popular")).path("results"))
                .hasSize(20);
        assertThat(stores.titles().all())
                .extracting(Title::source)
                .containsOnly("sample")
                .hasSizeGreaterThan(100);
    }
}
