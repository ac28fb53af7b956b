package movierec.catalogue.tmdb;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import movierec.title.Genre;
import movierec.title.MediaType;
import movierec.title.SourceTerms;
import movierec.title.Title;
import movierec.title.TitleId;

/** Reads what rows of lists and details of titles have in common. */
final class TitleReader {
    static final int MAX_NAME = 300;
    private static final int MAX_OVERVIEW = 5_000;

    private final InstantSource clock;

    TitleReader(InstantSource clock) {
        this.clock = clock;
    }

    /** Nothing for rows without number or name. */
    Optional<Title.Builder> read(Row row, MediaType type) {
        boolean isMovie = type == MediaType.MOVIE;
        String originalName = row.text(isMovie ? "original_title" : "original_name", MAX_NAME);
        String translated = row.text(isMovie ? "title" : "name", MAX_NAME);
        String name = translated.isEmpty() ? originalName : translated;
        int number = row.number("id");
        if (number == 0 || name.isEmpty()) {
            return Optional.empty();
        }
        String date = row.date(isMovie ? "release_date" : "first_air_date");
        Instant now = clock.instant();
        return Optional.of(Title.builder(new TitleId(type, number), name)
                .originalName(originalName)
                .releaseDate(date)
                .year(date.isEmpty() ? 0 : Integer.parseInt(date.substring(0, 4)))
                .originalLanguage(row.text("original_language", 10))
                .overview(row.text("overview", MAX_OVERVIEW))
                .posterPath(row.picture("poster_path"))
                .backdropPath(row.picture("backdrop_path"))
                .votes(Math.min(row.decimal("vote_average"), 10), row.number("vote_count"))
                .popularity(row.decimal("popularity"))
                .source(SourceTerms.TMDB, now));
    }

    /** Those of the numbers that are genres. */
    static List<Genre> genres(List<Integer> numbers) {
        return numbers.stream()
                .map(number -> Genre.parse(Integer.toString(number)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
