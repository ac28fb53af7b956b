package movierec.testkit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import movierec.model.CorpusStore;
import movierec.model.RatingCorpus;
import movierec.title.TitleId;

/** Keeps corpora in memory. */
public final class InMemoryCorpusStore implements CorpusStore {
    private final Map<String, RatingCorpus> corpora = new TreeMap<>();

    @Override
    public synchronized List<RatingCorpus> all() {
        return List.copyOf(corpora.values());
    }

    @Override
    public synchronized long save(RatingCorpus corpus) {
        Ratings copy = new Ratings(corpus.name(), new ArrayList<>());
        corpus.forEach((user, titleId, rating, second) -> copy.ratings.add(new Rating(user, titleId, rating, second)));
        corpora.put(corpus.name(), copy);
        return copy.ratings.size();
    }

    @Override
    public synchronized boolean delete(String name) {
        return corpora.remove(name) != null;
    }

    private record Rating(int user, TitleId titleId, float rating, long epochSecond) {}

    private record Ratings(String name, List<Rating> ratings) implements RatingCorpus {
        @Override
        public void forEach(Visitor visitor) {
            ratings.forEach(r -> visitor.rating(r.user, r.titleId, r.rating, r.epochSecond));
        }
    }
}
