package movierec.faketmdb.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recorded bodies by the path that answered them. */
final class Recordings {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, List<String>> FILES = Map.ofEntries(
            Map.entry("/3/movie/popular", List.of("movie_lists/popular")),
            Map.entry("/3/movie/top_rated", List.of("movie_lists/top_rated")),
            Map.entry("/3/tv/popular", List.of("tv_series_lists/popular")),
            Map.entry("/3/tv/top_rated", List.of("tv_series_lists/top_rated")),
            Map.entry("/3/trending/all/{time_window}", List.of("trending/all")),
            Map.entry("/3/trending/movie/{time_window}", List.of("trending/movies")),
            Map.entry("/3/trending/tv/{time_window}", List.of("trending/tv")),
            Map.entry("/3/discover/movie", List.of("discover/movies")),
            Map.entry("/3/discover/tv", List.of("discover/tv")),
            Map.entry("/3/search/multi", List.of("search/multi")),
            Map.entry("/3/search/movie", List.of("search/movie")),
            Map.entry("/3/search/tv", List.of("search/tv")),
            Map.entry("/3/find/{external_id}", List.of("find/movie_results", "find/tv_results")),
            Map.entry("/3/configuration", List.of("configuration/details")),
            Map.entry("/3/genre/movie/list", List.of("genres/movie_list")),
            Map.entry("/3/genre/tv/list", List.of("genres/tv_list")),
            Map.entry("/3/watch/providers/regions", List.of("watch_providers/available_regions")),
            Map.entry("/3/movie/changes", List.of("changes/movie_list")),
            Map.entry("/3/tv/changes", List.of("changes/tv_list")),
            Map.entry("/3/movie/{movie_id}", List.of("movies/details", "movies/latest")),
            Map.entry("/3/tv/{series_id}", List.of("tv_series/details", "tv_series/latest")));
    private static final List<String> PARTS = List.of("/3/movie/{movie_id}/", "/3/tv/{series_id}/");

    private final Path folder;

    /** @param folder one that holds folders such as {@code movie_lists} */
    Recordings(Path folder) {
        this.folder = folder;
    }

    /** @param template such as {@code /3/movie/{movie_id}/keywords} */
    List<JsonNode> bodies(String template) {
        return FILES.getOrDefault(template, part(template)).stream()
                .map(name -> folder.resolve(name + ".json"))
                .filter(Files::exists)
                .map(Recordings::read)
                .toList();
    }

    private static List<String> part(String template) {
        Map<String, String> folders = Stream.of("movies", "tv_series")
                .collect(Collectors.toMap(name -> PARTS.get(name.equals("movies") ? 0 : 1), Function.identity()));
        return PARTS.stream()
                .filter(template::startsWith)
                .map(prefix -> folders.get(prefix) + "/"
                        + template.substring(prefix.length()).replace('/', '_'))
                .toList();
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        }
    }
}
