package movierec.recommend;

import static movierec.recommend.SmallWorld.ANN;
import static movierec.recommend.SmallWorld.HEAT;
import static movierec.recommend.SmallWorld.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import movierec.taste.EventKind;
import movierec.taste.ServedList;
import movierec.taste.ServedLog;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

class RotationTest {
    private final SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT);
    private final List<TitleId> fresh = ids(world.list(10));

    private void serve(List<TitleId> titles) {
        ServedList list = new ServedList(world.now, "blend", "pairs", titles);
        world.tastes.append(List.of(new ServedLog.Entry(ANN, list)));
    }

    @Test
    void keepsWhatIsStillOnTheScreen() {
        serve(fresh);
        world.now = world.now.plus(Duration.ofMinutes(5));

        assertThat(ids(world.list(10))).isEqualTo(fresh);
    }

    @Test
    void sinksWhatWasShownOnSeveralVisitsAndLeftAlone() {
        TitleId ignored = fresh.get(4);
        for (int visit = 0; visit < 6; visit++) {
            serve(List.of(ignored));
            world.now = world.now.plus(Duration.ofHours(8));
        }

        assertThat(ids(world.list(40)).indexOf(ignored)).isGreaterThan(4);
    }

    @Test
    void letsATitleRecover() {
        for (int visit = 0; visit < 6; visit++) {
            serve(List.of(fresh.get(4)));
            world.now = world.now.plus(Duration.ofHours(8));
        }
        world.now = world.now.plus(Duration.ofDays(30));

        assertThat(ids(world.list(10))).isEqualTo(fresh);
    }

    @Test
    void countsOneVisitOnceHoweverOftenThePageWasLoaded() {
        for (int load = 0; load < 20; load++) {
            serve(List.of(fresh.getFirst()));
        }
        world.now = world.now.plus(Duration.ofHours(1));

        List<Recommendation> titles = world.list(10).titles();

        Recommendation shown = titles.stream()
                .filter(one -> one.title().id().equals(fresh.getFirst()))
                .findFirst()
                .orElseThrow();
        assertThat(shown.parts().batch()).isBetween(70 * 0.9, 70.0);
    }
}
