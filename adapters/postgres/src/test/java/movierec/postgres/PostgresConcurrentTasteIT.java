package movierec.postgres;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import movierec.postgres.PostgresConcurrentTasteIT.Nodes;
import movierec.taste.BatchListStore;
import movierec.taste.EventLog;
import movierec.taste.ServedLog;
import movierec.taste.TasteStore;
import movierec.taste.TitleLists;
import movierec.taste.UserData;
import movierec.testkit.taste.ConcurrentTasteContract;
import movierec.testkit.taste.TasteStores;
import movierec.title.TitleStore;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresConcurrentTasteIT {
    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @Nested
    final class OneNode extends ConcurrentTasteContract {
        @Override
        protected TasteStores stores() {
            return fresh.stores();
        }
    }

    @Nested
    final class SeveralNodes extends ConcurrentTasteContract {
        @Override
        protected TasteStores stores() {
            PostgresDatabase one = fresh.database();
            return new Nodes(List.of(
                            FreshPostgres.stores(one),
                            FreshPostgres.stores(fresh.again(one)),
                            FreshPostgres.stores(fresh.again(one))))
                    .stores();
        }
    }

    /** Sends each call to the next node, as a load balancer does. */
    record Nodes(List<TasteStores> nodes, AtomicInteger calls) {
        Nodes(List<TasteStores> nodes) {
            this(nodes, new AtomicInteger());
        }

        private TasteStores next() {
            return nodes.get(Math.floorMod(calls.getAndIncrement(), nodes.size()));
        }

        TasteStores stores() {
            return new TasteStores(
                    RoundRobin.of(EventLog.class, () -> next().events()),
                    RoundRobin.of(TitleLists.class, () -> next().lists()),
                    RoundRobin.of(TasteStore.class, () -> next().tastes()),
                    RoundRobin.of(ServedLog.class, () -> next().served()),
                    RoundRobin.of(BatchListStore.class, () -> next().batchLists()),
                    RoundRobin.of(UserData.class, () -> next().userData()),
                    RoundRobin.of(TitleStore.class, () -> next().titles()));
        }
    }
}
