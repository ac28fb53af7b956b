package movierec.recommend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.title.TitleId;

/**
 * What a user's events say about each title, newest first.
 *
 * @param items one per title
 * @param settled titles never to show again: watched, rated, favourite or dismissed (REC-10)
 * @param watchlist titles on the watchlist
 */
public record History(List<Item> items, Set<TitleId> settled, Set<TitleId> watchlist) {
    public static final History EMPTY = new History(List.of(), Set.of(), Set.of());

    public History {
        items = List.copyOf(items);
        settled = Set.copyOf(settled);
        watchlist = Set.copyOf(watchlist);
    }

    /**
     * One title of the history.
     *
     * @param weight how much the user likes it, -1 to 1
     * @param kind the event that says most about it
     * @param rating the latest rating, 0 if there is none
     * @param at the latest event
     */
    public record Item(TitleId titleId, double weight, EventKind kind, double rating, Instant at) {
        public boolean liked() {
            return weight > 0;
        }

        /** The same, counting less. */
        Item fadedBy(double factor) {
            return new Item(titleId, weight * factor, kind, rating, at);
        }
    }

    /** Whether any title was liked. */
    public boolean hasLikes() {
        return items.stream().anyMatch(Item::liked);
    }

    /** Events may come in any order; of contradicting ones the latest counts. */
    public static History of(List<Event> events) {
        Map<TitleId, List<Event>> byTitle = new LinkedHashMap<>();
        Set<TitleId> settled = new HashSet<>();
        Set<TitleId> watchlist = new HashSet<>();
        for (Event event : events) {
            if (event.kind() == EventKind.SHOWN) {
                continue;
            }
            byTitle.computeIfAbsent(event.titleId(), id -> new ArrayList<>(2)).add(event);
            if (event.kind().settlesTheTitle()) {
                settled.add(event.titleId());
            } else if (event.kind() == EventKind.WATCHLIST) {
                watchlist.add(event.titleId());
            }
        }
        List<Item> items = new ArrayList<>(byTitle.size());
        byTitle.forEach((titleId, ofTitle) -> items.add(judge(titleId, ofTitle)));
        items.sort(Comparator.comparing(Item::at).reversed().thenComparing(Item::titleId));
        return new History(items, settled, watchlist);
    }

    private static Item judge(TitleId titleId, List<Event> events) {
        Event dismissal = latest(events, EventKind.DISMISSED);
        Event rating = latest(events, EventKind.RATED);
        Event strongest = events.getFirst();
        Instant newest = Instant.MIN;
        for (Event event : events) {
            newest = event.at().isAfter(newest) ? event.at() : newest;
            if (opinion(event) >= opinion(strongest)) {
                strongest = event;
            }
        }
        boolean ratedLow = rating.kind() == EventKind.RATED && strongest.kind() != EventKind.FAVOURITE;
        Event decisive = ratedLow ? rating : strongest;
        if (dismissal.kind() == EventKind.DISMISSED && !dismissal.at().isBefore(decisive.at())) {
            decisive = dismissal;
        }
        double stars = rating.kind() == EventKind.RATED ? rating.value() : 0;
        return new Item(titleId, opinion(decisive), decisive.kind(), stars, newest);
    }

    /** The latest event of a kind, or any event of another kind when there is none. */
    private static Event latest(List<Event> events, EventKind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .max(Comparator.comparing(Event::at))
                .orElse(events.getFirst());
    }

    /** Signs of liking, from -1 to 1; 2.75 stars are neither. A low rating says less than a high one: people rate what they chose. */
    private static double opinion(Event event) {
        return switch (event.kind()) {
            case FAVOURITE -> 1;
            case RATED -> event.value() >= 2.75 ? (event.value() - 2.75) / 2.25 : (event.value() - 2.75) / 4.5;
            case WATCHED -> 0.4;
            case WATCHLIST -> 0.35;
            case CLICKED -> 0.1;
            case DISMISSED -> -0.5;
            case SHOWN -> 0;
        };
    }
}
