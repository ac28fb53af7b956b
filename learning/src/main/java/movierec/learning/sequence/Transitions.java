package movierec.learning.sequence;

import java.util.Arrays;
import java.util.stream.IntStream;
import movierec.learning.linear.SquareMatrix;
import movierec.learning.matrix.Interactions;

/**
 * The two moment matrices of chronological histories. At every moment t of a user, between two items, the past is a row in
 * which the item k places back counts e^(-k / pastDecay), and the future one in which the item k places ahead counts
 * e^(-k / futureDecay); both start with k = 0 and are cut where little is left.
 */
final class Transitions {
    /** Pasts end where an item counts less than a fiftieth. */
    private static final double PAST_ENDS_AFTER_DECAYS = 4;

    private final int itemCount;
    /** Users' items one after the other, earliest first. */
    private final int[] items;
    /** For every place, how many places of the same user follow it. */
    private final int[] following;
    /** For every place, how many places of the same user come before it. */
    private final int[] preceding;
    /** Places ordered by item; those of item i lie from {@code starts[i]} to {@code starts[i + 1]} - 1. */
    private final int[] places;

    private final int[] starts;
    /** By how many places two items of one past are apart: what both together weigh, at the moment right after the later. */
    private final double[] together;
    /** By how many places an item of the past and one of the future are apart: what the pair weighs over all moments. */
    private final double[] ahead;
    /** What a moment one place later counts in the sum over all moments that two items are past in. */
    private final double laterMoment;

    Transitions(Interactions training, double pastDecay, int futureItems, double futureDecay) {
        itemCount = training.itemCount();
        int size = training.size();
        items = new int[size];
        following = new int[size];
        preceding = new int[size];
        for (int u = 0; u < training.userCount(); u++) {
            int[] own = training.chronologicalItemIndexes(u);
            int start = training.byUser().start(u);
            System.arraycopy(own, 0, items, start, own.length);
            for (int k = 0; k < own.length; k++) {
                preceding[start + k] = k;
                following[start + k] = own.length - 1 - k;
            }
        }
        starts = new int[itemCount + 1];
        places = placesByItem(starts);
        int pastItems = (int) Math.ceil(PAST_ENDS_AFTER_DECAYS * pastDecay);
        together = new double[pastItems];
        for (int apart = 0; apart < pastItems; apart++) {
            together[apart] = Math.exp(-apart / pastDecay);
        }
        laterMoment = Math.exp(-2 / pastDecay);
        ahead = ahead(pastItems, pastDecay, futureItems, futureDecay);
    }

    private static double[] ahead(int pastItems, double pastDecay, int futureItems, double futureDecay) {
        double[] ahead = new double[pastItems + futureItems];
        for (int back = 0; back < pastItems; back++) {
            for (int ahead1 = 0; ahead1 < futureItems; ahead1++) {
                ahead[back + 1 + ahead1] += Math.exp(-back / pastDecay - ahead1 / futureDecay);
            }
        }
        return ahead;
    }

    private int[] placesByItem(int[] starts) {
        for (int item : items) {
            starts[item + 1]++;
        }
        for (int i = 0; i < itemCount; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = Arrays.copyOf(starts, itemCount);
        int[] ordered = new int[items.length];
        for (int place = 0; place < items.length; place++) {
            ordered[next[items[place]]++] = place;
        }
        return ordered;
    }

    /** The sum over all moments of pastᵀ past, symmetric. */
    void pastTimesPast(SquareMatrix target) {
        forEachItem((i, row) -> {
            for (int p = starts[i]; p < starts[i + 1]; p++) {
                int place = places[p];
                int first = place - Math.min(preceding[place], together.length - 1);
                int last = place + Math.min(following[place], together.length - 1);
                for (int other = first; other <= last; other++) {
                    int later = Math.max(place, other);
                    row[items[other]] += (float) (together[Math.abs(place - other)] * moments(following[later]));
                }
            }
            target.setRow(i, row);
        });
    }

    /** What all moments count together in which an item, followed by so many, is past: 1 + q + q² ... */
    private double moments(int followers) {
        return (1 - Math.pow(laterMoment, followers)) / (1 - laterMoment);
    }

    /** The sum over all moments of pastᵀ future. */
    void pastTimesFuture(SquareMatrix target) {
        forEachItem((i, row) -> {
            for (int p = starts[i]; p < starts[i + 1]; p++) {
                int place = places[p];
                int last = place + Math.min(following[place], ahead.length - 1);
                for (int other = place + 1; other <= last; other++) {
                    row[items[other]] += (float) ahead[other - place];
                }
            }
            target.setRow(i, row);
        });
    }

    private void forEachItem(RowSum sum) {
        int chunkSize = 64;
        IntStream.range(0, (itemCount + chunkSize - 1) / chunkSize).parallel().forEach(chunk -> {
            float[] row = new float[itemCount];
            for (int i = chunk * chunkSize; i < Math.min(itemCount, (chunk + 1) * chunkSize); i++) {
                Arrays.fill(row, 0);
                sum.sum(i, row);
            }
        });
    }

    /** Sums one row of a matrix. */
    private interface RowSum {
        void sum(int itemIndex, float[] row);
    }
}
