package movierec.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import movierec.identity.Account;
import movierec.identity.RefreshToken;
import movierec.identity.UserId;
import movierec.taste.BatchList;
import movierec.taste.ClientFacts;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.ListEntry;
import movierec.taste.ListKind;
import movierec.testkit.identity.Identities;
import movierec.testkit.identity.Together;
import movierec.testkit.taste.TasteStores;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes do at the same moment what has to come out as if one had come after the other. */
final class PostgresRacesIT {
    private static final int ROUNDS = 60;
    private static final TitleId HEAT = TitleId.movie(949);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    private final PostgresDatabase database = fresh.database();
    private final PostgresDatabase otherDatabase = fresh.again(database);
    private final TasteStores stores = FreshPostgres.stores(database);
    private final TasteStores others = FreshPostgres.stores(otherDatabase);

    @Test
    void whoeverIsErasedWhileListsAreStoredHasNoneAfterwards() {
        BatchList list = new BatchList("m1", 1, List.of(new BatchList.Entry(HEAT, 1)));
        for (int round = 0; round < ROUNDS; round++) {
            UserId user = new UserId("user " + round);
            stores.events().record(user, List.of(Event.of(HEAT, EventKind.WATCHED, NOON)));

            together(() -> stores.batchLists().save(Map.of(user, list)), () -> others.userData()
                    .erase(user));

            assertThat(stores.batchLists().find(user)).isEmpty();
        }
    }

    @Test
    void whatAClientSaidIsNotKeptWhenTheCatalogueLearnsTheTitleMeanwhile() {
        for (int round = 1; round <= ROUNDS; round++) {
            TitleId title = TitleId.movie(round);
            UserId user = new UserId("user " + round);
            ListEntry entry = new ListEntry(title, NOON, new ClientFacts("Heat", "", "", 7));

            together(() -> stores.lists().add(user, ListKind.FAVOURITES, List.of(entry)), () -> others.titles()
                    .save(List.of(Title.builder(title, "Heat").build())));

            assertThat(stores.lists().page(user, ListKind.FAVOURITES, 0, 1).entries())
                    .containsExactly(new ListEntry(title, NOON, ClientFacts.NONE));
        }
    }

    @Test
    void theSameEventSentToTwoNodesIsStoredOnce() {
        UserId user = new UserId("ann");
        for (int round = 0; round < ROUNDS; round++) {
            Event event = new Event(HEAT, EventKind.CLICKED, 0, NOON, "client " + round, "");

            List<Integer> accepted = Together.call(
                    2, node -> of(node).events().record(user, List.of(event)).accepted());

            assertThat(accepted).containsExactlyInAnyOrder(0, 1);
        }
    }

    @Test
    void noTwoChangesOfAUserHaveTheSameVersionAndReadersNeverSeeItFall() {
        UserId user = new UserId("ann");
        for (int round = 0; round < ROUNDS; round++) {
            long before = stores.tastes().version(user);

            List<Long> seen = Together.call(4, node -> {
                of(node).events().record(user, List.of(Event.of(HEAT, EventKind.CLICKED, NOON)));
                return of(node).tastes().version(user);
            });

            assertThat(seen).allMatch(version -> version > before);
            assertThat(stores.tastes().version(user)).isEqualTo(before + 4);
        }
    }

    @Test
    void reuseOfATokenEndsTheSessionWhateverHappensMeanwhile() {
        PostgresAccountStore accounts = new PostgresAccountStore(database);
        PostgresSessionStore sessions = new PostgresSessionStore(database);
        PostgresSessionStore others = new PostgresSessionStore(otherDatabase);
        Account anna = Identities.account("anna@example.org");
        accounts.create(anna, anna);
        Instant later = NOON.plusSeconds(60);
        for (int round = 0; round < ROUNDS; round++) {
            String session = "session " + round;
            sessions.open(new RefreshToken(session + "a", session, anna.userId(), NOON, later), anna);
            sessions.rotate(session + "a", session + "b", NOON, later);

            together(
                    () -> sessions.rotate(session + "a", session + "stolen", NOON, later),
                    () -> others.rotate(session + "b", session + "c", NOON, later));

            assertThat(sessions.user(session)).isEmpty();
        }
    }

    @Test
    void noSessionOutlivesANewPassword() {
        PostgresAccountStore accounts = new PostgresAccountStore(database);
        PostgresSessionStore sessions = new PostgresSessionStore(otherDatabase);
        for (int round = 0; round < ROUNDS; round++) {
            Account user = Identities.account("user" + round + "@example.org");
            accounts.create(user, user);
            String session = "session " + round;
            RefreshToken token = new RefreshToken(session, session, user.userId(), NOON, NOON.plusSeconds(60));

            together(() -> accounts.replacePassword(user.userId(), "new hash"), () -> sessions.open(token, user));

            assertThat(sessions.user(session)).isEmpty();
        }
    }

    private TasteStores of(int node) {
        return node % 2 == 0 ? stores : others;
    }

    private static void together(Runnable one, Runnable other) {
        IntFunction<Boolean> call = index -> {
            (index == 0 ? one : other).run();
            return true;
        };
        assertThat(Together.call(2, call)).containsOnly(true);
    }
}
