package movierec.learning;

import java.util.Arrays;
import movierec.learning.linear.Gram;
import movierec.model.FoldedIn;

/**
 * Item factors of a matrix factorisation for implicit feedback, and what the fold-in of a history needs: one small linear
 * system gives the user's factors, its products with the item factors are the scores (S. Rendle et al., "Revisiting the
 * performance of iALS on item recommendation benchmarks", RecSys 2022, section 3).
 */
public final class ItemFactors implements FittedModel {
    /** Items scored together: their sums and four factors of each stay in the first cache. */
    private static final int TILE = 1024;

    private final int dimension;
    private final float[] factors;
    private final Loss loss;
    private final float[] gram;
    private final int trainedItems;
    /** Padded d x items: the same factors with one array per factor, for scoring. */
    private final float[][] byFactor;
    /** d x d: alpha0 times the Gram matrix, with which every user's system begins. */
    private final float[][] unobserved;

    private final ScratchPool<UserSystem> systems;

    /**
     * Factors of items that were all trained.
     *
     * @param dimension d, how many factors an item has
     * @param factors items x d, row-major; taken over without a copy
     */
    public ItemFactors(int dimension, float[] factors, Loss loss) {
        this(dimension, factors, loss, gramOf(dimension, factors), factors.length / dimension);
    }

    /**
     * Factors of which some may have been predicted instead of trained; arrays are taken over without a copy.
     *
     * @param dimension d, how many factors an item has
     * @param factors items x d, row-major
     * @param gram d x d, the sum of y yt over the trained items
     * @param trainedItems how many were trained
     */
    public ItemFactors(int dimension, float[] factors, Loss loss, float[] gram, int trainedItems) {
        checkRows(dimension, factors);
        if (gram.length != dimension * dimension) {
            throw new IllegalArgumentException(gram.length + " values are no square of " + dimension);
        }
        this.dimension = dimension;
        this.factors = factors;
        this.loss = loss;
        this.gram = gram;
        this.trainedItems = trainedItems;
        this.byFactor = transposed(dimension, factors);
        this.unobserved = new float[dimension][dimension];
        for (int a = 0; a < dimension * dimension; a++) {
            unobserved[a / dimension][a % dimension] = (float) loss.unobservedWeight() * gram[a];
        }
        this.systems = new ScratchPool<>(() -> new UserSystem(dimension));
    }

    /**
     * What the factors were trained to make small, which a fold-in makes small again for its history.
     *
     * @param unobservedWeight alpha0, how much an item that a user does not have counts against one that it has
     * @param regularization lambda
     * @param frequencyExponent nu: a user's regularization is lambda (history + alpha0 items)^nu
     */
    public record Loss(double unobservedWeight, double regularization, double frequencyExponent) {
        /** What is added to the diagonal of a user's system. */
        public double ridge(double historySize, int itemCount) {
            return regularization * Math.pow(historySize + unobservedWeight * itemCount, frequencyExponent);
        }
    }

    /**
     * The same fold-in over other items: those predicted from content stand between the trained ones, and do not change what
     * the training's objective says about a user.
     *
     * @param allFactors items x d, row-major; taken over without a copy
     */
    public ItemFactors withItems(float[] allFactors) {
        return new ItemFactors(dimension, allFactors, loss, gram, trainedItems);
    }

    public int dimension() {
        return dimension;
    }

    public Loss loss() {
        return loss;
    }

    /** Items x d, row-major; not to be changed. */
    public float[] factors() {
        return factors;
    }

    /** D x d, the sum of y yt over the trained items; not to be changed. */
    public float[] gram() {
        return gram;
    }

    /** How many items were trained; the others were predicted. */
    public int trainedItems() {
        return trainedItems;
    }

    @Override
    public int itemCount() {
        return factors.length / dimension;
    }

    @Override
    public boolean knowsItemsWithoutSupport() {
        return true;
    }

    @Override
    public FoldedIn foldIn(int[] historyIndexes, float[] weights) {
        float[] user = new float[Axpy.padded(dimension)];
        Placed placed = new Placed(historyIndexes, weights, user);
        UserSystem system = systems.take();
        placed.factorize(system);
        // b = sum of w[h] y[h]
        for (int h = 0; h < historyIndexes.length; h++) {
            int place = historyIndexes[h] * dimension;
            for (int a = 0; a < dimension; a++) {
                user[a] += weights[h] * factors[place + a];
            }
        }
        system.solve(user);
        systems.give(system);
        return placed;
    }

