package movierec.catalogue.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that were left out of a reading, and why: all of them counted, the first few with their lines. Not thread-safe. */
public final class SkippedRows {
    private static final int EXAMPLES = 20;

    private final Map<String, Long> countByReason = new LinkedHashMap<>();
    private final List<SkippedRow> examples = new ArrayList<>();
    private long count;

    /** @param line counted from 1, the header included; 0 for the whole file */
    public record SkippedRow(String file, long line, String reason) {
        @Override
        public String toString() {
            String place = line == 0 ? file : file + " line " + line;
            return place.isEmpty() ? reason : place + ": " + reason;
        }
    }

    /** Counts a row; line 0 is the whole file. */
    public void add(String file, long line, String reason) {
        count++;
        countByReason.merge(reason, 1L, Long::sum);
        if (examples.size() < EXAMPLES) {
            examples.add(new SkippedRow(file, line, reason));
        }
    }

    void clear() {
        count = 0;
        countByReason.clear();
        examples.clear();
    }

    public long count() {
        return count;
    }

    /** How many rows were skipped for each reason, in the order of first appearance. */
    public Map<String, Long> countByReason() {
        return new LinkedHashMap<>(countByReason);
    }

    /** The first row that was skipped, in words, or empty. */
    public String firstExample() {
        return examples.isEmpty() ? "" : examples.getFirst().toString();
    }

    /** The first rows that were skipped. */
    public List<SkippedRow> examples() {
        return List.copyOf(examples);
    }
}
