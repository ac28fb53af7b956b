package movierec.catalogue.tmdb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import movierec.title.Certification;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.WatchOffer;

/** Reads everything TMDB knows about one title: the answer to a question for details with its appended parts. */
final class DetailBody {
    private static final int MAX_CAST = 10;
    private static final int MAX_KEYWORDS = 100;
    private static final int MAX_WORD = 100;
    private static final int THEATRICAL = 3;
    private static final Pattern IMDB = Pattern.compile("tt[0-9]{5,10}");

    /** TMDB's words for the ways to watch, cheapest first. */
    private static final List<Map.Entry<String, WatchOffer.Kind>> OFFERS = List.of(
            Map.entry("flatrate", WatchOffer.Kind.STREAM),
            Map.entry("free", WatchOffer.Kind.FREE),
            Map.entry("ads", WatchOffer.Kind.ADS),
            Map.entry("rent", WatchOffer.Kind.RENT),
            Map.entry("buy", WatchOffer.Kind.BUY));

    private final Row row;
    private final MediaType type;

    DetailBody(Row row, MediaType type) {
        this.row = row;
        this.type = type;
    }

    /** What to append so that one call answers everything. */
    static String parts(MediaType type) {
        return switch (type) {
            case MOVIE -> "credits,keywords,release_dates,watch/providers,external_ids";
            case TV -> "aggregate_credits,keywords,content_ratings,watch/providers,external_ids";
        };
    }

    /** Nothing for titles that are not shown: adult ones, and those without a name. */
    Optional<Title> title(TitleReader reader, List<String> providerRegions) {
        if (row.flag("adult")) {
            return Optional.empty();
        }
        return reader.read(row, type).map(builder -> builder.genres(TitleReader.genres(genreNumbers()))
                .keywords(keywords())
                .directors(directors())
                .cast(cast())
                .runtimeMinutes(runtime())
                .certification(certification())
                .externalIds(imdbId(), row.row("external_ids").number("tvdb_id"))
                .offers(offers(providerRegions))
                .detailed(true)
                .build());
    }

    private List<Integer> genreNumbers() {
        return row.rows("genres").stream()
                .map(genre -> genre.number("id"))
                .filter(number -> number > 0)
                .toList();
    }

    private List<String> keywords() {
        String list = type == MediaType.MOVIE ? "keywords" : "results";
        return row.row("keywords").texts(list, "name", MAX_WORD).stream()
                .limit(MAX_KEYWORDS)
                .toList();
    }

    private List<String> directors() {
        if (type == MediaType.TV) {
            return row.texts("created_by", "name", MAX_WORD);
        }
        return row.row("credits").rows("crew").stream()
                .filter(person -> person.text("job", MAX_WORD).equals("Director"))
                .map(person -> person.text("name", MAX_WORD))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> cast() {
        Row credits = row.row(type == MediaType.MOVIE ? "credits" : "aggregate_credits");
        return credits.rows("cast").stream()
                .filter(person -> !person.text("name", MAX_WORD).isEmpty())
                .sorted(Comparator.comparingInt(
                        person -> person.has("order") ? person.number("order") : Integer.MAX_VALUE))
                .map(person -> person.text("name", MAX_WORD))
                .distinct()
                .limit(MAX_CAST)
                .toList();
    }

    private int runtime() {
        if (type == MediaType.MOVIE) {
            return row.number("runtime");
        }
        // Newer shows have no usual running time any more, but their episodes have one.
        return row.numbers("episode_run_time").stream().findFirst().orElseGet(() -> row.row("last_episode_to_air")
                .number("runtime"));
    }

    /** Other countries use the same letters for other ages, so only the US speak. */
    private String certification() {
        Row countries = row.row(type == MediaType.MOVIE ? "release_dates" : "content_ratings");
        List<String> said = new ArrayList<>();
        for (Row country : countries.rows("results")) {
            if (country.text("iso_3166_1", 2).equals("US")) {
                said.add(country.text("rating", 10));
                country.rows("release_dates").stream()
                        .sorted(Comparator.comparing(release -> release.number("type") != THEATRICAL))
                        .forEach(release -> said.add(release.text("certification", 10)));
            }
        }
        return said.stream()
                .filter(Certification::isKnown)
                .findFirst()
                .map(known -> known.toUpperCase(Locale.ROOT))
                .orElse("");
    }

    private String imdbId() {
        String own = row.text("imdb_id", 20);
        String id = own.isEmpty() ? row.row("external_ids").text("imdb_id", 20) : own;
        return IMDB.matcher(id).matches() ? id : "";
    }

    private List<WatchOffer> offers(List<String> regions) {
        Row countries = row.row("watch/providers").row("results");
        Set<WatchOffer> offers = new LinkedHashSet<>();
        for (String region : regions) {
            for (Map.Entry<String, WatchOffer.Kind> kind : OFFERS) {
                for (Row provider : countries.row(region).rows(kind.getKey())) {
                    int number = provider.number("provider_id");
                    String name = provider.text("provider_name", MAX_WORD);
                    if (number > 0 && !name.isEmpty()) {
                        offers.add(new WatchOffer(region, kind.getValue(), number, name));
                    }
                }
            }
        }
        return List.copyOf(offers);
    }
}
