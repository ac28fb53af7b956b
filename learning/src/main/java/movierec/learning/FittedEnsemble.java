package movierec.learning;

import java.util.Arrays;
import java.util.List;
import movierec.model.FoldedIn;

/**
 * Several fitted models that vote. Models score on scales of their own, so each one's scores are first brought to mean 0 and
 * deviation 1 over all items, for each history anew (z-scores); their weighted sum is the score.
 *
 * @param members at least one, all with the same items
 */
public record FittedEnsemble(List<Member> members) implements FittedModel {
    public FittedEnsemble {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("An ensemble has at least one member");
        }
        int itemCount = members.getFirst().model().itemCount();
        for (Member member : members) {
            if (member.model().itemCount() != itemCount) {
                throw new IllegalArgumentException("All members of an ensemble know the same items");
            }
        }
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

    @Override
    public int itemCount() {
        return members.getFirst().model().itemCount();
    }

    @Override
    public FoldedIn foldIn(int[] historyIndexes, float[] weights) {
        return new Vote(
                members.stream()
                        .map(member -> Ballot.of(member.model().foldIn(historyIndexes, weights), member.weight()))
                        .toList(),
                historyIndexes.length,
                itemCount());
    }

    /** One member's scores and what brings them to the common scale: z = (score - mean) * scale. */
    private record Ballot(FoldedIn folded, float mean, float scale) {
        static Ballot of(FoldedIn folded, double weight) {
            float[] scores = folded.scores();
            double sum = 0;
            for (float score : scores) {
                sum += score;
            }
            double mean = sum / scores.length;
            double squares = 0;
            for (float score : scores) {
                squares += (score - mean) * (score - mean);
            }
            double deviation = Math.sqrt(squares / scores.length);
            // A model that tells no items apart has no voice.
            return new Ballot(folded, (float) mean, deviation > 0 ? (float) (weight / deviation) : 0);
        }
    }

    private record Vote(List<Ballot> ballots, int historySize, int itemCount) implements FoldedIn {
        @Override
        public void scores(float[] scores) {
            Arrays.fill(scores, 0);
            float[] own = new float[itemCount];
            for (Ballot ballot : ballots) {
                ballot.folded().scores(own);
                for (int i = 0; i < itemCount; i++) {
                    scores[i] += (own[i] - ballot.mean()) * ballot.scale();
                }
            }
        }

        /** The mean is shared out evenly: it says nothing about single titles of the history. */
        @Override
        public float[] explain(int itemIndex) {
            float[] parts = new float[historySize];
            for (Ballot ballot : ballots) {
                float[] own = ballot.folded().explain(itemIndex);
                for (int h = 0; h < historySize; h++) {
                    parts[h] += (own[h] - ballot.mean() / historySize) * ballot.scale();
                }
            }
            return parts;
        }
    }
}
