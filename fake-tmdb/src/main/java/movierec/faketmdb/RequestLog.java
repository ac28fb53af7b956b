package movierec.faketmdb;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What was asked, in the order of arrival. Keeps the last hundred thousand requests. Thread-safe. */
public final class RequestLog {
    static final String API = "/3/";
    private static final int KEPT = 100_000;
    private static final long SECOND = 1_000_000_000;
    private static final Pattern KEY = Pattern.compile("(?<=api_key=)[^&]*");

    private final Deque<Entry> entries = new ArrayDeque<>();
    private int open;
    private int maxOpen;

    /**
     * @param arrivedNanos on the clock of {@link System#nanoTime}
     * @param query as it came, without the credential
     * @param template of the path, such as {@code /3/movie/{movie_id}}, or the path itself where nothing is
     * @param ifNoneMatch that header, or empty
     * @param status what was answered; 0 when there was no answer
     */
    public record Entry(
            long arrivedNanos,
            String method,
            String path,
            String query,
            String template,
            String ifNoneMatch,
            int status) {}

    synchronized void begin() {
        open++;
        maxOpen = Math.max(maxOpen, open);
    }

    synchronized void end(Entry entry) {
        open--;
        entries.add(entry);
        if (entries.size() > KEPT) {
            entries.remove();
        }
    }

    static String masked(String query) {
        return KEY.matcher(query).replaceAll("***");
    }

    /** In the order in which they were answered. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    public int count() {
        return entries().size();
    }

    /** @param template such as {@code /3/movie/{movie_id}} */
    public int count(String template) {
        return (int) entries().stream()
                .filter(entry -> entry.template().equals(template))
                .count();
    }

    /** Number of requests by template of the path and status; 0 where there was no answer. */
    public Map<String, Map<Integer, Integer>> byEndpoint() {
        Map<String, Map<Integer, Integer>> counts = new TreeMap<>();
        entries().forEach(entry -> counts.computeIfAbsent(entry.template(), template -> new TreeMap<>())
                .merge(entry.status(), 1, Integer::sum));
        return counts;
    }

    /** Number of requests by status; 0 where there was no answer. */
    public Map<Integer, Integer> byStatus() {
        Map<Integer, Integer> counts = new TreeMap<>();
        entries().forEach(entry -> counts.merge(entry.status(), 1, Integer::sum));
        return counts;
    }

    /** The most requests to the API, without files and pictures, that arrived within any second. */
    public int maxPerSecond() {
        long[] arrivals = entries().stream()
                .filter(entry -> entry.path().startsWith(API))
                .mapToLong(Entry::arrivedNanos)
                .sorted()
                .toArray();
        int most = 0;
        int first = 0;
        for (int last = 0; last < arrivals.length; last++) {
            while (arrivals[last] - arrivals[first] >= SECOND) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /** The most requests that were open at once. */
    public synchronized int maxConcurrency() {
        return maxOpen;
    }

    public synchronized void clear() {
        entries.clear();
        maxOpen = open;
    }
}
