package movierec.recommend;

/**
 * How a user turns a list, each 0 to 1 (REC-12).
 *
 * @param diversity 0 = only relevance, 1 = as varied as the profile allows
 * @param novelty 0 = popularity does not matter, 1 = well-known titles sink
 * @param era id or label of a term of the era vocabulary whose titles rise, or empty
 * @param seed shuffles titles of nearly equal score; the same seed gives the same list; 0 = no shuffling
 */
public record Dials(double diversity, double novelty, String era, long seed) {
    public static final Dials DEFAULT = new Dials(0.5, 0, "", 0);

    public Dials {
        if (!(diversity >= 0 && diversity <= 1 && novelty >= 0 && novelty <= 1)) {
            throw new IllegalArgumentException("diversity and novelty lie between 0 and 1");
        }
    }
}
