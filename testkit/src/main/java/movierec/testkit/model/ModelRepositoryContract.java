package movierec.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import movierec.failure.Refusal;
import movierec.model.ModelInfo;
import movierec.model.ModelRepository;
import movierec.model.UnusableSnapshot;
import org.junit.jupiter.api.Test;

/** What every {@link ModelRepository} must do. */
public abstract class ModelRepositoryContract {
    /** The same repository each time within one test; empty at its start. */
    protected abstract ModelRepository models();

    /** Keeps some model under a version, without promoting it. */
    protected abstract void keep(String version);

    /** Makes a kept model unusable, as a bad disk would. */
    protected abstract void damage(String version);

    @Test
    void nothingServesAtFirst() {
        assertThat(models().servingVersion()).isEmpty();
        assertThat(models().list()).isEmpty();
    }

    @Test
    void aVersionThatWasNeverKeptCannotBeOpenedOrPromoted() {
        assertThatThrownBy(() -> models().open("v1"))
                .isInstanceOf(UnusableSnapshot.class)
                .hasMessageContaining("v1");
        assertThatThrownBy(() -> models().promote("v1")).isInstanceOf(UnusableSnapshot.class);
        assertThatThrownBy(() -> models().open("../v1")).isInstanceOf(UnusableSnapshot.class);
    }

    @Test
    void aKeptModelServesOnlyOncePromoted() {
        keep("v1");

        assertThat(models().servingVersion()).isEmpty();
        models().promote("v1");

        assertThat(models().servingVersion()).contains("v1");
        assertThat(models().open("v1").info().version()).isEqualTo("v1");
    }

    @Test
    void listsTheNewestFirst() {
        keep("v1");
        keep("v3");
        keep("v2");

        assertThat(models().list()).extracting(ModelInfo::version).containsExactly("v3", "v2", "v1");
    }

    @Test
    void aDamagedModelIsNeitherListedNorPromotedNorOpened() {
        keep("v1");
        keep("v2");
        models().promote("v1");
        damage("v2");

        assertThat(models().list()).extracting(ModelInfo::version).containsExactly("v1");
        assertThatThrownBy(() -> models().promote("v2")).isInstanceOf(UnusableSnapshot.class);
        assertThatThrownBy(() -> models().open("v2")).isInstanceOf(UnusableSnapshot.class);
        assertThat(models().servingVersion()).contains("v1");
    }

    @Test
    void rollbackServesTheModelBeforeAndThenTheOneBeforeThat() {
        promoteAll("v1", "v2", "v3");

        assertThat(models().rollback()).isEqualTo("v2");
        assertThat(models().servingVersion()).contains("v2");
        assertThat(models().rollback()).isEqualTo("v1");
        assertThat(models().servingVersion()).contains("v1");
    }

    @Test
    void rollbackWithoutAModelBeforeIsRefusedAndChangesNothing() {
        assertThatThrownBy(() -> models().rollback()).isInstanceOf(Refusal.Conflict.class);
        promoteAll("v1");

        assertThatThrownBy(() -> models().rollback()).isInstanceOf(Refusal.Conflict.class);
        assertThat(models().servingVersion()).contains("v1");
    }

    @Test
    void rollbackPassesOverDamagedModels() {
        promoteAll("v1", "v2", "v3");
        damage("v2");

        assertThat(models().rollback()).isEqualTo("v1");
    }

    @Test
    void promotingTheServingModelAgainIsNoNewStepBack() {
        promoteAll("v1", "v2", "v2");

        assertThat(models().rollback()).isEqualTo("v1");
    }

    private void promoteAll(String... versions) {
        for (String version : versions) {
            keep(version);
            models().promote(version);
        }
    }
}
