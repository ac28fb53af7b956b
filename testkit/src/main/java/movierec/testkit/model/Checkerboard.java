package movierec.testkit.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import movierec.model.RatingCorpus;
import movierec.title.TitleId;

/**
 * Users and items where even users like even items and odd users odd ones, all but the item of their own number. So for
 * any user the right first recommendation is known: that item.
 *
 * @param size how many users, and how many items; even, at least 6
 */
public record Checkerboard(int size) {
    public Checkerboard {
        if (size < 6 || size % 2 != 0) {
            throw new IllegalArgumentException("A checkerboard has an even size of 6 or more, not " + size);
        }
    }

    /** The items a user has: same parity, without the own number. */
    public int[] itemIndexes(int userIndex) {
        int[] items = new int[size / 2 - 1];
        int count = 0;
        for (int i = userIndex % 2; i < size; i += 2) {
            if (i != userIndex) {
                items[count++] = i;
            }
        }
        return items;
    }

    /** Pairs of user and item in a random order. */
    public List<int[]> shuffled(long seed) {
        List<int[]> pairs = new ArrayList<>();
        for (int u = 0; u < size; u++) {
            for (int itemIndex : itemIndexes(u)) {
                pairs.add(new int[] {u, itemIndex});
            }
        }
        Collections.shuffle(pairs, new Random(seed));
        return pairs;
    }

    /** The title of an item; ids grow with indexes. */
    public TitleId titleId(int itemIndex) {
        return TitleId.movie(itemIndex + 1);
    }

    /** The board as ratings of 5. */
    public RatingCorpus corpus(String name) {
        return new RatingCorpus() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void forEach(Visitor visitor) {
                for (int[] pair : shuffled(1)) {
                    visitor.rating(pair[0], titleId(pair[1]), 5, 1_000_000 + pair[1]);
                }
            }
        };
    }
}
