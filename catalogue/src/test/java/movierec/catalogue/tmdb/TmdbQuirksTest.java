package movierec.catalogue.tmdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import movierec.title.Genre;
import movierec.title.ListScope;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.WatchOffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that real answers lack or say in two ways, in invented titles. */
class TmdbQuirksTest {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();
    private static final TitleReader READER = new TitleReader(() -> Instant.EPOCH);

    private static Row row(String json) {
        try {
            return new Row(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static ListRows rows(ListScope scope, String... rows) {
        return ListRows.read(row("{'results':[" + String.join(",", rows) + "]}").rows("results"), scope, READER);
    }

    private static Title movie(String row) {
        return rows(ListScope.MOVIE, row).titles().getFirst();
    }

    private static Optional<Title> details(MediaType type, String json) {
        return new DetailBody(row(json), type).title(READER, List.of("US", "SE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "17",
                "[]",
                "'a row'",
                "{}",
                "{'title':'No number'}",
                "{'id':5}",
                "{'id':5,'title':null}",
                "{'id':5,'title':'  '}",
                "{'id':0,'title':'Zero'}",
                "{'id':-5,'title':'Negative'}",
                "{'id':99999999999,'title':'Too large'}",
                "{'id':'many','title':'A word'}",
                "{'id':1,'title':17,'genre_ids':'none'}"
            })
    void aBrokenRowIsCountedAndStopsNoOther(String broken) {
        ListRows read = rows(ListScope.MOVIE, broken, "{'id':7,'title':'The Seventh Row'}");

        assertThat(read.titles()).extracting(Title::name).containsExactly("The Seventh Row");
        assertThat(read.broken()).isEqualTo(1);
    }

    @Test
    void peopleCollectionsAndAdultTitlesAreLeftOutWithoutAWord() {
        ListRows read = rows(
                ListScope.MIXED,
                "{'id':1,'media_type':'person','name':'Ada Invented'}",
                "{'id':2,'media_type':'collection','title':'All of It'}",
                "{'id':3,'media_type':'movie','title':'Not Here','adult':true}",
                "{'id':4,'media_type':'tv','name':'The Show','adult':null}",
                "{'id':4,'media_type':'movie','title':'The Movie'}",
                "{'id':4,'media_type':'movie','title':'The Movie, Again'}");

        assertThat(read.titles()).extracting(Title::id).containsExactly(TitleId.tv(4), TitleId.movie(4));
        assertThat(read.broken()).isZero();
    }

    @Test
    void whatIsMissingNullOrEmptyIsUnknown() {
        Title missing = movie("{'id':7,'title':'Bare'}");
        Title nulls = movie("{'id':7,'title':'Bare','original_title':null,'overview':null,'poster_path':null,"
                + "'backdrop_path':null,'release_date':null,'genre_ids':null,'vote_average':null,'vote_count':null,"
                + "'popularity':null,'original_language':null}");
        Title empty = movie("{'id':7,'title':'Bare','original_title':'','overview':'','poster_path':'',"
                + "'release_date':'','genre_ids':[],'vote_average':'','original_language':''}");

        assertThat(List.of(nulls, empty)).containsOnly(missing);
        assertThat(missing)
                .isEqualTo(Title.builder(TitleId.movie(7), "Bare")
                        .source("tmdb", Instant.EPOCH)
                        .build());
    }

    @Test
    void numbersMayBeWholeOrFractionsOrTexts() {
        Title title = movie("{'id':'7','title':'Numbers','vote_average':8,'vote_count':'120','popularity':'3.5',"
                + "'genre_ids':[28,'12',4711,null]}");

        assertThat(title.id()).isEqualTo(TitleId.movie(7));
        assertThat(title.voteAverage()).isEqualTo(8.0);
        assertThat(title.voteCount()).isEqualTo(120);
        assertThat(title.popularity()).isEqualTo(3.5);
        assertThat(title.genres()).containsExactly(Genre.ACTION, Genre.ADVENTURE);
    }

    @Test
    void absurdNumbersAreUnknown() {
        Title title = movie("{'id':7,'title':'Absurd','vote_average':-1,'vote_count':-3,'popularity':'NaN'}");

        assertThat(title.voteAverage()).isZero();
        assertThat(title.voteCount()).isZero();
        assertThat(title.popularity()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29, 2024", "2023-02-29, 0", "0000-00-00, 0", "9999-01-01, 0", "2024, 0", "soon, 0"})
    void onlyRealDatesAreDates(String date, int year) {
        Title title = movie("{'id':7,'title':'Dated','release_date':'" + date + "'}");

        assertThat(title.year()).isEqualTo(year);
        assertThat(title.releaseDate()).isEqualTo(year == 0 ? "" : date);
    }

    @ParameterizedTest
    @CsvSource({
        "/abc-1_2.jpg, true",
        "abc.jpg, false",
        "/a/b.jpg, false",
        "/../secret, false",
        "/.., false",
        "/a.jpg?x=1, false",
        "//evil.example/a.jpg, false",
        "'/a b.jpg', false"
    })
    void onlyPathsThatAreSafeInAnAddressArePictures(String path, boolean safe) {
        Title title = movie("{'id':7,'title':'Seen','poster_path':'" + path + "','backdrop_path':'" + path + "'}");

        assertThat(title.posterPath()).isEqualTo(safe ? path : "");
        assertThat(title.backdropPath()).isEqualTo(safe ? path : "");
    }

    @Test
    void showsHaveKeysOfTheirOwn() {
        Title show = rows(
                        ListScope.TV,
                        "{'id':7,'name':'','original_name':'Das Original','first_air_date':'2011-04-17',"
                                + "'title':'not this','genre_ids':[10765]}")
                .titles()
                .getFirst();

        assertThat(show.name()).isEqualTo("Das Original");
        assertThat(show.year()).isEqualTo(2011);
        assertThat(show.genres()).containsExactly(Genre.SCI_FI_FANTASY);
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        Title title = movie("{'id':7,'title':'" + "🎬".repeat(400) + "','overview':'  " + "x".repeat(6000) + "'}");

        assertThat(title.name()).isEqualTo("🎬".repeat(300));
        assertThat(title.overview()).hasSize(5000);
    }

    @Test
    void detailsWithoutAnyPartAreStillATitle() {
        Title title = details(MediaType.TV, "{'id':7,'name':'Bare','credits':null,'keywords':[],'created_by':{}}")
                .orElseThrow();

        assertThat(title)
                .isEqualTo(Title.builder(TitleId.tv(7), "Bare")
                        .source("tmdb", Instant.EPOCH)
                        .detailed(true)
                        .build());
    }

    @Test
    void detailsForAdultsOrWithoutNameAreNotShown() {
        assertThat(details(MediaType.MOVIE, "{'id':7,'title':'Not Here','adult':true}"))
                .isEmpty();
        assertThat(details(MediaType.MOVIE, "{'id':7,'title':''}")).isEmpty();
    }

    @Test
    void keywordsComeInTwoShapes() {
        assertThat(details(
                                MediaType.MOVIE,
                                "{'id':7,'title':'M','keywords':{'keywords':[{'name':'robot'},{'name':''}]}}")
                        .orElseThrow()
                        .keywords())
                .containsExactly("robot");
        assertThat(details(MediaType.TV, "{'id':7,'name':'S','keywords':{'results':[{'name':'robot'},null]}}")
                        .orElseThrow()
                        .keywords())
                .containsExactly("robot");
    }

    @Test
    void theFirstTenOfTheCastAreTheTopBilled() {
        StringBuilder cast = new StringBuilder("{'name':'Without Order'}");
        for (int order = 11; order >= 0; order--) {
            cast.append(",{'name':'Player ")
                    .append(order)
                    .append("','order':")
                    .append(order)
                    .append("}");
        }

        Title movie = details(MediaType.MOVIE, "{'id':7,'title':'M','credits':{'cast':[" + cast + "]}}")
                .orElseThrow();
        Title show = details(MediaType.TV, "{'id':7,'name':'S','aggregate_credits':{'cast':[" + cast + "]}}")
                .orElseThrow();

        assertThat(movie.cast()).hasSize(10).startsWith("Player 0", "Player 1").endsWith("Player 9");
        assertThat(show.cast()).isEqualTo(movie.cast());
    }

    @Test
    void directorsAreThoseWhoDirectMoviesAndThoseWhoCreateShows() {
        String crew = "{'crew':[{'job':'Producer','name':'P'},{'job':'Director','name':'One'},"
                + "{'job':'Director','name':'Two'},{'job':'Director','name':'One'},{'job':null,'name':'Q'}]}";

        assertThat(details(MediaType.MOVIE, "{'id':7,'title':'M','credits':" + crew + "}")
                        .orElseThrow()
                        .directors())
                .containsExactly("One", "Two");
        assertThat(details(MediaType.TV, "{'id':7,'name':'S','created_by':[{'name':'Maker'}],'credits':" + crew + "}")
                        .orElseThrow()
                        .directors())
                .containsExactly("Maker");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[{'iso_3166_1':'GB','release_dates':[{'certification':'PG','type':3}]}]; ''",
                "[{'iso_3166_1':'US','release_dates':[{'certification':'','type':3}]}]; ''",
                "[{'iso_3166_1':'US','release_dates':[{'certification':'Unheard','type':3}]}]; ''",
                "[{'iso_3166_1':'US','release_dates':[{'certification':'PG','type':4},{'certification':'R','type':3}]}]; R",
                "[{'iso_3166_1':'US','release_dates':[{'certification':'','type':3},{'certification':'PG-13','type':1}]}]; PG-13",
                "[{'iso_3166_1':'DE','release_dates':[{'certification':'16'}]},{'iso_3166_1':'US','release_dates':[{'certification':' g '}]}]; G"
            })
    void aMovieIsCertifiedInTheUsByItsRunInTheatresFirst(String results, String certification) {
        assertThat(details(MediaType.MOVIE, "{'id':7,'title':'M','release_dates':{'results':" + results + "}}")
                        .orElseThrow()
                        .certification())
                .isEqualTo(certification);
    }

    @Test
    void offersAreKeptOfTheAskedRegionsWithTheirKind() {
        String providers = "{'results':{"
                + "'US':{'link':'x','flatrate':[{'provider_id':8,'provider_name':'Streamy'},{'provider_id':8}],"
                + "'buy':[{'provider_id':2,'provider_name':'Shoppy'}],'odd':[{'provider_id':3,'provider_name':'Odd'}]},"
                + "'SE':{'ads':[{'provider_id':9,'provider_name':'Addy'}],'free':null},"
                + "'DE':{'rent':[{'provider_id':4,'provider_name':'Renty'}]}}}";

        assertThat(details(MediaType.MOVIE, "{'id':7,'title':'M','watch/providers':" + providers + "}")
                        .orElseThrow()
                        .offers())
                .containsExactly(
                        new WatchOffer("US", WatchOffer.Kind.STREAM, 8, "Streamy"),
                        new WatchOffer("US", WatchOffer.Kind.BUY, 2, "Shoppy"),
                        new WatchOffer("SE", WatchOffer.Kind.ADS, 9, "Addy"));
        assertThat(details(MediaType.MOVIE, "{'id':7,'title':'M','watch/providers':{'results':[]}}")
                        .orElseThrow()
                        .offers())
                .isEmpty();
    }

    @Test
    void aShowLastsAsLongAsItsEpisodes() {
        assertThat(minutes("'episode_run_time':[0,45,60]")).isEqualTo(45);
        assertThat(minutes("'episode_run_time':[],'last_episode_to_air':{'runtime':38}"))
                .isEqualTo(38);
        assertThat(minutes("'episode_run_time':null,'last_episode_to_air':null"))
                .isZero();
    }

    private static int minutes(String fields) {
        return details(MediaType.TV, "{'id':7,'name':'S'," + fields + "}")
                .orElseThrow()
                .runtimeMinutes();
    }

    @ParameterizedTest
    @CsvSource({"tt0111161, tt0111161", "nm0000001, ''", "javascript:, ''"})
    void imdbIdsAreOfTitles(String given, String kept) {
        assertThat(details(
                                MediaType.TV,
                                "{'id':7,'name':'S','external_ids':{'imdb_id':'" + given + "','tvdb_id':null}}")
                        .orElseThrow()
                        .imdbId())
                .isEqualTo(kept);
    }
}
