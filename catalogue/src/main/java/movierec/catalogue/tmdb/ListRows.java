package movierec.catalogue.tmdb;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import movierec.title.ListScope;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.TitleId;

/**
 * The titles of one page of a list.
 *
 * @param titles in the page's order, each once
 * @param broken rows that are titles and cannot be read; people, collections and adult titles are left out without a word
 */
record ListRows(List<Title> titles, int broken) {

    static ListRows read(List<Row> rows, ListScope scope, TitleReader reader) {
        List<Title> titles = new ArrayList<>();
        Set<TitleId> seen = new HashSet<>();
        int broken = 0;
        for (Row row : rows) {
            if (row.flag("adult") || isSomethingElse(row)) {
                continue;
            }
            Optional<Title> title = title(row, scope, reader);
            if (title.isEmpty()) {
                broken++;
            } else if (seen.add(title.get().id())) {
                titles.add(title.get());
            }
        }
        return new ListRows(titles, broken);
    }

    private static boolean isSomethingElse(Row row) {
        String kind = row.text("media_type", 20);
        return !kind.isEmpty() && MediaType.of(kind).isEmpty();
    }

    private static Optional<Title> title(Row row, ListScope scope, TitleReader reader) {
        return type(row, scope).flatMap(type -> reader.read(row, type)).map(builder -> builder.genres(
                        TitleReader.genres(row.numbers("genre_ids")))
                .build());
    }

    /** Only mixed lists say of each row what it is. */
    private static Optional<MediaType> type(Row row, ListScope scope) {
        return switch (scope) {
            case MOVIE -> Optional.of(MediaType.MOVIE);
            case TV -> Optional.of(MediaType.TV);
            case MIXED -> MediaType.of(row.text("media_type", 20));
        };
    }
}
