package movierec.catalogue.sample;

import java.util.List;
import movierec.catalogue.VoteTally;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleStore;

/** Fills an empty title store with the sample catalogue and the votes of its simulated audience. */
public final class SeedCatalogue {
    /** A title of the sample: where it is, the store is not empty, and nothing more needs to be read. */
    private static final TitleId WELL_KNOWN = TitleId.movie(238);

    private final TitleStore titles;

    public SeedCatalogue(TitleStore titles) {
        this.titles = titles;
    }

    /** Returns how many titles were added: 0 when the store held any title already. */
    public int run() {
        if (titles.find(WELL_KNOWN).isPresent() || !titles.all().isEmpty()) {
            return 0;
        }
        List<Title> sample = titlesWithVotes();
        titles.save(sample);
        return sample.size();
    }

    /** The sample catalogue with the votes of its simulated audience, computed anew at every call. */
    public static List<Title> titlesWithVotes() {
        SampleCatalogue sample = SampleCatalogue.load();
        VoteTally votes = new VoteTally();
        new SimulatedAudience(sample).forEach(votes);
        return sample.titles().stream()
                .map(sampled -> votes.applyTo(sampled.title()))
                .toList();
    }
}
