package movierec.title;

import java.time.Instant;
import java.util.List;

/**
 * What the catalogue knows about a movie or show. Unknown texts are empty, unknown numbers are 0.
 *
 * @param year year of first release or first airing
 * @param releaseDate ISO date, or empty
 * @param directors directors of a movie, creators of a show
 * @param certification US certification such as {@code PG-13} or {@code TV-MA}
 * @param voteAverage mean vote, 0 to 10
 * @param popularity higher is more popular; comparable within one catalogue only
 * @param source who said so: {@code sample}, {@code movielens}, {@code tmdb}
 * @param fetchedAt when it was learned from that source
 */
public record Title(
        TitleId id,
        String name,
        String originalName,
        int year,
        String releaseDate,
        List<Genre> genres,
        List<String> keywords,
        List<String> directors,
        List<String> cast,
        String originalLanguage,
        int runtimeMinutes,
        String certification,
        String overview,
        String posterPath,
        double voteAverage,
        int voteCount,
        double popularity,
        String source,
        Instant fetchedAt) {

    public Title {
        genres = List.copyOf(genres);
        keywords = List.copyOf(keywords);
        directors = List.copyOf(directors);
        cast = List.copyOf(cast);
    }

    public boolean hasGenre(Genre genre) {
        return genres.contains(genre);
    }

    public static Builder builder(TitleId id, String name) {
        return new Builder(id, name);
    }

    public Builder toBuilder() {
        return new Builder(id, name)
                .originalName(originalName)
                .year(year)
                .releaseDate(releaseDate)
                .genres(genres)
                .keywords(keywords)
                .directors(directors)
                .cast(cast)
                .originalLanguage(originalLanguage)
                .runtimeMinutes(runtimeMinutes)
                .certification(certification)
                .overview(overview)
                .posterPath(posterPath)
                .votes(voteAverage, voteCount)
                .popularity(popularity)
                .source(source, fetchedAt);
    }

    /** Builds a title step by step; what is not set is unknown. Not thread-safe. */
    public static final class Builder {
        private final TitleId id;
        private final String name;
        private String originalName = "";
        private int year;
        private String releaseDate = "";
        private List<Genre> genres = List.of();
        private List<String> keywords = List.of();
        private List<String> directors = List.of();
        private List<String> cast = List.of();
        private String originalLanguage = "";
        private int runtimeMinutes;
        private String certification = "";
        private String overview = "";
        private String posterPath = "";
        private double voteAverage;
        private int voteCount;
        private double popularity;
        private String source = "";
        private Instant fetchedAt = Instant.EPOCH;

        private Builder(TitleId id, String name) {
            this.id = id;
            this.name = name;
        }

        public Builder originalName(String value) {
            originalName = value;
            return this;
        }

        public Builder year(int value) {
            year = value;
            return this;
        }

        public Builder releaseDate(String value) {
            releaseDate = value;
            return this;
        }

        public Builder genres(List<Genre> value) {
            genres = value;
            return this;
        }

        public Builder keywords(List<String> value) {
            keywords = value;
            return this;
        }

        public Builder directors(List<String> value) {
            directors = value;
            return this;
        }

        public Builder cast(List<String> value) {
            cast = value;
            return this;
        }

        public Builder originalLanguage(String value) {
            originalLanguage = value;
            return this;
        }

        public Builder runtimeMinutes(int value) {
            runtimeMinutes = value;
            return this;
        }

        public Builder certification(String value) {
            certification = value;
            return this;
        }

        public Builder overview(String value) {
            overview = value;
            return this;
        }

        public Builder posterPath(String value) {
            posterPath = value;
            return this;
        }

        public Builder votes(double average, int count) {
            voteAverage = average;
            voteCount = count;
            return this;
        }

        public Builder popularity(double value) {
            popularity = value;
            return this;
        }

        public Builder source(String value, Instant at) {
            source = value;
            fetchedAt = at;
            return this;
        }

        public Title build() {
            return new Title(
                    id,
                    name,
                    originalName,
                    year,
                    releaseDate,
                    genres,
                    keywords,
                    directors,
                    cast,
                    originalLanguage,
                    runtimeMinutes,
                    certification,
                    overview,
                    posterPath,
                    voteAverage,
                    voteCount,
                    popularity,
                    source,
                    fetchedAt);
        }
    }
}
