package movierec.recommend;

import java.util.List;
import java.util.Optional;
import movierec.model.CollaborativeModel;
import movierec.model.ModelInfo;

/**
 * A configuration of the pipeline: where candidates come from and how many points each part of the score is worth at most.
 *
 * @param sources candidate sources in their order, each with its share of the pool
 * @param genrePoints for matching genres and stated preferences
 * @param qualityPoints for what everybody thinks of the title
 * @param batchPoints for the collaborative model's opinion
 * @param realtimePoints for nearness to what the user did last
 * @param diversityPoints bonus for differing from what stands above in the list, at the full diversity dial
 */
public record Profile(
        String name,
        List<CandidateSource> sources,
        double genrePoints,
        double qualityPoints,
        double batchPoints,
        double realtimePoints,
        double diversityPoints) {
    private static final List<CandidateSource> ALL_SOURCES = List.of(
            new BatchCandidates(100), new RealtimeCandidates(60), new GenreCandidates(30), new PopularCandidates(10));

    /** 70 % batch, 30 % realtime (REC-4). */
    public static final Profile BLEND = new Profile("blend", ALL_SOURCES, 0, 0, 70, 30, 30);

    /** Genre match 30, quality 30, personalisation 40 of which the blend decides (REC-3). */
    public static final Profile TASTE = new Profile("taste", ALL_SOURCES, 30, 30, 28, 12, 20);

    /** As tuning found it on held-out events, where the serving model tells so; otherwise {@link #BLEND} (REC-5). */
    public static final Profile TUNED = new Profile("tuned", ALL_SOURCES, 0, 0, 70, 30, 30);

    /** What a profile falls back to for a user about whom nothing is known: quality alone. */
    static final Profile EVERYBODY =
            new Profile("popular", List.of(new PopularCandidates(CandidatePool.MAX_SIZE)), 0, 100, 0, 0, 30);

    public Profile {
        sources = List.copyOf(sources);
    }

    public static Optional<Profile> of(String name) {
        return List.of(BLEND, TASTE, TUNED).stream()
                .filter(profile -> profile.name.equals(name))
                .findFirst();
    }

    /** Two layers that share 100 points. */
    static Profile layers(String name, double batchShare) {
        return new Profile(name, ALL_SOURCES, 0, 0, 100 * batchShare, 100 * (1 - batchShare), BLEND.diversityPoints());
    }

    /** What this profile is with a model: all but {@link #TUNED} are what they are. */
    Profile with(Optional<CollaborativeModel> model) {
        if (!name.equals(TUNED.name)) {
            return this;
        }
        return model.map(serving -> serving.info().hyperparameters().get(ModelInfo.BATCH_SHARE))
                .filter(share -> share >= 0 && share <= 1)
                .map(share -> layers(name, share))
                .orElse(BLEND);
    }

    /** Whether anything of the score depends on the user beyond the two layers. */
    boolean judgesWithoutLayers() {
        return genrePoints > 0 || qualityPoints > 0;
    }
}
