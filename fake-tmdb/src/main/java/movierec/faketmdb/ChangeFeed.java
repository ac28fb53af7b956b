package movierec.faketmdb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import movierec.faketmdb.world.FakeTitle;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.Kind;

/** Which titles changed within some days. */
final class ChangeFeed {
    private static final int MAX_DAYS = 14;
    private static final int ROWS = 100;
    /** One row in so many does not say whether the title is for adults. */
    private static final int UNCLEAR_EVERY = 10;

    private ChangeFeed() {}

    static ObjectNode page(FakeWorld world, Kind kind, LocalDate from, LocalDate to, int page) {
        if (from.plusDays(MAX_DAYS).isBefore(to) || to.isBefore(from)) {
            throw TmdbError.DATE_RANGE.raised();
        }
        int[] ids = world.changes(kind, from, to).toArray();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode results = body.putArray("results");
        for (int position = (page - 1) * ROWS; position < Math.min(page * ROWS, ids.length); position++) {
            ObjectNode row = results.addObject().put("id", ids[position]);
            if (world.plan().traps() && position % UNCLEAR_EVERY == 0) {
                row.putNull("adult");
            } else {
                row.put(
                        "adult",
                        world.title(kind, ids[position]).map(FakeTitle::adult).orElse(false));
            }
        }
        return body.put("page", page)
                .put("total_pages", (ids.length + ROWS - 1) / ROWS)
                .put("total_results", ids.length);
    }
}
