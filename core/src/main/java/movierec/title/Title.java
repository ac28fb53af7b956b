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
 * @param tvdbId TheTVDB's number of a show
 * @param offers where it can be watched, in the regions that the operator asked for
 * @param source who said so: {@code sample}, {@code movielens}, {@code tmdb}, {@code files}
 * @param votesSource whose votes and popularity these are; the same as {@code source} unless facts of several sources are
 *     merged, see {@link TitleMerge}
 * @param fetchedAt when the oldest of these facts was learned from that source
 * @param detailed whether everything that the source knows was asked for, and not only what its lists say
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
        String backdropPath,
        String imdbId,
        int tvdbId,
        List<WatchOffer> offers,
        double voteAverage,
        int voteCount,
        double popularity,
        String source,
        String votesSource,
        Instant fetchedAt,
        boolean detailed) {

    public Title {
        offers = List.copyOf(offers);
        votesSource = votesSource.isEmpty() ? source : votesSource;
        genres = List.copyOf(genres);
        keywords = List.copyOf(keywords);
        directors = List.copyOf(directors);
        cast = List.copyOf(cast);
    }

    public boolean hasGenre(Genre genre) {
        return genres.contains(genre);
    }

    /** Whether the other title is the same but for when it was learned. */
    public boolean saysTheSameAs(Title other) {
        return toBuilder().source(source, other.fetchedAt).build().equals(other);
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
                .backdropPath(backdropPath)
                .externalIds(imdbId, tvdbId)
                .offers(offers)
                .votes(voteAverage, voteCount)
                .popularity(popularity)
                .votesSource(votesSource.equals(source) ? "" : votesSource)
                .source(source, fetchedAt)
                .detailed(detailed);
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
        private String backdropPath = "";
        private String imdbId = "";
        private int tvdbId;
        private List<WatchOffer> offers = List.of();
        private double voteAverage;
        private int voteCount;
        private double popularity;
        private String source = "";
        private String votesSource = "";
        private Instant fetchedAt = Instant.EPOCH;
        private boolean detailed;

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

        public Builder backdropPath(String value) {
            backdropPath = value;
            return this;
        }

        public Builder externalIds(String imdb, int tvdb) {
            imdbId = imdb;
            tvdbId = tvdb;
            return this;
        }

        public Builder offers(List<WatchOffer> value) {
            offers = value;
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

        /** Whose votes and popularity these are; empty = those of the source itself. */
        public Builder votesSource(String value) {
            votesSource = value;
            return this;
        }

        public Builder detailed(boolean value) {
            detailed = value;
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
                    backdropPath,
                    imdbId,
                    tvdbId,
                    offers,
                    voteAverage,
                    voteCount,
                    popularity,
                    source,
                    votesSource,
                    fetchedAt,
                    detailed);
        }
    }
}
