package movierec.catalogue.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import movierec.title.Genre;

/**
 * A kind of viewer, of which every simulated user mixes a few.
 *
 * @param share how common the persona is, relative to the others
 * @param liking how much each feature draws (positive) or repels (negative), by the words of {@link TitleFeatures}
 * @param eras how much the years of a title matter
 */
record Persona(String name, double share, Map<String, Double> liking, List<Era> eras) {
    private static final List<String> COLUMNS =
            List.of("name", "share", "genres", "keywords", "people", "languages", "years", "media");

    /** The share of the catalogue that fits a persona fully. */
    private static final double FULL_FIT = 0.04;

    Persona {
        liking = Map.copyOf(liking);
        eras = List.copyOf(eras);
    }

    /** Years, both inclusive, and how much a title from then draws. */
    record Era(int firstYear, int lastYear, double weight) {}

    /** Reads {@code personas.tsv}. */
    static List<Persona> load() {
        return new SampleTable("personas.tsv", COLUMNS).read(Persona::of);
    }

    static Persona of(List<String> cells) {
        Map<String, Double> liking = new HashMap<>();
        addWeights(liking, cells.get(2), Persona::genreFeature);
        addWeights(liking, cells.get(3), TitleFeatures::keyword);
        addWeights(liking, cells.get(4), TitleFeatures::person);
        addWeights(liking, cells.get(5), TitleFeatures::language);
        addWeights(liking, cells.get(7), TitleFeatures::media);
        Map<String, Double> years = new HashMap<>();
        addWeights(years, cells.get(6), Function.identity());
        List<Era> eras = new ArrayList<>();
        years.forEach((range, weight) -> eras.add(era(range, weight)));
        return new Persona(cells.get(0), Double.parseDouble(cells.get(1)), liking, eras);
    }

    /** How well each title fits: 0 = not at all, 1 = as well as the best few per cent of the catalogue. */
    float[] fit(TitleFeatures features) {
        double[] likingByFeature = new double[features.featureCount()];
        liking.forEach((feature, weight) -> {
            int featureIndex = features.indexOf(feature);
            if (featureIndex >= 0) {
                likingByFeature[featureIndex] = weight;
            }
        });
        float[] fit = new float[features.titleCount()];
        for (int titleIndex = 0; titleIndex < fit.length; titleIndex++) {
            double draw = drawOfYear(features.year(titleIndex));
            for (int featureIndex : features.of(titleIndex)) {
                draw += likingByFeature[featureIndex];
            }
            fit[titleIndex] = (float) draw;
        }
        return scaled(fit);
    }

    private double drawOfYear(int year) {
        double draw = 0;
        for (Era era : eras) {
            if (year >= era.firstYear() && year <= era.lastYear()) {
                draw += era.weight();
            }
        }
        return draw;
    }

    private static float[] scaled(float[] fit) {
        float[] sorted = fit.clone();
        Arrays.sort(sorted);
        float full = sorted.length == 0 ? 1 : Math.max(1, sorted[(int) (sorted.length * (1 - FULL_FIT))]);
        for (int titleIndex = 0; titleIndex < fit.length; titleIndex++) {
            fit[titleIndex] = Math.clamp(fit[titleIndex] / full, 0, 1);
        }
        return fit;
    }

    private static void addWeights(Map<String, Double> weights, String cell, Function<String, String> feature) {
        if (cell.isEmpty()) {
            return;
        }
        for (String entry : cell.split("\\|")) {
            int colon = entry.lastIndexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("\"" + entry + "\" is not of the form word:weight");
            }
            weights.put(feature.apply(entry.substring(0, colon)), Double.valueOf(entry.substring(colon + 1)));
        }
    }

    private static String genreFeature(String name) {
        return TitleFeatures.genre(
                Genre.parse(name).orElseThrow(() -> new IllegalArgumentException("there is no genre " + name)));
    }

    private static Era era(String range, double weight) {
        String[] years = range.split("-");
        return new Era(Integer.parseInt(years[0]), Integer.parseInt(years[1]), weight);
    }
}
