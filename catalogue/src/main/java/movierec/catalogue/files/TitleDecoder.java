package movierec.catalogue.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import movierec.title.Certification;
import movierec.title.Genre;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.TitleId;

/**
 * Makes titles of what rows say, leniently: a fact that cannot be read is unknown. Only the number and the name must be
 * there.
 */
final class TitleDecoder {
    private static final int MAX_NAME = 300;
    private static final int MAX_OVERVIEW = 5_000;
    private static final int MAX_WORD = 100;
    private static final int MAX_KEYWORDS = 100;
    private static final int MAX_PEOPLE = 10;
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2200;
    private static final Pattern IMDB = Pattern.compile("tt[0-9]{5,10}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Set<String> MOVIE_WORDS = Set.of("movie", "film");
    private static final Set<String> SHOW_WORDS = Set.of("tv", "show", "tvshow", "series", "tvseries");

    private static final String[] ID = {"titleId", "id"};
    private static final String[] NUMBER = {"tmdbId", "tmdb"};
    private static final String[] TYPE = {"mediaType", "type", "kind"};

    private TitleDecoder() {}

    /** What a row is: a title, or nothing for a reason. */
    sealed interface Decoded {}

    record Usable(Title title) implements Decoded {}

    record Unusable(String reason) implements Decoded {}

    /** Whether rows with these columns can be titles at all. */
    static boolean canRead(List<String> columns) {
        Set<String> known = new LinkedHashSet<>();
        columns.forEach(column -> known.add(Facts.plain(column)));
        return Stream.of(ID, NUMBER).flatMap(Stream::of).map(Facts::plain).anyMatch(known::contains);
    }

    static Decoded decode(Facts facts) {
        String typeWord = Facts.plain(facts.text(TYPE));
        Optional<MediaType> type = type(typeWord);
        if (type.isEmpty() && !typeWord.isEmpty()) {
            return new Unusable("its type is neither movie nor tv");
        }
        Optional<TitleId> id = id(facts, type.orElse(MediaType.MOVIE));
        if (id.isEmpty()) {
            return new Unusable(whyWithoutId(facts));
        }
        if (type.isPresent() && type.get() != id.get().type()) {
            return new Unusable("its type contradicts its titleId");
        }
        String name = cut(facts.text("title", "name", "originalTitle", "originalName"), MAX_NAME);
        return name.isEmpty() ? new Unusable("it has no title") : new Usable(title(id.get(), name, facts));
    }

    private static Optional<MediaType> type(String word) {
        if (MOVIE_WORDS.contains(word)) {
            return Optional.of(MediaType.MOVIE);
        }
        return SHOW_WORDS.contains(word) ? Optional.of(MediaType.TV) : Optional.empty();
    }

    private static Optional<TitleId> id(Facts facts, MediaType type) {
        String written = facts.text("titleId");
        if (written.isEmpty() && facts.text("id").contains(":")) {
            written = facts.text("id");
        }
        if (!written.isEmpty()) {
            return TitleId.parse(written.toLowerCase(Locale.ROOT), type);
        }
        int number = Numbers.whole(facts.text(NUMBER));
        return number > 0 ? Optional.of(new TitleId(type, number)) : Optional.empty();
    }

    private static String whyWithoutId(Facts facts) {
        if (!facts.text("titleId").isEmpty() || !facts.text(NUMBER).isEmpty()) {
            return "its TMDB number is no positive whole number";
        }
        return facts.text("imdbId", "imdb").isEmpty()
                ? "it has no TMDB number (titleId, or mediaType and tmdbId)"
                : "it has an IMDb id but no TMDB number, and numbers are not looked up";
    }

    private static Title title(TitleId id, String name, Facts facts) {
        String date = date(facts.text("releaseDate", "firstAirDate", "premiered", "aired"));
        int year = Numbers.first(facts.text("year"));
        Genres genres = Genres.of(facts.texts("genres", "genre", "genreIds"));
        List<String> keywords = new ArrayList<>(facts.texts("keywords", "keyword", "tags", "tag"));
        keywords.addAll(genres.unknown());
        return Title.builder(id, name)
                .originalName(cut(facts.text("originalTitle", "originalName"), MAX_NAME))
                .releaseDate(date)
                .year(isYear(year) ? year : date.isEmpty() ? 0 : Integer.parseInt(date.substring(0, 4)))
                .genres(genres.known())
                .keywords(words(keywords, MAX_KEYWORDS))
                .directors(words(facts.texts("directors", "director", "creators", "createdBy"), MAX_PEOPLE))
                .cast(words(facts.texts("cast", "actors", "actor"), MAX_PEOPLE))
                .originalLanguage(language(facts.text("originalLanguage", "language")))
                .runtimeMinutes(Numbers.first(facts.text("runtimeMinutes", "runtime")))
                .certification(certification(facts.text("certification", "mpaa")))
                .overview(cut(facts.text("overview", "plot", "description", "outline"), MAX_OVERVIEW))
                .externalIds(imdb(facts.text("imdbId", "imdb")), Numbers.whole(facts.text("tvdbId", "tvdb")))
                .votes(
                        Math.min(Numbers.decimal(facts.text("voteAverage")), 10),
                        Numbers.whole(facts.text("voteCount", "votes")))
                .popularity(Numbers.decimal(facts.text("popularity")))
                .detailed(true)
                .build();
    }

    /** Genres that are known here, and the names of those that are not. */
    private record Genres(List<Genre> known, List<String> unknown) {
        static Genres of(List<String> texts) {
            Set<Genre> known = new LinkedHashSet<>();
            List<String> unknown = new ArrayList<>();
            for (String text : texts) {
                Optional<Genre> genre = Genre.parse(text);
                genre.ifPresent(known::add);
                if (genre.isEmpty() && text.chars().anyMatch(Character::isLetter)) {
                    unknown.add(text.toLowerCase(Locale.ROOT));
                }
            }
            return new Genres(List.copyOf(known), unknown);
        }
    }

    private static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static String date(String text) {
        String day = text.length() > 10 ? text.substring(0, 10) : text;
        try {
            return isYear(LocalDate.parse(day).getYear()) ? day : "";
        } catch (DateTimeException notADate) {
            return "";
        }
    }

    private static List<String> words(List<String> texts, int most) {
        return texts.stream()
                .map(text -> cut(text, MAX_WORD))
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(most)
                .toList();
    }

    /** Other countries use the same letters for other ages, so only what media centres write for the US counts. */
    private static String certification(String text) {
        String plain = text.toUpperCase(Locale.ROOT)
                .replaceFirst("^US:", "")
                .replaceFirst("^RATED ", "")
                .strip();
        return Certification.isKnown(plain) ? plain : "";
    }

    private static String language(String text) {
        String code = text.toLowerCase(Locale.ROOT);
        return LANGUAGE.matcher(code).matches() ? code : "";
    }

    private static String imdb(String text) {
        return IMDB.matcher(text).matches() ? text : "";
    }

    /** Without control signs but line ends, and not longer than allowed. */
    private static String cut(String text, int maxLength) {
        String plain = text.replaceAll("[\\p{Cntrl}&&[^\\n]]+", " ").strip();
        return plain.codePointCount(0, plain.length()) <= maxLength
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, maxLength)).strip();
    }
}
