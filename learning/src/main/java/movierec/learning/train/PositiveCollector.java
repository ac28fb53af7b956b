package movierec.learning.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import movierec.learning.split.InteractionLog;
import movierec.model.RatingCorpus;
import movierec.title.TitleId;

/** Collects positives of several sources, whose users are never the same person, and numbers users and titles. */
final class PositiveCollector {
    /** Liang et al. 2018: a rating from here on says that somebody liked it. */
    static final double MIN_POSITIVE_RATING = 4;

    /**
     * The titles with the most users stay. A dense inverse of so many takes 1.8 GB and about a minute; MovieLens 20M, the
     * field's yardstick, has 20,720 titles with positives and fits whole.
     */
    static final int MAX_ITEMS = 20_992;

    private final Map<TitleId, Integer> titleNumbers = new HashMap<>();
    private final List<TitleId> titles = new ArrayList<>();
    private int[] users = new int[1024];
    private int[] items = new int[1024];
    private long[] seconds = new long[1024];
    private float[] weights = new float[1024];
    private int size;
    private int userCount;

    int newUser() {
        return userCount++;
    }

    /** Adds the positives of a corpus: ratings of {@link #MIN_POSITIVE_RATING} or more, or all where it has none. */
    void add(RatingCorpus corpus) {
        Map<Integer, Integer> userIndexes = new HashMap<>();
        corpus.forEach((user, titleId, rating, epochSecond) -> {
            if (Float.isNaN(rating) || rating >= MIN_POSITIVE_RATING) {
                add(userIndexes.computeIfAbsent(user, number -> newUser()), titleId, epochSecond, 1);
            }
        });
    }

    /** @param weight how much it counts, positive; 1 for an ordinary positive */
    void add(int userIndex, TitleId titleId, long epochSecond, float weight) {
        if (size == users.length) {
            users = Arrays.copyOf(users, 2 * size);
            items = Arrays.copyOf(items, 2 * size);
            seconds = Arrays.copyOf(seconds, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
        }
        Integer known = titleNumbers.get(titleId);
        if (known == null) {
            known = titles.size();
            titleNumbers.put(titleId, known);
            titles.add(titleId);
        }
        users[size] = userIndex;
        items[size] = known;
        weights[size] = weight;
        seconds[size++] = epochSecond;
    }

    /** Everything collected, of the {@link #MAX_ITEMS} titles with the most users. */
    TrainingSet collected(List<String> trainedOn, boolean simulated) {
        int[] kept = keptTitles();
        int[] itemIndexes = new int[titles.size()];
        Arrays.fill(itemIndexes, -1);
        List<TitleId> keptTitles = new ArrayList<>();
        for (int number : kept) {
            itemIndexes[number] = keptTitles.size();
            keptTitles.add(titles.get(number));
        }
        InteractionLog.Builder log = new InteractionLog.Builder(kept.length, size);
        for (int p = 0; p < size; p++) {
            if (itemIndexes[items[p]] >= 0) {
                log.add(users[p], itemIndexes[items[p]], seconds[p], weights[p]);
            }
        }
        return new TrainingSet(log.build(), keptTitles, trainedOn, simulated);
    }

    /** In the order of title ids, so that the same data give the same indexes in whatever order they come. */
    private int[] keptTitles() {
        int[] support = new int[titles.size()];
        for (int p = 0; p < size; p++) {
            support[items[p]]++;
        }
        return IntStream.range(0, titles.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(number -> -support[number])
                        .thenComparing(titles::get))
                .limit(MAX_ITEMS)
                .sorted(Comparator.comparing(titles::get))
                .mapToInt(number -> number)
                .toArray();
    }
}
