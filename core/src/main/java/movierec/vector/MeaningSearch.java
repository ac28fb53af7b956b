package movierec.vector;

import java.util.List;
import java.util.function.Predicate;
import movierec.title.TitleId;

/** Finds titles by what a text means, whatever words it uses. Thread-safe, and never fails: it finds nothing then. */
public interface MeaningSearch {
    /** Where texts are not turned into vectors. */
    MeaningSearch NONE = (text, limit, filter) -> List.of();

    /** Nearest titles first; none that have nothing to do with the text. */
    List<TitleId> search(String text, int limit, Predicate<TitleId> filter);
}
