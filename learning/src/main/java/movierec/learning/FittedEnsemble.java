package movierec.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import movierec.model.FoldedIn;
import org.jspecify.annotations.Nullable;

/**
 * Several fitted models that vote. Models score on scales of their own, so each one's scores are first brought to mean 0 and
 * deviation 1 over the items, for each history anew (z-scores); their weighted sum is the score. A single member needs no
 * common scale: its scores are left as they are.
 *
 * <p>Items without support, which nobody has interacted with, take no part in means and deviations. Only members that know
 * such items score them; they speak with the weight of all members, so that such items compare with the others.
 */
public final class FittedEnsemble implements FittedModel {
    private final List<Member> members;
    private final int[] withoutSupport;
    /** Per member, whether it keeps silent on items without support because another member knows them. */
    private final boolean[] silent;

    private final ScratchPool<float[]> scratch;

    /** An ensemble over items that all have support. */
    public FittedEnsemble(List<Member> members) {
        this(members, new int[0]);
    }

    /**
     * An ensemble over items of which some may lack support.
     *
     * @param members at least one, all with the same items
     * @param withoutSupport the indexes of items that nobody has interacted with
     */
    private FittedEnsemble(List<Member> members, int[] withoutSupport) {
        this.members = List.copyOf(members);
        this.withoutSupport = withoutSupport;
        if (members.isEmpty()) {
            throw new IllegalArgumentException("An ensemble has at least one member");
        }
        int itemCount = itemCount();
        for (Member member : members) {
            if (member.model().itemCount() != itemCount) {
                throw new IllegalArgumentException("All members of an ensemble know the same items");
            }
        }
        this.silent = new boolean[members.size()];
        for (int m = 0; m < silent.length; m++) {
            silent[m] = knowsItemsWithoutSupport() && !members.get(m).model().knowsItemsWithoutSupport();
        }
        this.scratch = new ScratchPool<>(() -> new float[itemCount]);
    }

    /**
     * A voice.
     *
     * @param name of the model it comes from, such as {@code edlae}
     * @param weight of its z-scores; not negative
     */
    public record Member(String name, FittedModel model, double weight) {
        public Member {
            if (!(weight >= 0) || !Double.isFinite(weight)) {
                throw new IllegalArgumentException("A weight is 0 or more, not " + weight);
            }
        }
    }

    public List<Member> members() {
        return members;
    }

    /**
     * The same members, told which items have support.
     *
     * @param support users per item; 0 for items whose factors were predicted from content
     */
    public FittedEnsemble withSupport(int[] support) {
        if (support.length != itemCount()) {
            throw new IllegalArgumentException(support.length + " items have support, not " + itemCount());
        }
        return new FittedEnsemble(
                members,
                IntStream.range(0, support.length).filter(i -> support[i] == 0).toArray());
    }

    @Override
    public int itemCount() {
        return members.getFirst().model().itemCount();
    }

    @Override
    public boolean knowsItemsWithoutSupport() {
        return members.stream().anyMatch(member -> member.model().knowsItemsWithoutSupport());
    }

    /** By factors where a member has some: they compare two titles without preferring what everybody has. */
    @Override
    public float[] similarities(int itemIndex) {
        return members.stream()
                .map(Member::model)
                .filter(ItemFactors.class::isInstance)
                .findFirst()
                .map(factors -> factors.similarities(itemIndex))
                .orElseGet(() -> FittedModel.super.similarities(itemIndex));
    }

    @Override
    public FoldedIn foldIn(int[] historyIndexes, float[] weights) {
        if (members.size() == 1) {
            return members.getFirst().model().foldIn(historyIndexes, weights);
        }
        FoldedIn[] folded = new FoldedIn[members.size()];
        for (int m = 0; m < folded.length; m++) {
            folded[m] = members.get(m).model().foldIn(historyIndexes, weights);
        }
        return new Vote(folded, historyIndexes.length);
    }

    /**
     * How the members of one vote count.
     *
     * @param boost factor for items without support: the weight of all over the weight of those that know them
     */
    private record Count(ZScale[] scales, float boost) {}

    private final class Vote implements FoldedIn {
        private final FoldedIn[] folded;
        private final int historySize;
        /** Takes all scores to find, so it is kept once they have been asked for. */
        private @Nullable Count count;

        Vote(FoldedIn[] folded, int historySize) {
            this.folded = folded;
            this.historySize = historySize;
        }

        @Override
        public int itemCount() {
            return FittedEnsemble.this.itemCount();
        }

        @Override
        public void scores(float[] scores) {
            counted(scores);
        }

        private Count counted(float[] scores) {
            Count known = count;
            ZScale[] scales = known == null ? new ZScale[folded.length] : known.scales();
            float[] own = scratch.take();
            Arrays.fill(scores, 0);
            for (int m = 0; m < folded.length; m++) {
                Member member = members.get(m);
                folded[m].scores(own);
                if (known == null) {
                    scales[m] = ZScale.of(own, withoutSupport, member.weight());
                }
                float mean = scales[m].mean();
                float scale = scales[m].scale();
                if (silent[m]) {
                    for (int i : withoutSupport) {
                        own[i] = mean;
                    }
                }
                for (int i = 0; i < own.length; i++) {
                    scores[i] += (own[i] - mean) * scale;
                }
            }
            scratch.give(own);
            Count result = known == null ? new Count(scales, boost(scales)) : known;
            for (int i : withoutSupport) {
                scores[i] *= result.boost();
            }
            count = result;
            return result;
        }

        private float boost(ZScale[] scales) {
            double all = 0;
            double knowing = 0;
            for (int m = 0; m < scales.length; m++) {
                double voice = scales[m].scale() > 0 ? members.get(m).weight() : 0;
                all += voice;
                knowing += silent[m] ? 0 : voice;
            }
            return knowing > 0 ? (float) (all / knowing) : 1;
        }

        private Count counted() {
            Count known = count;
            if (known != null) {
                return known;
            }
            float[] scores = scratch.take();
            Count counted = counted(scores);
            scratch.give(scores);
            return counted;
        }

        /** The mean is shared out evenly: it says nothing about single titles of the history. */
        @Override
        public float[] explain(int itemIndex) {
            Count counted = counted();
            boolean hasSupport = Arrays.binarySearch(withoutSupport, itemIndex) < 0;
            float[] parts = new float[historySize];
            for (int m = 0; m < folded.length; m++) {
                if (!hasSupport && silent[m]) {
                    continue;
                }
                ZScale scale = counted.scales()[m];
                float factor = hasSupport ? scale.scale() : scale.scale() * counted.boost();
                float[] own = folded[m].explain(itemIndex);
                for (int h = 0; h < historySize; h++) {
                    parts[h] += (own[h] - scale.mean() / historySize) * factor;
                }
            }
            return parts;
        }
    }
}
