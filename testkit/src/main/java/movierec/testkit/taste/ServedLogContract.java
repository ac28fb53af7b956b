package movierec.testkit.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import movierec.identity.UserId;
import movierec.taste.ServedList;
import movierec.taste.ServedLog;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

/** What every {@link ServedLog} does. */
public abstract class ServedLogContract {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    /** Empty stores. */
    protected abstract TasteStores stores();

    @Test
    public void takesAnEmptyBatch() {
        TasteStores stores = stores();

        stores.served().append(List.of());

        assertThat(stores.served().deleteBefore(NOON)).isZero();
    }

    @Test
    public void changesNoVersion() {
        TasteStores stores = stores();

        stores.served().append(List.of(new ServedLog.Entry(ANN, served(NOON))));

        assertThat(stores.tastes().version(ANN)).isZero();
    }

    @Test
    public void forgetsWhatIsOlderThanAMomentOfEveryUser() {
        TasteStores stores = stores();
        stores.served()
                .append(List.of(
                        new ServedLog.Entry(ANN, served(NOON.minusMillis(1))),
                        new ServedLog.Entry(BOB, served(NOON.minusSeconds(1))),
                        new ServedLog.Entry(ANN, served(NOON))));

        assertThat(stores.served().deleteBefore(NOON)).isEqualTo(2);

        assertThat(stores.tastes().load(ANN, Instant.EPOCH).served()).containsExactly(served(NOON));
        assertThat(stores.tastes().load(BOB, Instant.EPOCH).served()).isEmpty();
    }

    private static ServedList served(Instant at) {
        return new ServedList(at, "taste", "model 'a'", List.of(TitleId.movie(949), TitleId.tv(1)));
    }
}