    /** Cosines of factors, damped for items whose factors are short because few people have them. */
    @Override
    public float[] similarities(int itemIndex) {
        float[] similarities = new float[itemCount()];
        float[] lengths = new float[itemCount()];
        double sum = 0;
        for (int i = 0; i < similarities.length; i++) {
            double square = 0;
            for (int a = 0; a < dimension; a++) {
                float factor = factors[i * dimension + a];
                similarities[i] += factor * factors[itemIndex * dimension + a];
                square += factor * factor;
            }
            lengths[i] = (float) Math.sqrt(square);
            sum += lengths[i];
        }
        float mean = (float) (sum / lengths.length);
        for (int i = 0; i < similarities.length; i++) {
            similarities[i] /= (lengths[i] + mean) * (lengths[itemIndex] + mean);
        }
        return similarities;
    }

    private static void checkRows(int dimension, float[] factors) {
        if (dimension < 1 || factors.length % dimension != 0) {
            throw new IllegalArgumentException(factors.length + " values are no rows of " + dimension + " factors");
        }
    }

    private static float[] gramOf(int dimension, float[] factors) {
        checkRows(dimension, factors);
        double[] sums = Gram.of(factors, dimension, dimension);
        float[] gram = new float[sums.length];
        for (int a = 0; a < gram.length; a++) {
            gram[a] = (float) sums[a];
        }
        return gram;
    }

    private static float[][] transposed(int dimension, float[] factors) {
        int itemCount = factors.length / dimension;
        float[][] byFactor = new float[Axpy.padded(dimension)][];
        for (int a = 0; a < dimension; a++) {
            byFactor[a] = new float[itemCount];
            for (int i = 0; i < itemCount; i++) {
                byFactor[a][i] = factors[i * dimension + a];
            }
        }
        Arrays.fill(byFactor, dimension, byFactor.length, new float[itemCount]);
        return byFactor;
    }

    /** A history and the user's factors, padded with zeros. */
    private final class Placed implements FoldedIn {
        private final int[] historyIndexes;
        private final float[] weights;
        private final float[] user;

        Placed(int[] historyIndexes, float[] weights, float[] user) {
            this.historyIndexes = historyIndexes;
            this.weights = weights;
            this.user = user;
        }

        /** A = alpha0 Yt Y + sum of |w[h]| y[h] y[h]t + ridge I. */
        void factorize(UserSystem system) {
            system.begin(unobserved);
            double total = 0;
            for (int h = 0; h < historyIndexes.length; h++) {
                float confidence = Math.abs(weights[h]);
                total += confidence;
                system.add(confidence, factors, historyIndexes[h] * dimension);
            }
            system.factorize((float) loss.ridge(total, trainedItems), this);
        }

        @Override
        public int itemCount() {
            return ItemFactors.this.itemCount();
        }

        @Override
        public void scores(float[] scores) {
            int itemCount = itemCount();
            for (int from = 0; from < itemCount; from += TILE) {
                int to = Math.min(itemCount, from + TILE);
                Arrays.fill(scores, from, to, 0);
                for (int a = 0; a < dimension; a += Axpy.TOGETHER) {
                    Axpy.addFour(scores, from, to, user, byFactor, a);
                }
            }
        }

        /** The user's factors are a sum over the history, so a score is one too: w[h] y[i] A^-1 y[h]. */
        @Override
        public float[] explain(int itemIndex) {
            UserSystem system = systems.take(candidate -> candidate.isSolvedFor(this));
            if (!system.isSolvedFor(this)) {
                factorize(system);
            }
            float[] solved = Arrays.copyOfRange(factors, itemIndex * dimension, (itemIndex + 1) * dimension);
            system.solve(solved);
            systems.give(system);
            float[] parts = new float[historyIndexes.length];
            for (int h = 0; h < parts.length; h++) {
                parts[h] = weights[h] * Axpy.dot(factors, historyIndexes[h] * dimension, solved, 0, dimension);
            }
            return parts;
        }
    }
}
