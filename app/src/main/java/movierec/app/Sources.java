package movierec.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import movierec.title.TitleFeed;
import movierec.title.TitleSource;

/**
 * Where titles come from.
 *
 * @param all the most trusted one first; none when nothing is set up
 * @param calls how often they were called in this process, by endpoint and outcome
 */
record Sources(List<TitleSource> all, List<TitleFeed> feeds, Supplier<Map<String, Long>> calls) {
    Sources {
        all = List.copyOf(all);
        feeds = List.copyOf(feeds);
    }

    /** What the first source says about its whole stock, where it does. */
    Optional<TitleFeed> feed() {
        return feeds.stream().findFirst();
    }
}
