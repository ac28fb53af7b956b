package movierec.faketmdb.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import movierec.faketmdb.TmdbData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker finds what it shall find. */
class OpenApiCheckTest {
    private final OpenApiCheck check = OpenApiCheck.of(TmdbData.folder());

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(wrong);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/3/movie/popular, pages, 1, has no parameter pages",
        "/3/movie/popular, page, first, cannot be",
        "/3/movie/popular, language, '', cannot be",
        "/3/tv/popular, region, US, has no parameter region",
        "/3/discover/movie, vote_average.gte, seven, cannot be",
        "/3/discover/movie, include_adult, no, cannot be",
        "/3/discover/movie, sort_by, first_air_date.desc, cannot be",
        "/3/discover/tv, with_genres_all, 18, has no parameter",
        "/3/trending/all/month, page, 1, cannot be",
        "/3/search/multi, page, 1, missing parameter query",
        "/3/movie/abc, language, en-US, cannot be",
        "/3/movie/550, append_to_response, 'credits,content_ratings', has no part content_ratings",
        "/3/movies/550, language, en-US, no such path",
        "/3/movie/550, movie_id, 550, has no parameter"
    })
    void findsWrongRequests(String path, String parameter, String value, String problem) {
        assertThat(check.request(path, Map.of(parameter, value)))
                .singleElement()
                .asString()
                .contains(problem);
    }

    @Test
    void findsTooManyParts() {
        String parts = String.join(
                ",",
                "account_states,alternative_titles,changes,credits,external_ids,images,keywords,lists,recommendations",
                "release_dates,reviews,similar,translations,videos,watch/providers,a,b,c,d,e,f");

        assertThat(check.request("/3/movie/550", Map.of("append_to_response", parts)))
                .contains("21 appended parts");
    }

    @Test
    void letsGoodRequestsPass() {
        assertThat(check.request("/3/trending/all/day", Map.of("page", "2", "api_key", "x")))
                .isEmpty();
        assertThat(check.request("/3/find/tt123", Map.of("external_source", "imdb_id")))
                .isEmpty();
        assertThat(check.request("/3/movie/550", Map.of("append_to_response", "credits,watch/providers")))
                .isEmpty();
        assertThat(check.request(
                        "/3/discover/movie", Map.of("vote_average.gte", "7.5", "sort_by", "vote_average.desc")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'page':'1'} | /page is STRING",
                "{'pages':1} | /pages is not known",
                "{'results':{}} | /results is OBJECT",
                "{'results':[{'id':'many'}]} | /results[]/id is STRING",
                "{'results':[{'id':1.5}]} | /results[]/id is NUMBER",
                "{'results':[{'vote_count':3.5}]} | /results[]/vote_count is NUMBER",
                "{'results':[{'title':17}]} | /results[]/title is INTEGER",
                "{'results':[{'genre_ids':['Drama']}]} | /results[]/genre_ids[] is STRING",
                "{'results':[{'media_type':'movie'}]} | /results[]/media_type is not known",
                "{'results':[{'name':'A show'}]} | /results[]/name is not known",
                "[] | no object"
            })
    void findsWrongBodies(String body, String problem) {
        assertThat(check.answer("/3/movie/popular", Map.of(), json(body)))
                .singleElement()
                .asString()
                .contains(problem);
    }

    @Test
    void checksAppendedPartsAgainstTheirOwnPath() {
        Map<String, String> query = Map.of("append_to_response", "keywords,watch/providers");

        assertThat(check.answer("/3/movie/1", query, json("{'id':1,'keywords':{'keywords':[{'id':1,'name':'a'}]}}")))
                .isEmpty();
        assertThat(check.answer("/3/movie/1", query, json("{'id':1,'keywords':{'results':[]}}")))
                .containsExactly("keywords/results is not known");
        assertThat(check.answer("/3/movie/1", Map.of(), json("{'id':1,'keywords':{'keywords':[]}}")))
                .containsExactly("/keywords is not known");
        assertThat(check.answer(
                        "/3/movie/1", query, json("{'watch/providers':{'results':{'ZZ':{'rent':[{'logo':1}]}}}}")))
                .containsExactly("watch/providers/results/ZZ/rent[]/logo is not known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/3/movie/popular",
                "/3/tv/top_rated",
                "/3/trending/all/day",
                "/3/discover/tv",
                "/3/search/multi",
                "/3/find/tt1",
                "/3/movie/550",
                "/3/tv/1399",
                "/3/tv/1399/aggregate_credits",
                "/3/movie/550/watch/providers",
                "/3/movie/550/recommendations"
            })
    void knowsARecordedBodyOfEachPathAndLetsItPass(String path) {
        String template = path.replaceFirst("tv/[0-9]+", "tv/{series_id}")
                .replaceFirst("movie/[0-9]+", "movie/{movie_id}")
                .replaceFirst("day$", "{time_window}")
                .replaceFirst("find/.*", "find/{external_id}");
        Recordings recordings = new Recordings(TmdbData.folder().resolve("c-eg_themoviedbapi"));

        assertThat(recordings.bodies(template)).isNotEmpty().allSatisfy(body -> assertThat(
                        check.answer(path, Map.of(), body))
                .isEmpty());
    }
}
