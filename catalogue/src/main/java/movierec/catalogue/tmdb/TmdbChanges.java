package movierec.catalogue.tmdb;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import movierec.title.MediaType;
import movierec.title.TitleId;

/** TMDB's lists of what changed lately. */
record TmdbChanges(TmdbClient client) {
    private static final int MAX_DAYS = 14;

    void read(MediaType type, LocalDate from, LocalDate to, Consumer<TitleId> reader) {
        if (to.isBefore(from) || from.plusDays(MAX_DAYS).isBefore(to)) {
            throw new IllegalArgumentException(
                    "TMDB tells changes of at most " + MAX_DAYS + " days, not " + from + " to " + to);
        }
        TmdbRequest request = TmdbRequest.to("/" + type.word() + "/changes", "results")
                .with("start_date", from.toString())
                .with("end_date", to.toString());
        Set<Integer> told = new HashSet<>();
        int lastPage = 1;
        for (int page = 1; page <= lastPage; page++) {
            Row row = client.body(request.with("page", Integer.toString(page)));
            for (Row change : row.rows("results")) {
                int number = change.number("id");
                // Not knowing whether it is an adult title is no reason to miss a change.
                if (number > 0 && !change.flag("adult") && told.add(number)) {
                    reader.accept(new TitleId(type, number));
                }
            }
            lastPage = Math.min(row.number("total_pages"), TmdbLists.LAST_PAGE);
        }
    }
}
