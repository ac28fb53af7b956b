package movierec.catalogue.tmdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import movierec.title.Genre;
import movierec.title.ListScope;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.WatchOffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that we use is lost from real answers: what is decoded is compared with what the JSON says, field by field. */
class RecordedBodiesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final TitleReader READER = new TitleReader(() -> NOW);

    @ParameterizedTest
    @CsvSource({
        "movie_lists/popular, MOVIE",
        "movie_lists/top_rated, MOVIE",
        "movie_lists/now_playing, MOVIE",
        "movie_lists/upcoming, MOVIE",
        "movies/recommendations, MOVIE",
        "movies/similar, MOVIE",
        "discover/movies, MOVIE",
        "search/movie, MOVIE",
        "trending/movies, MOVIE",
        "tv_series_lists/popular, TV",
        "tv_series_lists/top_rated, TV",
        "tv_series_lists/airing_today, TV",
        "tv_series_lists/on_the_air, TV",
        "tv_series/recommendations, TV",
        "tv_series/similar, TV",
        "discover/tv, TV",
        "search/tv, TV",
        "trending/tv, TV",
        "trending/all, MIXED",
        "search/multi, MIXED"
    })
    void everyRowOfARecordedListIsDecoded(String file, ListScope scope) {
        assertRowsAreDecoded(RecordedBodies.read(file).path("results"), scope);
    }

    @ParameterizedTest
    @CsvSource({"find/movie_results, movie_results", "find/tv_results, tv_results"})
    void everyTitleFoundByAnotherIdIsDecoded(String file, String list) {
        assertRowsAreDecoded(RecordedBodies.read(file).path(list), ListScope.MIXED);
    }

    @ParameterizedTest
    @CsvSource({
        "/3/movie/popular, MOVIE",
        "/3/movie/top_rated, MOVIE",
        "/3/discover/movie, MOVIE",
        "/3/search/movie, MOVIE",
        "/3/trending/movie/{time_window}, MOVIE",
        "/3/tv/popular, TV",
        "/3/tv/top_rated, TV",
        "/3/discover/tv, TV",
        "/3/search/tv, TV",
        "/3/trending/tv/{time_window}, TV",
        "/3/trending/all/{time_window}, MIXED",
        "/3/search/multi, MIXED"
    })
    void everyRowOfAnExampleOfTheOfficialDocumentIsDecoded(String path, ListScope scope) {
        List<JsonNode> examples = RecordedBodies.examples(path);

        assertThat(examples).isNotEmpty();
        examples.forEach(example -> assertRowsAreDecoded(example.path("results"), scope));
    }

    private static void assertRowsAreDecoded(JsonNode rows, ListScope scope) {
        List<JsonNode> expected = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode row : rows) {
            String type = scope == ListScope.MIXED ? row.path("media_type").asText() : scope.name();
            boolean isTitle = type.equalsIgnoreCase("movie") || type.equalsIgnoreCase("tv");
            if (isTitle && !row.path("adult").asBoolean() && seen.add(type + row.path("id"))) {
                expected.add(row);
            }
        }

        ListRows decoded = ListRows.read(rowsOf(rows), scope, READER);

        assertThat(rows).isNotEmpty();
        assertThat(decoded.broken()).isZero();
        assertThat(decoded.titles()).hasSameSizeAs(expected);
        for (int place = 0; place < expected.size(); place++) {
            Title title = decoded.titles().get(place);
            JsonNode row = expected.get(place);
            assertHasFactsOfBoth(title, row);
            assertThat(title.genres()).isEqualTo(genres(row.path("genre_ids")));
            assertThat(title.detailed()).isFalse();
        }
    }

    private static List<Row> rowsOf(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(Row::new).toList();
    }

    /** What lists and details both say, read without any of the decoder's care. */
    private static void assertHasFactsOfBoth(Title title, JsonNode json) {
        boolean isMovie = title.id().type() == MediaType.MOVIE;
        String date = json.path(isMovie ? "release_date" : "first_air_date").asText("");
        assertThat(title.id().number()).isEqualTo(json.path("id").intValue());
        assertThat(title.name()).isEqualTo(json.path(isMovie ? "title" : "name").textValue());
        assertThat(title.originalName())
                .isEqualTo(
                        json.path(isMovie ? "original_title" : "original_name").textValue());
        assertThat(title.releaseDate()).isEqualTo(date);
        assertThat(title.year()).isEqualTo(date.isEmpty() ? 0 : Integer.parseInt(date.split("-", -1)[0]));
        assertThat(title.overview()).isEqualTo(json.path("overview").asText("").strip());
        assertThat(title.originalLanguage())
                .isEqualTo(json.path("original_language").asText(""));
        assertThat(title.posterPath()).isEqualTo(orEmpty(json.path("poster_path")));
        assertThat(title.backdropPath()).isEqualTo(orEmpty(json.path("backdrop_path")));
        assertThat(title.voteAverage()).isEqualTo(json.path("vote_average").doubleValue());
        assertThat(title.voteCount()).isEqualTo(json.path("vote_count").intValue());
        assertThat(title.popularity()).isEqualTo(json.path("popularity").doubleValue());
        assertThat(title.source()).isEqualTo("tmdb");
        assertThat(title.fetchedAt()).isEqualTo(NOW);
    }

    private static String orEmpty(JsonNode text) {
        return text.isNull() ? "" : text.asText();
    }

    private static List<Genre> genres(JsonNode numbers) {
        List<Genre> genres = new ArrayList<>();
        for (JsonNode number : numbers) {
            for (Genre genre : Genre.values()) {
                if (genre.id() == number.intValue()) {
                    genres.add(genre);
                }
            }
        }
        return genres;
    }

    @Test
    void everyPartOfRecordedMovieDetailsIsDecoded() {
        JsonNode json = RecordedBodies.read("movies/details_with_append_to_response");

        Title title = details(json, MediaType.MOVIE, offerRegions(json));

        assertHasFactsOfBoth(title, json);
        assertHasDetails(title, json, "keywords", json.path("credits").path("cast"));
        assertThat(title.runtimeMinutes()).isEqualTo(json.path("runtime").intValue());
        assertThat(title.imdbId()).isEqualTo(json.path("imdb_id").textValue());
        List<String> directors = new ArrayList<>();
        json.path("credits").path("crew").forEach(person -> {
            if (person.path("job").asText().equals("Director")) {
                directors.add(person.path("name").asText());
            }
        });
        assertThat(title.directors()).isNotEmpty().isEqualTo(directors);
    }

    @Test
    void everyPartOfRecordedShowDetailsIsDecoded() {
        JsonNode json = RecordedBodies.read("tv_series/details_with_append_to_response");

        Title title = details(json, MediaType.TV, offerRegions(json));

        assertHasFactsOfBoth(title, json);
        assertHasDetails(title, json, "results", json.path("aggregate_credits").path("cast"));
        assertThat(title.runtimeMinutes())
                .isEqualTo(json.path("episode_run_time").path(0).intValue());
        assertThat(title.imdbId())
                .isEqualTo(json.path("external_ids").path("imdb_id").textValue());
        assertThat(title.tvdbId())
                .isPositive()
                .isEqualTo(json.path("external_ids").path("tvdb_id").intValue());
        assertThat(title.certification()).isEqualTo("TV-14");
        List<String> creators = new ArrayList<>();
        json.path("created_by")
                .forEach(person -> creators.add(person.path("name").asText()));
        assertThat(title.directors()).isNotEmpty().isEqualTo(creators);
    }

    @ParameterizedTest
    @CsvSource({"movies/details, MOVIE", "tv_series/details, TV", "movies/latest, MOVIE", "tv_series/latest, TV"})
    void recordedDetailsWithoutAppendedPartsAreDecoded(String file, MediaType type) {
        JsonNode json = RecordedBodies.read(file);

        Title title = details(json, type, Set.of());

        assertHasFactsOfBoth(title, json);
        assertThat(title.detailed()).isTrue();
        assertThat(title.keywords()).isEmpty();
    }

    private static Title details(JsonNode json, MediaType type, Set<String> regions) {
        return new DetailBody(new Row(json), type)
                .title(READER, List.copyOf(regions))
                .orElseThrow();
    }

    private static void assertHasDetails(Title title, JsonNode json, String keywordList, JsonNode cast) {
        List<String> keywords = new ArrayList<>();
        json.path("keywords")
                .path(keywordList)
                .forEach(word -> keywords.add(word.path("name").asText()));
        List<Integer> genres = new ArrayList<>();
        json.path("genres").forEach(genre -> genres.add(genre.path("id").intValue()));
        // Recorded in the order of "order"; at most ten of them are kept.
        List<String> people = new ArrayList<>();
        cast.forEach(person -> people.add(person.path("name").asText()));

        assertThat(title.keywords()).isNotEmpty().isEqualTo(keywords);
        assertThat(title.genres().stream().map(Genre::id)).isNotEmpty().isEqualTo(genres);
        assertThat(title.cast()).isNotEmpty().isEqualTo(people.subList(0, Math.min(10, people.size())));
        assertThat(title.detailed()).isTrue();
        assertThat(title.offers()).isNotEmpty();
        assertThat(title.offers().stream().map(RecordedBodiesTest::offerKey))
                .containsExactlyInAnyOrderElementsOf(offers(json));
    }

    private static String offerKey(WatchOffer offer) {
        String kind = offer.kind() == WatchOffer.Kind.STREAM
                ? "flatrate"
                : offer.kind().word();
        return offer.region() + " " + kind + " " + offer.providerId() + " " + offer.provider();
    }

    private static Set<String> offerRegions(JsonNode json) {
        Set<String> regions = new TreeSet<>();
        json.path("watch/providers").path("results").fieldNames().forEachRemaining(regions::add);
        return regions;
    }

    private static Set<String> offers(JsonNode json) {
        Set<String> offers = new HashSet<>();
        json.path("watch/providers").path("results").fields().forEachRemaining(country -> country.getValue()
                .fields()
                .forEachRemaining(kind -> kind.getValue()
                        .forEach(provider -> offers.add(country.getKey() + " " + kind.getKey() + " "
                                + provider.path("provider_id") + " "
                                + provider.path("provider_name").asText()))));
        return offers;
    }

    @Test
    void recordedCertificationsOfTheUsAreRead() {
        JsonNode movie = RecordedBodies.read("movies/release_dates");
        JsonNode show = RecordedBodies.read("tv_series/content_ratings");

        assertThat(certificationOf(movie, "release_dates", MediaType.MOVIE)).isEqualTo("R");
        assertThat(certificationOf(show, "content_ratings", MediaType.TV)).isEqualTo("TV-MA");
    }

    private static String certificationOf(JsonNode part, String name, MediaType type) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.put("id", 1).put("title", "Part").put("name", "Part").set(name, part);
        return details(details, type, Set.of()).certification();
    }
}
