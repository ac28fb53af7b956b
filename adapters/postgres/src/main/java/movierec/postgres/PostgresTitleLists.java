package movierec.postgres;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import movierec.identity.UserId;
import movierec.taste.Event;
import movierec.taste.ListEntry;
import movierec.taste.ListKind;
import movierec.taste.TitleLists;
import movierec.title.TitleId;

/** Lists in the tables {@code favourites} and {@code watchlist}, kept in step with the events. */
public final class PostgresTitleLists implements TitleLists {
    private final PostgresDatabase database;

    public PostgresTitleLists(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public int add(UserId user, ListKind list, List<ListEntry> entries) {
        if (entries.isEmpty()) {
            return 0;
        }
        return database.write(handle -> {
            UserVersions.lock(handle, user);
            Set<TitleId> added = new HashSet<>(ListTable.of(list).insert(handle, user, entries));
            int count = added.size();
            List<Event> events = entries.stream()
                    .filter(entry -> added.remove(entry.titleId())) // once, and in the order of the entries
                    .map(entry -> Event.of(entry.titleId(), list.event(), entry.addedAt()))
                    .toList();
            if (count > 0) {
                EventTable.insert(handle, user, events);
                UserVersions.increase(handle, user);
            }
            return count;
        });
    }

    @Override
    public boolean remove(UserId user, ListKind list, TitleId titleId) {
        return database.write(handle -> {
            UserVersions.lock(handle, user);
            if (!ListTable.of(list).delete(handle, user, titleId)) {
                return false;
            }
            EventTable.delete(handle, user, titleId, EnumSet.of(list.event()));
            UserVersions.increase(handle, user);
            return true;
        });
    }

    @Override
    public Page page(UserId user, ListKind list, int offset, int limit) {
        return database.read(handle -> ListTable.of(list).page(handle, user, offset, limit));
    }
}
