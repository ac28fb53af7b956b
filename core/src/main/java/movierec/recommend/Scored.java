package movierec.recommend;

/** A candidate and what it scored. */
record Scored(int titleIndex, Parts parts) {
    double score() {
        return parts.sum();
    }

    Scored withDiversity(double bonus) {
        return new Scored(titleIndex, parts.withDiversity(bonus));
    }
}
