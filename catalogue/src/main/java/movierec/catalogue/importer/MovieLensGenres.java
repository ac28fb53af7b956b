package movierec.catalogue.importer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import movierec.title.Genre;

/**
 * MovieLens genres in the words of our catalogue.
 *
 * @param keywords for what is a genre there and a keyword here
 */
record MovieLensGenres(List<Genre> genres, List<String> keywords) {
    /** The order of the flags in {@code u.item}; the first, "unknown", says nothing. */
    static final List<String> FLAGS = List.of(
            "",
            "Action",
            "Adventure",
            "Animation",
            "Children's",
            "Comedy",
            "Crime",
            "Documentary",
            "Drama",
            "Fantasy",
            "Film-Noir",
            "Horror",
            "Musical",
            "Mystery",
            "Romance",
            "Sci-Fi",
            "Thriller",
            "War",
            "Western");

    MovieLensGenres {
        genres = List.copyOf(genres);
        keywords = List.copyOf(keywords);
    }

    /** Names that mean nothing here, such as {@code IMAX} and {@code (no genres listed)}, are dropped. */
    static MovieLensGenres of(List<String> names) {
        Set<Genre> genres = new LinkedHashSet<>();
        List<String> keywords = new ArrayList<>();
        for (String name : names) {
            switch (name) {
                case "Children", "Children's" -> genres.add(Genre.FAMILY);
                case "Musical" -> genres.add(Genre.MUSIC);
                case "Film-Noir" -> {
                    genres.add(Genre.CRIME);
                    keywords.add("film noir");
                }
                default -> Genre.parse(name).ifPresent(genres::add);
            }
        }
        return new MovieLensGenres(List.copyOf(genres), keywords);
    }
}
