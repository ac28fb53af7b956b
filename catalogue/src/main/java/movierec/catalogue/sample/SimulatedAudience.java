package movierec.catalogue.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import movierec.model.RatingCorpus;

/**
 * Invented people with coherent tastes who rate the sample catalogue, so that a fresh installation has something to learn
 * from. The same seed and titles always give the same ratings; they are generated anew on every reading, nothing is kept.
 *
 * <p>A user mixes one to three {@link Persona}s and dotes on a few particular titles and whatever resembles them. Which
 * titles a user rates follows from that taste and from each title's fame; how well they rate them, from taste, acclaim,
 * the user's own leniency and chance.
 */
public final class SimulatedAudience implements RatingCorpus {
    public static final String NAME = "simulated audience";

    static final int USERS = 2_000;
    static final int MIN_RATINGS = 20;
    static final int MAX_RATINGS = 150;

    /** No rating is later than this. A constant, since a simulation that knew today's date would differ every day. */
    static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    private static final Duration ACTIVE_YEARS = Duration.ofDays(4 * 365);

    /** The interest of the least open users in what does not fit their taste at all. */
    private static final double OPENNESS = 0.05;

    private static final int DOTED_TITLES = 3;

    /** How much likeness to a doted-on title counts, where 1 is the fit of a persona's favourites. */
    private static final float DOTING = 3;

    private static final long SEED = 20_260_101;

    private final List<SampleTitle> titles;
    private final int users;
    private final long seed;
    private final double[] fame;
    private final TitleFeatures features;
    private final double[] cumulativeShares;
    private final float[][] personaFit;

    public SimulatedAudience(SampleCatalogue catalogue) {
        this(catalogue.titles(), USERS, SEED);
    }

    SimulatedAudience(List<SampleTitle> titles, int users, long seed) {
        this.titles = List.copyOf(titles);
        this.users = users;
        this.seed = seed;
        fame = titles.stream().mapToDouble(SimulatedAudience::drawOfFame).toArray();
        List<Persona> personas = Persona.load();
        cumulativeShares =
                cumulative(personas.stream().mapToDouble(Persona::share).toArray());
        features = new TitleFeatures(titles);
        personaFit = personas.stream().map(persona -> persona.fit(features)).toArray(float[][]::new);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void forEach(Visitor visitor) {
        SplittableRandom random = new SplittableRandom(seed);
        TitleLikeness likeness = new TitleLikeness(features);
        for (int user = 1; user <= users; user++) {
            // Each user has a random source of their own: one user's number of draws does not change the others.
            rateAsUser(user, random.split(), likeness, visitor);
        }
    }

    private void rateAsUser(int user, RandomGenerator random, TitleLikeness likeness, Visitor visitor) {
        float[] taste = new float[titles.size()];
        mixPersonas(taste, random);
        doteOnTitles(taste, random, likeness);
        double openness = OPENNESS * (1 + 2 * random.nextDouble());
        double leniency = 0.3 * random.nextGaussian();
        long joined = END.minus(ACTIVE_YEARS).getEpochSecond() + random.nextLong(ACTIVE_YEARS.toSeconds());
        int wanted = (int) Math.min(MIN_RATINGS + 28 * random.nextExponential(), MAX_RATINGS);
        for (int titleIndex : draw(taste, openness, Math.min(wanted, titles.size()), random)) {
            SampleTitle title = titles.get(titleIndex);
            float rating = rating(title, taste[titleIndex], leniency, random);
            visitor.rating(user, title.title().id(), rating, moment(title, joined, random));
        }
    }

    private void mixPersonas(float[] taste, RandomGenerator random) {
        int count = 1 + (random.nextDouble() < 0.7 ? 1 : 0) + (random.nextDouble() < 0.35 ? 1 : 0);
        float strength = 1;
        for (int i = 0; i < count; i++) {
            add(taste, personaFit[pick(cumulativeShares, random)], strength);
            strength *= 0.8f;
        }
    }

    /** Adds a few titles that this user loves above all, and whatever resembles them. */
    private void doteOnTitles(float[] taste, RandomGenerator random, TitleLikeness likeness) {
        double[] weights = new double[taste.length];
        for (int titleIndex = 0; titleIndex < taste.length; titleIndex++) {
            weights[titleIndex] = weight(titleIndex, taste[titleIndex], OPENNESS);
        }
        double[] cumulativeWeights = cumulative(weights);
        for (int i = 0; i < DOTED_TITLES; i++) {
            add(taste, likeness.to(pick(cumulativeWeights, random)), DOTING);
        }
    }

    private static double[] cumulative(double[] weights) {
        double[] sums = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            sums[i] = sum;
        }
        return sums;
    }

    /** An index, with a chance proportional to its weight. */
    private static int pick(double[] cumulativeWeights, RandomGenerator random) {
        double ball = random.nextDouble() * cumulativeWeights[cumulativeWeights.length - 1];
        int found = Arrays.binarySearch(cumulativeWeights, ball);
        return Math.min(found < 0 ? -found - 1 : found + 1, cumulativeWeights.length - 1);
    }

    /** How strongly a title attracts a user: its fame, and the more so the better it fits. */
    private double weight(int titleIndex, float taste, double openness) {
        double interest = openness + taste;
        return fame[titleIndex] * interest * interest * interest * interest * interest;
    }

    private static void add(float[] taste, float[] more, float strength) {
        for (int titleIndex = 0; titleIndex < taste.length; titleIndex++) {
            taste[titleIndex] += strength * more[titleIndex];
        }
    }

    /**
     * Draws titles without replacement, each with a chance proportional to its weight: the smallest of exponential waiting
     * times divided by the weights (Efraimidis and Spirakis 2006).
     */
    private int[] draw(float[] taste, double openness, int count, RandomGenerator random) {
        long[] arrivals = new long[taste.length];
        for (int titleIndex = 0; titleIndex < taste.length; titleIndex++) {
            double weight = weight(titleIndex, taste[titleIndex], openness);
            float waitingTime = (float) (random.nextExponential() / weight);
            // The bits of positive floats sort like the floats; the low half carries the index along.
            arrivals[titleIndex] = ((long) Float.floatToIntBits(waitingTime) << 32) | titleIndex;
        }
        Arrays.sort(arrivals);
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = (int) arrivals[i];
        }
        return drawn;
    }

    /** Fame counts most, but nobody is quite unknown; then acclaim; and people see less of what is old. */
    private static double drawOfFame(SampleTitle title) {
        int age = END.atZone(ZoneOffset.UTC).getYear() - title.title().year();
        return (60 + Math.pow(5.5, title.fame())) * (1 + title.acclaim()) * Math.exp(-age / 80.0);
    }

    private static float rating(SampleTitle title, float taste, double leniency, RandomGenerator random) {
        double liked = 2.3
                + 0.5 * (title.acclaim() - 3)
                + 0.9 * Math.min(taste, 1.3)
                + leniency
                + 0.55 * random.nextGaussian();
        return (float) Math.clamp(Math.round(liked * 2) / 2.0, 0.5, 5);
    }

    private static long moment(SampleTitle title, long joined, RandomGenerator random) {
        long released = LocalDate.of(title.title().year(), 7, 1).toEpochSecond(LocalTime.MIN, ZoneOffset.UTC);
        long end = END.getEpochSecond();
        long earliest = Math.min(Math.max(joined, released), end - 1);
        return random.nextLong(earliest, end);
    }
}
