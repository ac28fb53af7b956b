package movierec.title;

import java.time.LocalDate;
import java.util.function.Consumer;

/** What a source says about its whole stock, so that a catalogue can grow and stay true (CAT-6). Thread-safe. */
public interface TitleFeed {
    /**
     * Tells every title of a type that the source had on a day, in no order, as a stream: there may be a million.
     *
     * @throws movierec.failure.OutsideFailure when the day's file is not there, or ends too early
     */
    void everyTitle(MediaType type, LocalDate day, Consumer<Known> reader);

    /** Tells the titles of a type that changed from one day to another, both included, at most 14 days apart. */
    void changes(MediaType type, LocalDate from, LocalDate to, Consumer<TitleId> reader);

    /** A title of the stock. */
    record Known(TitleId id, double popularity) {}
}
