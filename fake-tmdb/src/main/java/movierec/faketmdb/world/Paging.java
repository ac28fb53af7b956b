package movierec.faketmdb.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Cuts lists into pages of twenty, with TMDB's bad habits where the world has traps: of three pages one begins with the last row
 * of the page before it, and one has 19 rows. No row is lost by that. Which page has which habit depends on the list.
 */
public final class Paging {
    public static final int ROWS = 20;
    private static final int REPEATS = 1;
    private static final int SHORT = 2;

    private final boolean traps;
    private final boolean broken;

    public Paging(WorldPlan plan) {
        this.traps = plan.traps();
        this.broken = plan.brokenRows();
    }

    /**
     * @param number from 1
     * @param shift page that the habits begin with: 0 for a full first page, 2 for one with 19 rows
     */
    public ObjectNode page(Listing list, int number, int shift) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("page", number);
        ArrayNode rows = body.putArray("results");
        int start = 0;
        for (int page = 1; page < number; page++) {
            start += ownRows(page, shift);
        }
        if (start < list.size()) {
            if (number > 1 && habit(number, shift) == REPEATS) {
                rows.add(list.row().apply(start - 1));
            }
            int end = Math.min(list.size(), start + ownRows(number, shift));
            for (int position = start; position < end; position++) {
                rows.add(list.row().apply(position));
            }
        }
        if (broken) {
            damage(rows, number);
        }
        body.put("total_pages", pages(list.size(), shift));
        body.put("total_results", list.size());
        return body;
    }

    private int pages(int size, int shift) {
        int pages = 0;
        for (int rows = 0; rows < size; rows += ownRows(pages, shift)) {
            pages++;
        }
        return pages;
    }

    private int habit(int page, int shift) {
        return traps ? (page - 1 + shift) % 3 : 0;
    }

    /** Rows of a page that were not on the page before. */
    private int ownRows(int page, int shift) {
        int habit = habit(page, shift);
        return habit == SHORT || (habit == REPEATS && page > 1) ? ROWS - 1 : ROWS;
    }

    /** Adds a row that cannot be read: real rows stay, so that it can be seen whether they survive. */
    private static void damage(ArrayNode rows, int number) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        switch (number % 4) {
            case 0 -> rows.addNull();
            case 1 -> rows.add(row.put("title", "A row without a number").put("name", "A row without a number"));
            case 2 -> rows.insert(0, row.put("id", "many").put("title", "A row with a word for its number"));
            default ->
                rows.insert(1, row.put("id", 1).put("title", 17).put("name", 17).put("genre_ids", "none"));
        }
    }
}
