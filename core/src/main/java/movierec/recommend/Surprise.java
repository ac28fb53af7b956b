package movierec.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import movierec.identity.UserId;

/** Titles the user would hardly have found: drawn by chance from a varied list of the less known. Thread-safe. */
public final class Surprise {
    private static final int LIST = 60;
    private static final Dials ADVENTUROUS = new Dials(1, 0.8, "", 0);

    private final RecommendTitles recommend;

    public Surprise(RecommendTitles recommend) {
        this.recommend = recommend;
    }

    /** Titles in random order; the same random numbers give the same titles. */
    public Recommendations surprise(UserId user, MediaFilter mediaType, int limit, RandomGenerator random) {
        Ask ask = new Ask(user, Profile.BLEND, mediaType, LIST, ADVENTUROUS, WhatIf.NOTHING);
        Recommendations list = recommend.recommend(ask);
        List<Recommendation> left = new ArrayList<>(list.titles());
        List<Recommendation> drawn = new ArrayList<>();
        while (drawn.size() < limit && !left.isEmpty()) {
            drawn.add(left.remove(random.nextInt(left.size())));
        }
        return new Recommendations(drawn, "surprise", list.modelVersion(), list.degraded(), list.stage());
    }
}
