package movierec.recommend;

/** The additive parts of a score (REC-11); their sum is the score. */
public record Parts(double genre, double quality, double batch, double realtime, double diversity) {

    public double sum() {
        return genre + quality + batch + realtime + diversity;
    }

    Parts times(double factor) {
        return new Parts(genre * factor, quality * factor, batch * factor, realtime * factor, diversity * factor);
    }

    Parts withDiversity(double bonus) {
        return new Parts(genre, quality, batch, realtime, bonus);
    }
}
