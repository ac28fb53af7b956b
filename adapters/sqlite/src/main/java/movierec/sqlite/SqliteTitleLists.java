package movierec.sqlite;

import java.util.List;
import movierec.identity.UserId;
import movierec.taste.Event;
import movierec.taste.ListEntry;
import movierec.taste.ListKind;
import movierec.taste.TitleLists;
import movierec.title.TitleId;

/** Lists in the tables {@code favourites} and {@code watchlist}, kept in step with the events. */
public final class SqliteTitleLists implements TitleLists {
    private final SqliteDatabase database;

    public SqliteTitleLists(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public int add(UserId user, ListKind list, List<ListEntry> entries) {
        ListTable table = ListTable.of(list);
        return database.write(handle -> {
            int added = 0;
            for (ListEntry entry : entries) {
                if (table.insert(handle, user, entry)) {
                    EventTable.insert(handle, user, Event.of(entry.titleId(), list.event(), entry.addedAt()));
                    added++;
                }
            }
            if (added > 0) {
                UserVersions.increase(handle, user);
            }
            return added;
        });
    }

    @Override
    public boolean remove(UserId user, ListKind list, TitleId titleId) {
        ListTable table = ListTable.of(list);
        return database.write(handle -> {
            if (!table.delete(handle, user, titleId)) {
                return false;
            }
            EventTable.delete(handle, user, titleId, list.event());
            UserVersions.increase(handle, user);
            return true;
        });
    }

    @Override
    public Page page(UserId user, ListKind list, int offset, int limit) {
        ListTable table = ListTable.of(list);
        return database.read(handle -> new Page(table.page(handle, user, offset, limit), table.size(handle, user)));
    }
}
