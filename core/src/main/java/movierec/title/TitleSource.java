package movierec.title;

import java.time.Instant;
import java.util.List;

/**
 * Somebody who knows titles: TMDB, or a folder of files. Asking may take long and waits its turn where the source limits how
 * often it may be asked. Thread-safe.
 *
 * <p>What cannot be had now, after every retry that makes sense, is a {@link movierec.failure.OutsideFailure}; {@link #health}
 * then says what that means for the next question.
 */
public interface TitleSource {
    /** The {@link Title#source()} of its titles. */
    String name();

    /**
     * The pages that a job asks for, in this order.
     *
     * @param topGenres the genres that are wanted most, best first; empty when nobody has said
     */
    List<PagePlan> plan(JobKind job, List<Genre> topGenres);

    /**
     * One page of a list.
     *
     * @param page from 1
     */
    SourcePage page(ListKey list, int page);

    /**
     * Everything the source knows about one title.
     *
     * @param etag of the answer that is known already, or empty
     */
    Fetched details(TitleId id, String etag);

    /** What does not belong to a single title, such as the addresses of pictures. */
    SourceReference reference();

    /** How the last questions went. */
    SourceHealth health();

    /** What is fetched by one job: what changes every day, what changes every week, or all of it (CAT-4). */
    enum JobKind {
        DAILY,
        WEEKLY,
        FULL;

        public boolean includes(JobKind part) {
            return this == part || this == FULL;
        }
    }

    /** @param pages from the first one; fewer are asked for when the list is shorter */
    record PagePlan(ListKey list, int pages) {
        /**
         * Every page of a list on which everything stands that the source has of its kind: a title that is no longer on it may
         * be gone, and is asked for.
         */
        public static PagePlan everything(ListKey list) {
            return new PagePlan(list, Integer.MAX_VALUE);
        }

        public boolean isEverything() {
            return pages == Integer.MAX_VALUE;
        }
    }

    /** The answer to a question for one title. */
    sealed interface Fetched {}

    /** @param etag names this answer, or empty */
    record Found(Title title, String etag) implements Fetched {}

    /** What is known is still true. */
    record Unchanged() implements Fetched {}

    /** The source has no such title, or no longer. */
    record Gone() implements Fetched {}

    /** @param totalPages as many as can be asked for */
    record SourcePage(List<Title> titles, int page, int totalPages) {
        public SourcePage {
            titles = List.copyOf(titles);
        }
    }

    /**
     * @param imageBase address that pictures' sizes and paths are appended to, or empty
     * @param regions where watch offers are known, by ISO 3166-1 code
     */
    record SourceReference(String source, String imageBase, List<Region> regions, Instant fetchedAt) {
        public SourceReference {
            regions = List.copyOf(regions);
        }
    }

    /** A country with its name. */
    record Region(String code, String name) {}

    /** Whether asking makes sense, and what is wrong when it does not. */
    sealed interface SourceHealth {
        /** Answers, or was not asked yet. */
        record Well() implements SourceHealth {}

        /** Failed lately; asking again later may help. */
        record Unreachable(String why) implements SourceHealth {}

        /** Refuses the credential: asking again does not help. */
        record Refused(String why) implements SourceHealth {}
    }
}
