package movierec.faketmdb.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An invented title: what lists sort and filter by. Everything else follows from its dice when it is asked for.
 *
 * @param version how often it has changed
 * @param date of its first showing, or empty
 */
public record FakeTitle(
        Dice dice,
        boolean traps,
        Kind kind,
        int id,
        int version,
        boolean adult,
        List<Integer> genres,
        String date,
        String language,
        double popularity,
        double voteAverage,
        int voteCount) {
    static final int TVDB_OFFSET = 9_000_000;
    private static final int NEWEST_YEAR = 2026;
    private static final int YEARS = 76;
    private static final List<String> LANGUAGES =
            List.of("en", "en", "en", "en", "en", "en", "fr", "de", "ja", "ko", "es", "it", "hi", "sv");

    static FakeTitle of(WorldPlan plan, Kind kind, int id, int version) {
        Dice dice = Dice.of(plan.seed(), kind.word(), id);
        SplittableRandom random = dice.roll("core");
        boolean adult = plan.traps() && kind == Kind.MOVIE && dice.perMille("adult", 5);
        double fame = random.nextGaussian();
        int votes = (int) Math.min(35_000, Math.exp(5.2 + 1.9 * fame)) + 37 * version;
        double quality = 6.6 + 0.45 * fame + 0.95 * random.nextGaussian() + (kind == Kind.TV ? 0.5 : 0) + 0.1 * version;
        double popularity = Math.exp(1.5 + 1.1 * fame + 0.6 * random.nextGaussian()) + version;
        double age = random.nextDouble();
        String date = LocalDate.of(
                        NEWEST_YEAR - (int) (age * age * YEARS), 1 + random.nextInt(12), 1 + random.nextInt(28))
                .toString();
        List<Integer> genres = new ArrayList<>();
        for (int wanted = 1 + random.nextInt(3); genres.size() < wanted; ) {
            int genre = Dice.pick(random, kind.genres());
            if (!genres.contains(genre)) {
                genres.add(genre);
            }
        }
        String language = Dice.pick(random, LANGUAGES);
        FakeTitle title = new FakeTitle(
                dice,
                plan.traps(),
                kind,
                id,
                version,
                adult,
                List.copyOf(genres),
                date,
                language,
                Math.round(popularity * 1000) / 1000.0,
                votes < 3 ? 0 : Math.clamp(Math.round(quality * 1000) / 1000.0, 1, 9.3),
                votes < 3 ? 0 : votes);
        return title.has(Trap.EMPTY_DATE) ? title.undated() : title;
    }

    private FakeTitle undated() {
        return new FakeTitle(
                dice, traps, kind, id, version, adult, genres, "", language, popularity, voteAverage, voteCount);
    }

    boolean has(Trap trap) {
        return traps && dice.perMille(trap.name(), trap.perMille());
    }

    public String name() {
        return Words.title(dice.roll("name"));
    }

    public String originalName() {
        return language.equals("en") ? name() : Words.foreignTitle(dice.roll("original"));
    }

    String overview() {
        return has(Trap.NO_OVERVIEW) ? "" : Words.overview(dice.roll("overview"));
    }

    /** Numbers of its keywords; those of one genre are alike, so that likeness can be found. */
    List<Integer> keywords() {
        SplittableRandom random = dice.roll("keywords");
        return random.ints(random.nextInt(4, 11), 0, 24)
                .map(number -> (kind.genres().indexOf(genres.getFirst()) * 12 + number) % Words.keywords())
                .distinct()
                .boxed()
                .toList();
    }

    /** Its keywords' ids. */
    public List<Integer> keywordIds() {
        return keywords().stream().map(PartJson::keywordId).toList();
    }

    /** ISO 3166-1 code of where it was made. */
    String country() {
        return switch (language) {
            case "fr" -> "FR";
            case "de" -> "DE";
            case "ja" -> "JP";
            case "ko" -> "KR";
            case "es" -> "ES";
            case "it" -> "IT";
            case "hi" -> "IN";
            case "sv" -> "SE";
            default -> dice.perMille("country", 800) ? "US" : "GB";
        };
    }

    /** Unlike every real one, which begin with smaller numbers. */
    public String imdbId() {
        return "tt9" + (2L * id + kind.ordinal());
    }

    public int tvdbId() {
        return TVDB_OFFSET + id;
    }
}
