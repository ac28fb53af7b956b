package movierec.catalogue.sample;

import java.util.HashMap;
import java.util.Map;

/**
 * How alike titles are by content: the cosine of their features, where a feature counts the more the rarer it is
 * (inverse document frequency). Computes a title's row when first asked for. Not thread-safe.
 */
final class TitleLikeness {
    private final TitleFeatures features;
    private final int[][] titlesByFeature;
    private final double[] squaredRarity;
    private final double[] length;
    private final Map<Integer, float[]> rows = new HashMap<>();

    TitleLikeness(TitleFeatures features) {
        this.features = features;
        titlesByFeature = invert(features);
        squaredRarity = new double[features.featureCount()];
        for (int featureIndex = 0; featureIndex < squaredRarity.length; featureIndex++) {
            double rarity = Math.log((double) features.titleCount() / titlesByFeature[featureIndex].length);
            squaredRarity[featureIndex] = rarity * rarity;
        }
        length = new double[features.titleCount()];
        for (int titleIndex = 0; titleIndex < length.length; titleIndex++) {
            for (int featureIndex : features.of(titleIndex)) {
                length[titleIndex] += squaredRarity[featureIndex];
            }
            length[titleIndex] = Math.sqrt(length[titleIndex]);
        }
    }

    /** The likeness of every title to one, 0 to 1. The caller must not change the array. */
    float[] to(int titleIndex) {
        return rows.computeIfAbsent(titleIndex, this::row);
    }

    private float[] row(int titleIndex) {
        float[] row = new float[length.length];
        for (int featureIndex : features.of(titleIndex)) {
            double weight = squaredRarity[featureIndex] / length[titleIndex];
            for (int otherIndex : titlesByFeature[featureIndex]) {
                row[otherIndex] += (float) (weight / length[otherIndex]);
            }
        }
        return row;
    }

    private static int[][] invert(TitleFeatures features) {
        int[] titleCounts = new int[features.featureCount()];
        for (int titleIndex = 0; titleIndex < features.titleCount(); titleIndex++) {
            for (int featureIndex : features.of(titleIndex)) {
                titleCounts[featureIndex]++;
            }
        }
        int[][] titlesByFeature = new int[features.featureCount()][];
        for (int featureIndex = 0; featureIndex < titlesByFeature.length; featureIndex++) {
            titlesByFeature[featureIndex] = new int[titleCounts[featureIndex]];
        }
        for (int titleIndex = features.titleCount() - 1; titleIndex >= 0; titleIndex--) {
            for (int featureIndex : features.of(titleIndex)) {
                titlesByFeature[featureIndex][--titleCounts[featureIndex]] = titleIndex;
            }
        }
        return titlesByFeature;
    }
}
