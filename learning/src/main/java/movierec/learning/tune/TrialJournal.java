package movierec.learning.tune;

import java.util.List;

/** Remembers trials, so that a search that was interrupted need not begin anew. */
public interface TrialJournal {
    /** Every trial of this search that was finished before, in any order. */
    List<Trial> finished();

    /** Keeps a trial; it outlives whatever happens afterwards. */
    void add(Trial trial);
}
