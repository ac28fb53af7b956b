package movierec.faketmdb.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What can be appended to details, or asked for by itself. */
final class PartJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int FIRST_KEYWORD_ID = 400_001;
    /** TMDB's types of releases: 1 premiere, 2 limited, 3 theatrical, 4 digital, 5 physical, 6 TV. */
    private static final int THEATRICAL = 3;

    private PartJson() {}

    /** @param name such as {@code watch/providers} */
    static Optional<ObjectNode> of(FakeTitle title, String name) {
        boolean movie = title.kind() == Kind.MOVIE;
        return switch (name) {
            case "credits" -> Optional.of(CreditJson.credits(title));
            case "aggregate_credits" -> movie ? Optional.empty() : Optional.of(CreditJson.aggregate(title));
            case "keywords" -> Optional.of(keywords(title));
            case "release_dates" -> movie ? Optional.of(releaseDates(title)) : Optional.empty();
            case "content_ratings" -> movie ? Optional.empty() : Optional.of(contentRatings(title));
            case "watch/providers" -> Optional.of(JSON.objectNode().set("results", Offers.json(title)));
            case "external_ids" -> Optional.of(externalIds(title));
            case "alternative_titles" -> Optional.of(alternativeTitles(title));
            default -> Optional.empty();
        };
    }

    static int keywordId(int number) {
        return FIRST_KEYWORD_ID + number;
    }

    static String creditId(FakeTitle title, Person person, String what) {
        return HexFormat.of()
                .toHexDigits(Dice.mix(title.dice().subject() + person.id() + what.hashCode()))
                .concat("fa4e7db0");
    }

    /** The two types differ in the key of the list. */
    private static ObjectNode keywords(FakeTitle title) {
        ObjectNode part = JSON.objectNode();
        ArrayNode keywords = part.putArray(title.kind() == Kind.MOVIE ? "keywords" : "results");
        title.keywords()
                .forEach(number ->
                        keywords.addObject().put("id", keywordId(number)).put("name", Words.keyword(number)));
        return part;
    }

    private static ObjectNode releaseDates(FakeTitle title) {
        ObjectNode part = JSON.objectNode();
        ArrayNode results = part.putArray("results");
        if (title.date().isEmpty()) {
            return part;
        }
        SplittableRandom random = title.dice().roll("certification");
        int strictness = random.nextInt(4);
        for (String country : List.of("DE", "GB", "US")) {
            ArrayNode releases = results.addObject().put("iso_3166_1", country).putArray("release_dates");
            String certification = certification(country, strictness);
            boolean none = title.has(Trap.NO_CERTIFICATION);
            // A premiere comes first and has no certification: whoever takes the first release only finds nothing.
            release(releases, "", title.date(), 1);
            release(releases, none ? "" : certification, title.date(), THEATRICAL);
            if (random.nextBoolean()) {
                release(releases, none || random.nextBoolean() ? "" : certification, title.date(), 4);
            }
        }
        return part;
    }

    private static void release(ArrayNode releases, String certification, String date, int type) {
        ObjectNode release = releases.addObject();
        release.put("certification", certification);
        release.putArray("descriptors");
        release.put("iso_639_1", "");
        release.put("note", "");
        release.put("release_date", date + "T00:00:00.000Z");
        release.put("type", type);
    }

    private static ObjectNode contentRatings(FakeTitle title) {
        ObjectNode part = JSON.objectNode();
        ArrayNode results = part.putArray("results");
        int strictness = title.dice().roll("certification").nextInt(4);
        for (String country : List.of("DE", "GB", "US")) {
            if (!title.has(Trap.NO_CERTIFICATION)) {
                ObjectNode rating = results.addObject();
                rating.putArray("descriptors");
                rating.put("iso_3166_1", country);
                rating.put("rating", country.equals("US") ? tvRating(strictness) : certification(country, strictness));
            }
        }
        return part;
    }

    private static String certification(String country, int strictness) {
        return switch (country) {
            case "DE" -> List.of("0", "6", "12", "16").get(strictness);
            case "GB" -> List.of("U", "PG", "12", "15").get(strictness);
            default -> List.of("G", "PG", "PG-13", "R").get(strictness);
        };
    }

    private static String tvRating(int strictness) {
        return List.of("TV-G", "TV-PG", "TV-14", "TV-MA").get(strictness);
    }

    private static ObjectNode externalIds(FakeTitle title) {
        ObjectNode part = JSON.objectNode();
        part.put("imdb_id", title.has(Trap.NO_IMDB_ID) ? null : title.imdbId());
        if (title.kind() == Kind.TV) {
            part.putNull("freebase_mid");
            part.putNull("freebase_id");
            part.put("tvdb_id", title.tvdbId());
            part.putNull("tvrage_id");
        }
        part.putNull("wikidata_id");
        part.putNull("facebook_id");
        part.putNull("instagram_id");
        part.putNull("twitter_id");
        return part;
    }

    private static ObjectNode alternativeTitles(FakeTitle title) {
        ObjectNode part = JSON.objectNode();
        ArrayNode titles = part.putArray(title.kind() == Kind.MOVIE ? "titles" : "results");
        SplittableRandom random = title.dice().roll("alternatives");
        for (String country : List.of("BR", "DE", "JP")) {
            if (random.nextBoolean()) {
                titles.addObject()
                        .put("iso_3166_1", country)
                        .put("title", Words.foreignTitle(random))
                        .put("type", random.nextInt(4) == 0 ? "romanization" : "");
            }
        }
        return part;
    }
}
