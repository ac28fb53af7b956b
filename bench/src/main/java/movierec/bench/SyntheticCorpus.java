package movierec.bench;

import java.util.SplittableRandom;
import movierec.model.RatingCorpus;
import movierec.title.TitleId;

/**
 * Made-up ratings of any size: titles are as popular as in a catalogue (a few very, most hardly), and each user prefers every
 * twentieth title.
 */
record SyntheticCorpus(int users, int titles, int ratingsPerUser) implements RatingCorpus {
    private static final int TASTES = 20;

    @Override
    public String name() {
        return "synthetic %d x %d".formatted(users, titles);
    }

    @Override
    public void forEach(Visitor visitor) {
        SplittableRandom random = new SplittableRandom(users);
        for (int user = 0; user < users; user++) {
            int taste = user % TASTES;
            for (int rating = 0; rating < ratingsPerUser; rating++) {
                int title = (int) (titles * Math.pow(random.nextDouble(), 2.5));
                int liked = random.nextInt(3) == 0 ? title : title - title % TASTES + taste;
                visitor.rating(user, TitleId.movie(1 + Math.min(liked, titles - 1)), 5, 1_577_836_800L + rating);
            }
        }
    }
}
